/* Replies, all with the headers that keep the page to itself. */
#ifndef CR_SERVE_REPLY_H
#define CR_SERVE_REPLY_H

#include <microhttpd.h>
#include <stddef.h>

/* Bytes that outlive the server. */
enum MHD_Result cr_reply_bytes(struct MHD_Connection *connection, unsigned status,
                               const char *type, const char *bytes, size_t length);

/* What is in a file of memory, which stays the caller's. */
enum MHD_Result cr_reply_file(struct MHD_Connection *connection, const char *type, int descriptor);

/* {"error": sentence}; the sentence is copied. */
enum MHD_Result cr_reply_error(struct MHD_Connection *connection, unsigned status,
                               const char *sentence);

#endif

/* The page and what belongs to it, as they are given to the browser. */
#ifndef CR_SERVE_PAGE_H
#define CR_SERVE_PAGE_H

#include <microhttpd.h>
#include <stdbool.h>

typedef struct cr_page {
  int html, words; /* files of memory: in the language of the process */
} cr_page;

/* Fills the page with its words and the token; false when memory is short. */
bool cr_page_make(cr_page *out, const char *token, const char *ruleset);
void cr_page_free(cr_page *page);

/* Gives what is at a path; *found is false when nothing is. */
enum MHD_Result cr_page_reply(bool *found, const cr_page *page, struct MHD_Connection *connection,
                              const char *path);

#endif

/* A copy of the data folder, in which one file says something else. */
#ifndef TESTS_SUPPORT_DATA_FOLDER_H
#define TESTS_SUPPORT_DATA_FOLDER_H

#include <crible/context.h>

/* The folder of the datasets under test: CRIBLE_DATA_DIR, else "datasets". */
const char *data_folder(void);

/* Makes a folder of links to the datasets, but for `file`, which holds `text` (NULL: is
 * missing). The path is written to `out`. Fails the test when it cannot. */
void data_folder_with(char out[64], const char *file, const char *text);
void data_folder_remove(const char *folder);

/* A context that looks in `folder`. Fails the test when there is no memory. */
crible_context *data_context(const char *folder);

#endif

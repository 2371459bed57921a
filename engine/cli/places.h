/* Folders that come with the command. */
#ifndef CR_CLI_PLACES_H
#define CR_CLI_PLACES_H

#include <limits.h>
#include <stdbool.h>

bool cr_place_is_folder(const char *path);

/* A folder of that name in the executable's folder, or in the one that holds it, so that a
 * fresh build works where it stands. */
bool cr_place_beside_executable(char out[PATH_MAX], const char *name);

/* The folder of datasets: CRIBLE_DATA_DIR, else the installed one, else "datasets" beside the
 * executable. False when neither is there. */
bool cr_place_datasets(char out[PATH_MAX]);

#endif

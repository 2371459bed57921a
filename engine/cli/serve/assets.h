/* The page's own files, part of the program: assets.S. They are not NUL-terminated. */
#ifndef CR_SERVE_ASSETS_H
#define CR_SERVE_ASSETS_H

#include <stddef.h>

extern const char cr_asset_html[], cr_asset_css[];
extern const size_t cr_asset_html_length, cr_asset_css_length;

/* Scripts, in the order in which they build on each other. */
extern const char cr_asset_words[], cr_asset_result[], cr_asset_whatif[], cr_asset_page[];
extern const size_t cr_asset_words_length, cr_asset_result_length, cr_asset_whatif_length,
    cr_asset_page_length;

#endif

/* The page's own files, part of the program: assets.S. They are not NUL-terminated. */
#ifndef CR_SERVE_ASSETS_H
#define CR_SERVE_ASSETS_H

#include <stddef.h>

extern const char cr_asset_html[], cr_asset_css[], cr_asset_js[];
extern const size_t cr_asset_html_length, cr_asset_css_length, cr_asset_js_length;

#endif

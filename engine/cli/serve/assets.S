/* The files of page/ as they are, so that the installed command needs none of them. */

.macro asset name, file
  .balign 8
  .global cr_asset_\name\()_length
cr_asset_\name\()_length:
  .dc.a 1f - cr_asset_\name
  .global cr_asset_\name
cr_asset_\name:
  .incbin "\file"
1:
.endm

  .section .rodata
  asset html, "engine/cli/serve/page/page.html"
  asset css, "engine/cli/serve/page/page.css"
  asset words, "engine/cli/serve/page/words.js"
  asset result, "engine/cli/serve/page/result.js"
  asset whatif, "engine/cli/serve/page/whatif.js"
  asset page, "engine/cli/serve/page/page.js"

  .section .note.GNU-stack, "", %progbits

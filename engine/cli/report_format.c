#include "engine/cli/report_format.h"

#include <stdio.h>
#include <string.h>

#include "engine/cli/format.h"
#include "engine/cli/terminal.h"

bool cr_report_format_read(crible_report_options *out, const char *format, const char *output,
                           bool exact) {
  static const char *const formats[] = {[CRIBLE_TEXT] = "text", [CRIBLE_JSON] = "json"};
  int chosen = cr_format_read(format, formats, sizeof formats / sizeof *formats);
  if (chosen < 0) return false;
  bool to_terminal = !output || strcmp(output, "-") == 0;
  *out = (crible_report_options){.format = (crible_format)chosen,
                                 .exact = exact,
                                 .color = to_terminal && cr_terminal_color(stdout),
                                 .width = to_terminal ? cr_terminal_width(stdout) : 0};
  return true;
}

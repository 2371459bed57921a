#include "engine/base/words.h"
#include "engine/report/text.h"

void cr_text_requests(cr_layout *layout, const cr_report_model *model) {
  const int count = model->requests->letter_count;
  if (count > 0) cr_text_heading(layout, _("Ask for"));
  for (int i = 0; i < count && i < model->asked_count; i++) {
    const cr_shown_request *shown = &model->asked[i];
    const char *numbered =
        cr_arena_printf(model->arena, "%d. %s (%s)", i + 1, shown->sentence, shown->documents);
    if (!numbered) layout->out->failed = true;
    cr_layout_sourced(layout, 4, numbered ? numbered : "", shown->settles);
  }
  if (!model->unsettled) return;
  if (count == 0) cr_layout_gap(layout);
  cr_layout_line(layout, count > 0 ? 4 : 2, 2, CR_PLAIN, model->unsettled);
}

#include "engine/base/words.h"
#include "engine/report/text.h"

enum { ENTITIES_SHOWN = 10, NAME = 4, CAPITAL = 62, VOTES = 81 };

static void put_notes(cr_layout *layout, const cr_report_model *model, const cr_note_list *notes) {
  for (int i = 0; i < notes->count; i++)
    cr_text_sourced(layout, model, 4, notes->items[i].sentence, &notes->items[i].facts);
}

void cr_text_unknown(cr_layout *layout, const cr_report_model *model) {
  if (model->unknown.count == 0) return;
  cr_text_heading(layout, _("What is not known"));
  for (int property = 0; property < CR_PROPERTIES; property++)
    if (model->split[property]) cr_layout_line(layout, 4, 2, CR_PLAIN, model->split[property]);
  put_notes(layout, model, &model->unknown);
  if (model->unknown_more) cr_layout_line(layout, 4, 2, CR_PLAIN, model->unknown_more);
}

static void put_entity(cr_layout *layout, const cr_shown_entity *shown) {
  const bool beside = layout->width >= VOTES + 16;
  cr_cell cells[] = {{NAME, shown->name, CR_PLAIN, 2},
                     {CAPITAL, beside ? shown->figure[CR_CAPITAL] : "", CR_PLAIN, 0},
                     {VOTES, beside ? shown->figure[CR_VOTES] : "", CR_PLAIN, 0}};
  cr_layout_row(layout, cells, beside ? 3 : 1);
  if (!beside) cr_layout_line(layout, NAME + 2, 0, CR_PLAIN, shown->figures);
  for (int i = 0; i < shown->path_count; i++)
    cr_layout_line(layout, NAME + 2, 2, CR_FAINT, shown->paths[i]);
}

void cr_text_entities(cr_layout *layout, const cr_report_model *model) {
  cr_layout_gap(layout);
  if (model->entity_count == 0) {
    cr_layout_line(layout, 2, 2, CR_STRONG,
                   _("No third entity holds capital or votes, directly or indirectly"));
    return;
  }
  cr_cell head[] = {{2, _("Third entities"), CR_STRONG, 0},
                    {CAPITAL, _("of the capital"), CR_FAINT, 0},
                    {VOTES, _("of the votes"), CR_FAINT, 0}};
  cr_layout_row(layout, head, layout->width >= VOTES + 16 ? 3 : 1);
  for (int i = 0; i < model->entity_count && i < ENTITIES_SHOWN; i++)
    put_entity(layout, &model->entities[i]);
  if (model->entity_count > ENTITIES_SHOWN)
    cr_layout_line(layout, NAME, 2, CR_FAINT, _("smaller ones are in the JSON result"));
}

/* Rights that count were given as reasons; those that leave a criterion open, as what is not known.
 */
static bool told_above(const cr_report_model *model, const cr_shown_finding *found) {
  cr_status status =
      model->criteria[found->appoints ? CR_ORGAN_MAJORITY : CR_VETO].criterion->status;
  cr_effect effect = found->finding->effect;
  return (status == CR_VIOLATED && effect == CR_COUNTS) ||
         (status == CR_UNDETERMINED && effect == CR_COUNTS_POSSIBLY);
}

void cr_text_rights(cr_layout *layout, const cr_report_model *model) {
  bool headed = false;
  for (int i = 0; i < model->finding_count; i++) {
    const cr_shown_finding *found = &model->findings[i];
    if (told_above(model, found)) continue;
    if (!headed) cr_text_heading(layout, _("Other rights examined"));
    headed = true;
    cr_text_sourced(layout, model, 4, found->sentence, &found->facts);
  }
}

void cr_text_remarks(cr_layout *layout, const cr_report_model *model) {
  if (model->presumed.count > 0) cr_text_heading(layout, _("Presumed"));
  put_notes(layout, model, &model->presumed);
  if (model->warned.count > 0) cr_text_heading(layout, _("Take note"));
  put_notes(layout, model, &model->warned);
}

#include "engine/base/words.h"
#include "engine/report/text.h"

static void put_chain(cr_layout *layout, const cr_report_model *model,
                      const cr_shown_chain *chain) {
  for (int i = 0; i < chain->step_count; i++) {
    const cr_shown_step *step = &chain->steps[i];
    cr_text_sourced(layout, model, 4 + (i ? 2 : 0), step->sentence, &step->facts);
  }
  if (chain->step_count > 1) cr_layout_line(layout, 6, 2, CR_PLAIN, chain->calculation);
}

static void put_cycles(cr_layout *layout, const cr_shown_witness *witness) {
  if (witness->equation_count == 0) return;
  cr_layout_line(layout, 4, 2, CR_PLAIN, _("cross-holdings, solved exactly:"));
  for (int i = 0; i < witness->equation_count; i++)
    cr_layout_line(layout, 6, 2, CR_PLAIN, witness->equations[i].sentence);
}

static void put_witness(cr_layout *layout, const cr_report_model *model,
                        const cr_shown_witness *witness) {
  for (int i = 0; i < witness->chain_count; i++) put_chain(layout, model, &witness->chains[i]);
  if (witness->rest_sentence) cr_layout_line(layout, 4, 2, CR_PLAIN, witness->rest_sentence);
  put_cycles(layout, witness);
  for (int i = 0; i < witness->control_count; i++)
    cr_text_sourced(layout, model, 4, witness->controls[i].sentence, &witness->controls[i].facts);
  for (int i = 0; i < witness->part_count; i++)
    cr_text_sourced(layout, model, 4, witness->parts[i].sentence, &witness->parts[i].facts);
  for (int i = 0; i < witness->left_out.count; i++)
    cr_text_sourced(layout, model, 4, witness->left_out.items[i].sentence,
                    &witness->left_out.items[i].facts);
}

static bool same_chain(const cr_shown_chain *a, const cr_shown_chain *b) {
  if (a->step_count != b->step_count || a->owner != b->owner) return false;
  for (int i = 0; i < a->step_count; i++)
    if (a->steps[i].holder != b->steps[i].holder || a->steps[i].company != b->steps[i].company)
      return false;
  return fmpq_equal(a->product, b->product);
}

/* Whether two witnesses tell the same: what one entity holds is all that third entities hold. */
static bool same_story(const cr_shown_witness *a, const cr_shown_witness *b) {
  if (!a || !b || a->property != b->property || a->upper != b->upper) return false;
  if (a->chain_count != b->chain_count || a->part_count != b->part_count) return false;
  for (int i = 0; i < a->chain_count; i++)
    if (!same_chain(&a->chains[i], &b->chains[i])) return false;
  for (int i = 0; i < a->part_count; i++)
    if (a->parts[i].holder != b->parts[i].holder ||
        !fmpq_equal(a->parts[i].share, b->parts[i].share))
      return false;
  return true;
}

static void put_numeric(cr_layout *layout, const cr_report_model *model, int id) {
  const cr_shown_criterion *shown = &model->criteria[id];
  const cr_shown_witness *witness = shown->witness;
  if (!witness || witness->chain_count + witness->part_count == 0 ||
      (id > 0 && same_story(model->criteria[id - 1].witness, witness)))
    return;
  cr_text_heading(layout, shown->title);
  put_witness(layout, model, witness);
}

static void put_findings(cr_layout *layout, const cr_report_model *model, bool appoints) {
  for (int i = 0; i < model->finding_count; i++) {
    const cr_shown_finding *found = &model->findings[i];
    if (found->appoints != appoints || found->finding->effect != CR_COUNTS) continue;
    cr_text_sourced(layout, model, 4, found->sentence, &found->facts);
    if (!found->quote) continue;
    const char *quoted = cr_arena_printf(model->arena, _("“%s”"), found->quote);
    if (!quoted) layout->out->failed = true;
    else cr_layout_line(layout, 6, 0, CR_FAINT, quoted);
  }
}

static void put_of_rights(cr_layout *layout, const cr_report_model *model, int id) {
  cr_text_heading(layout, model->criteria[id].title);
  if (id == CR_ORGAN_MAJORITY)
    for (int i = 0; i < model->organ_count; i++)
      if (model->organs[i].finding->status == CR_VIOLATED)
        cr_text_sourced(layout, model, 4, model->organs[i].sentence, &model->organs[i].facts);
  put_findings(layout, model, id == CR_ORGAN_MAJORITY);
}

static void put_status(cr_layout *layout, const cr_report_model *model, cr_status status) {
  for (int id = 0; id < CR_CRITERIA; id++) {
    if (model->criteria[id].criterion->status != status) continue;
    if (model->criteria[id].criterion->numeric) put_numeric(layout, model, id);
    else if (status == CR_VIOLATED) put_of_rights(layout, model, id);
  }
}

void cr_text_reasons(cr_layout *layout, const cr_report_model *model) {
  put_status(layout, model, CR_VIOLATED);
  put_status(layout, model, CR_UNDETERMINED);
}

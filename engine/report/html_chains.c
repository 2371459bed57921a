/* How figures come about: chains with every factor, votes and control. */
#include "engine/base/words.h"
#include "engine/report/html.h"

static void put_item(cr_buffer *out, const cr_report_model *model, const char *sentence,
                     const cr_citations *facts) {
  cr_buffer_put(out, "<li>");
  cr_markup_text(out, sentence);
  if (facts) cr_html_places(out, model, facts);
  cr_buffer_put(out, "</li>\n");
}

static void put_chain(cr_buffer *out, const cr_report_model *model, const cr_shown_chain *chain) {
  const char *list = chain->step_count > 1 ? "ol" : "ul";
  cr_buffer_format(out, "<%s>\n", list);
  for (int i = 0; i < chain->step_count; i++)
    put_item(out, model, chain->steps[i].sentence, &chain->steps[i].facts);
  cr_buffer_format(out, "</%s>\n", list);
  if (chain->step_count > 1) cr_html_paragraph(out, "calculation", chain->calculation);
}

static void put_equations(cr_buffer *out, const cr_shown_witness *witness) {
  if (witness->equation_count == 0) return;
  cr_html_paragraph(out, "", _("cross-holdings, solved exactly:"));
  for (int i = 0; i < witness->equation_count; i++)
    cr_html_paragraph(out, "calculation", witness->equations[i].sentence);
}

static void put_votes(cr_buffer *out, const cr_report_model *model,
                      const cr_shown_witness *witness) {
  if (witness->control_count + witness->part_count + witness->left_out.count == 0) return;
  cr_buffer_put(out, "<ul>\n");
  for (int i = 0; i < witness->control_count; i++)
    put_item(out, model, witness->controls[i].sentence, &witness->controls[i].facts);
  for (int i = 0; i < witness->part_count; i++)
    put_item(out, model, witness->parts[i].sentence, &witness->parts[i].facts);
  for (int i = 0; i < witness->left_out.count; i++)
    put_item(out, model, witness->left_out.items[i].sentence, &witness->left_out.items[i].facts);
  cr_buffer_put(out, "</ul>\n");
}

static void put_witness(cr_buffer *out, const cr_report_model *model, const char *title,
                        const cr_shown_witness *witness) {
  if (witness->chain_count + witness->part_count == 0) return;
  cr_html_heading(out, title);
  for (int i = 0; i < witness->chain_count; i++) put_chain(out, model, &witness->chains[i]);
  if (witness->rest_sentence) cr_html_paragraph(out, "", witness->rest_sentence);
  put_equations(out, witness);
  put_votes(out, model, witness);
}

/* Whether a criterion's witness is of the same figure. */
static bool told(const cr_report_model *model, const cr_shown_witness *witness) {
  for (int id = 0; id < CR_CRITERIA; id++) {
    const cr_shown_witness *other = model->criteria[id].witness;
    if (other && other->entity == witness->entity && other->property == witness->property &&
        other->upper == witness->upper)
      return true;
  }
  return false;
}

static void put_entity(cr_buffer *out, const cr_report_model *model, const cr_shown_entity *entity,
                       int property) {
  const cr_shown_witness *witness = entity->witness[property];
  if (!witness || told(model, witness)) return;
  const char *format = property == CR_CAPITAL ? _("Capital, %s: %s") : _("Votes, %s: %s");
  const char *title =
      cr_arena_printf(model->arena, format, entity->party->brief, entity->figure[property]);
  if (title) put_witness(out, model, title, witness);
  else out->failed = true;
}

/* Why, of the criteria that are not met; then how the other figures of third entities come about.
 */
void cr_html_chains(cr_buffer *out, const cr_report_model *model) {
  cr_html_section(out, "chains", _("How the figures come about"));
  if (model->entity_count == 0)
    cr_html_paragraph(out, "",
                      _("No third entity holds capital or votes, directly or indirectly"));
  for (int id = 0; id < CR_CRITERIA; id++)
    if (model->criteria[id].witness)
      put_witness(out, model, model->criteria[id].title, model->criteria[id].witness);
  for (int i = 0; i < model->entity_count; i++)
    for (int property = 0; property < CR_PROPERTIES; property++)
      put_entity(out, model, &model->entities[i], property);
  cr_html_section_end(out);
}

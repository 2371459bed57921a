/* The canonical form of the facts is edited as a tree and read again, so that what is made passes
 * every check of a dossier. Its text is followed by the arguments, one a line: an element that an
 * argument wrote has its place there. */
#include "importers/change/change.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/change/parts.h"
#include "importers/dossier/dossier.h"

static const char *const options[] = {"--add", "--sell", "--set"};

/* The canonical form, then the arguments; blanks stand for the line ends in them. */
static crible_status write_text(cr_text *out, size_t *canonical_length, cr_arena *arena,
                                const crible_dossier *dossier, const crible_change *changes,
                                size_t count) {
  char *canonical = NULL;
  size_t length = 0;
  crible_status status = crible_dossier_canonical(&canonical, &length, dossier);
  if (status != CRIBLE_OK) return status;
  size_t room = length + 1;
  for (size_t i = 0; i < count; i++) room += strlen(changes[i].text) + 1;
  char *bytes = cr_arena_alloc(arena, room, 1);
  cr_text_argument *arguments = cr_arena_alloc(arena, count + 1, sizeof *arguments);
  if (bytes && arguments) {
    char *end = bytes + length;
    memcpy(bytes, canonical, length);
    for (size_t i = 0; i < count; i++) {
      size_t size = strlen(changes[i].text);
      arguments[i] = (cr_text_argument){options[changes[i].kind], {(size_t)(end - bytes), size}};
      memcpy(end, changes[i].text, size);
      for (size_t k = 0; k < size; k++)
        if (strchr("\n\r\t", end[k])) end[k] = ' ';
      end[size] = '\n';
      end += size + 1;
    }
    status = cr_text_open(out, arena, dossier->path, bytes, (size_t)(end - bytes));
    out->arguments = arguments;
    out->argument_count = count;
    *canonical_length = length;
  } else {
    status = CRIBLE_E_MEMORY;
  }
  crible_text_free(dossier->context, canonical);
  return status;
}

static void apply_one(cr_edit *edit, crible_change_kind kind) {
  const cr_extent at = edit->argument->at;
  size_t invalid = cr_text_first_invalid(edit->text->bytes + at.offset, at.length);
  if (invalid < at.length) {
    cr_complain(edit->complaints, CR_CAUSE_FORM, "not-utf-8", (cr_extent){at.offset + invalid, 1},
                _("byte 0x%02X is not UTF-8"),
                (unsigned)(unsigned char)edit->text->bytes[at.offset + invalid]);
    return;
  }
  cr_edit_read_pairs(edit);
  if (!cr_edit_goes_on(edit)) return;
  switch (kind) {
  case CRIBLE_ADD: cr_apply_add(edit); break;
  case CRIBLE_SELL: cr_apply_sell(edit); break;
  case CRIBLE_SET: cr_apply_set(edit); break;
  }
}

/* Places in the edited form are none that anybody wrote. */
static void forget_places(cr_facts *facts) {
#define FORGET(type, name)                              \
  for (size_t i = 0; i < facts->name##_count; i++) {    \
    if (CR_FACT_##name == CR_FACT_sources) continue;    \
    cr_fact *fact = (cr_fact *)(void *)&facts->name[i]; \
    fact->line = fact->column = 0;                      \
  }
  CR_FACT_KINDS(FORGET)
#undef FORGET
}

/* As it was written: the canonical form has the instant in UTC. */
static crible_status keep_filing(cr_facts *facts, const cr_facts *before) {
  if (!before->filed_at_text) return CRIBLE_OK;
  facts->filed_at_text = cr_arena_string(facts->arena, before->filed_at_text);
  return facts->filed_at_text ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

static crible_status read_changed(crible_dossier **out, const crible_dossier *dossier,
                                  cr_complaints *complaints, const cr_text *text, xmlDoc *tree) {
  crible_dossier *changed = NULL;
  crible_status status = cr_dossier_read_tree(&changed, complaints, text, tree, NULL);
  if (status == CRIBLE_OK) status = keep_filing(changed->facts, dossier->facts);
  if (status != CRIBLE_OK) {
    crible_dossier_free(changed);
    return status == CRIBLE_E_DATA ? CRIBLE_E_USAGE : status;
  }
  forget_places(changed->facts);
  *out = changed;
  return CRIBLE_OK;
}

/* The tree of the canonical form alone. */
static crible_status parse(xmlDoc **out, cr_complaints *complaints, const cr_text *text,
                           size_t length) {
  cr_text canonical = *text;
  canonical.length = length;
  canonical.argument_count = 0;
  cr_tree_parse(out, complaints, &canonical);
  if (*out) return CRIBLE_OK;
  return complaints->status != CRIBLE_OK ? complaints->status : CRIBLE_E_INTERNAL;
}

static bool kinds_known(const crible_change *changes, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (changes[i].kind < CRIBLE_ADD || changes[i].kind > CRIBLE_SET || !changes[i].text)
      return false;
  return true;
}

crible_status cr_dossier_change(crible_dossier **out, const crible_dossier *dossier,
                                const crible_change *changes, size_t count, cr_date day) {
  cr_complaints complaints = {.context = dossier->context};
  cr_text text = {0};
  xmlDoc *tree = NULL;
  size_t length = 0;
  if (!kinds_known(changes, count)) return CRIBLE_E_USAGE;
  crible_status status = cr_arena_new(&complaints.arena, dossier->context);
  if (status != CRIBLE_OK) return status;
  status = write_text(&text, &length, complaints.arena, dossier, changes, count);
  if (status == CRIBLE_OK) status = parse(&tree, &complaints, &text, length);
  if (status != CRIBLE_OK) goto cleanup;
  cr_edit edit = {.complaints = &complaints,
                  .text = &text,
                  .root = xmlDocGetRootElement(tree),
                  .day = day};
  edit.candidate = cr_tree_attribute(edit.root, "candidate");
  for (size_t i = 0; i < count && cr_edit_goes_on(&edit); i++) {
    edit.argument = &text.arguments[i];
    apply_one(&edit, changes[i].kind);
  }
  if (cr_edit_goes_on(&edit)) {
    status = read_changed(out, dossier, &complaints, &text, tree);
  } else {
    status = cr_complaints_tell(&complaints, &text);
    if (status == CRIBLE_E_DATA) status = CRIBLE_E_USAGE;
  }
cleanup:
  xmlFreeDoc(tree);
  cr_complaints_clear(&complaints);
  cr_arena_free(complaints.arena);
  return status;
}

crible_status crible_dossier_change(crible_dossier **out, const crible_dossier *dossier,
                                    const crible_change *changes, size_t count, const char *day) {
  cr_date date;
  if (!day || cr_date_parse(&date, day) != CRIBLE_OK) {
    crible_status status = cr_error(dossier->context, "bad-date", NULL, 0, 0, NULL,
                                    _("'%s' is not a date"), day ? day : "");
    return status == CRIBLE_E_MEMORY ? status : CRIBLE_E_USAGE;
  }
  return cr_dossier_change(out, dossier, changes, count, date);
}

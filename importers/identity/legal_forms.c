#include "importers/identity/legal_forms.h"

#include "importers/identity/party_name.h"
#include "importers/xml/schema.h"

static crible_status read_form(cr_legal_forms *out, const cr_xml *xml, const xmlNode *form) {
  const char *id = NULL;
  char *written = NULL;
  crible_status status = cr_xml_text(&id, xml, form, "id");
  for (xmlNode *name = cr_xml_first(form); status == CRIBLE_OK && name; name = cr_xml_next(name)) {
    status = cr_xml_content(&written, xml, name);
    if (status != CRIBLE_OK) return status;
    cr_legal_form *item = &out->items[out->count++];
    *item = (cr_legal_form){cr_name_words(xml->arena, written), id,
                             cr_xml_yes(form, "general")};
    if (!item->words) return CRIBLE_E_MEMORY;
  }
  return status;
}

static crible_status read_forms(cr_legal_forms *out, const cr_xml *xml) {
  const xmlNode *root = cr_xml_root(xml);
  size_t room = 0;
  crible_status status = cr_xml_validate(xml, "legal-forms");
  if (status != CRIBLE_OK) return status;
  for (xmlNode *form = cr_xml_first(root); form; form = cr_xml_next(form))
    room += (size_t)cr_xml_count(form, NULL);
  out->items = cr_arena_alloc(xml->arena, room, sizeof *out->items);
  if (!out->items) return CRIBLE_E_MEMORY;
  for (xmlNode *form = cr_xml_first(root); status == CRIBLE_OK && form; form = cr_xml_next(form))
    status = read_form(out, xml, form);
  return status;
}

crible_status cr_legal_forms_read(cr_legal_forms *out, cr_arena *arena) {
  cr_xml xml = {.context = NULL};
  cr_legal_forms forms = {NULL, 0};
  const char *folder = crible_context_data_folder(cr_arena_context(arena));
  const char *path = cr_arena_printf(arena, "%s/legal-forms.xml", folder);
  if (!path) return CRIBLE_E_MEMORY;
  crible_status status = cr_xml_open(&xml, arena, path);
  if (status == CRIBLE_OK) status = read_forms(&forms, &xml);
  if (status == CRIBLE_OK) *out = forms;
  cr_xml_close(&xml);
  return status;
}

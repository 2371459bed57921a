/* The file of matches, for a person to complete. */
#include "engine/base/words.h"
#include "importers/identity/candidates.h"
#include "importers/identity/matches_file.h"
#include "importers/tables/write_table.h"

static void write_party(cr_xml_text *out, const cr_matched *matched) {
  const cr_party *party = matched->likened.party;
  cr_xml_put(out, "    <party");
  cr_xml_put_attribute(out, "file", matched->file);
  cr_xml_put_attribute(out, "id", party->id);
  cr_xml_put_attribute(out, "name", party->name);
  cr_xml_put_attribute(out, "country", matched->likened.country);
  cr_xml_put(out, party->identifier_count ? ">\n" : "/>\n");
  for (int i = 0; i < party->identifier_count; i++) {
    cr_xml_put(out, "      <identifier");
    cr_xml_put_attribute(out, "scheme", party->identifiers[i].scheme);
    cr_xml_put_attribute(out, "value", party->identifiers[i].value);
    cr_xml_put(out, "/>\n");
  }
  if (party->identifier_count) cr_xml_put(out, "    </party>\n");
}

/* Its words are ours: nothing in them needs to be marked up. */
static void write_reason(cr_xml_text *out, cr_reason reason) {
  const char *name = cr_reason_against(reason) ? "against" : "for";
  cr_xml_put(out, "    <");
  cr_xml_put(out, name);
  cr_xml_put_attribute(out, "reason", cr_reason_code(reason));
  cr_xml_put(out, ">");
  cr_xml_put(out, cr_reason_words(reason));
  cr_xml_put(out, "</");
  cr_xml_put(out, name);
  cr_xml_put(out, ">\n");
}

static void write_pair(cr_xml_text *out, const crible_matches *matches, const cr_pair *pair) {
  cr_xml_put(out, "  <match same=\"unknown\">\n");
  write_party(out, &matches->parties[pair->a]);
  write_party(out, &matches->parties[pair->b]);
  for (int i = 0; i < CR_REASONS; i++)
    if (pair->reasons & (1U << i)) write_reason(out, (cr_reason)i);
  cr_xml_put(out, "  </match>\n");
}

crible_status crible_matches_xml(char **out, size_t *length, const crible_matches *matches) {
  cr_xml_text text = {.context = matches->context};
  cr_xml_put(&text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- ");
  cr_xml_put(&text, _("Write same=\"yes\" where the two parties are one, same=\"no\" where they are not, "
                      "and give this file to crible screen with the option 'matches'."));
  cr_xml_put(&text, " -->\n<matches");
  cr_xml_put_attribute(&text, "xmlns", CR_MATCHES_NAMESPACE);
  cr_xml_put(&text, ">\n");
  for (size_t i = 0; i < matches->pair_count; i++) write_pair(&text, matches, &matches->pairs[i]);
  cr_xml_put(&text, "</matches>\n");
  if (text.status != CRIBLE_OK) {
    cr_release(matches->context, text.bytes);
    return text.status;
  }
  *out = text.bytes;
  *length = text.length;
  return CRIBLE_OK;
}

#include "importers/tables/write_table.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/tables/table_parts.h"

static void put(cr_xml_text *out, const char *bytes, size_t length) {
  void *block = out->bytes;
  if (out->status != CRIBLE_OK) return;
  out->status = cr_grow(out->context, &block, &out->capacity, out->length + length + 1, 1);
  if (out->status != CRIBLE_OK) return;
  out->bytes = block;
  memcpy(out->bytes + out->length, bytes, length);
  out->length += length;
  out->bytes[out->length] = '\0';
}

void cr_xml_put(cr_xml_text *out, const char *text) { put(out, text, strlen(text)); }

void cr_xml_put_attribute(cr_xml_text *out, const char *name, const char *value) {
  if (!value) return;
  cr_xml_put(out, " ");
  cr_xml_put(out, name);
  cr_xml_put(out, "=\"");
  for (; *value; value++) {
    switch (*value) {
    case '&': cr_xml_put(out, "&amp;"); break;
    case '<': cr_xml_put(out, "&lt;"); break;
    case '>': cr_xml_put(out, "&gt;"); break;
    case '"': cr_xml_put(out, "&quot;"); break;
    default:
      /* Other control characters have no place in XML. */
      if ((unsigned char)*value >= 0x20) put(out, value, 1);
    }
  }
  cr_xml_put(out, "\"");
}

/* Where a fact stands, the same in every language: "Parts!A7", of separated values "l. 7". */
static void put_source(cr_xml_text *out, const cr_cap_table *table, const cr_table_ids *ids,
                       int row) {
  char place[400], cell[16];
  cr_cell_name(cell, row, 1);
  if (table->sheet->name) snprintf(place, sizeof place, "%.300s!%s", table->sheet->name, cell);
  else snprintf(place, sizeof place, "l. %d", row);
  cr_xml_put_attribute(out, "source", ids->source);
  if (ids->source) cr_xml_put_attribute(out, "locator", place);
}

static void put_period(cr_xml_text *out, const cr_table_ids *ids) {
  cr_xml_put_attribute(out, "from", ids->from);
  cr_xml_put_attribute(out, "to", ids->to);
  cr_xml_put_attribute(out, "recorded", ids->recorded);
}

static void begin(cr_xml_text *out, const char *indent, const char *name) {
  cr_xml_put(out, indent);
  cr_xml_put(out, "<");
  cr_xml_put(out, name);
}

static const char *element_of(const cr_table_party *party) {
  if (party->row_word == CR_ROW_EMPLOYEES || party->row_word == CR_ROW_OTHERS) return "group";
  switch (party->kind) {
  case CR_HOLDER_PERSON: return "person";
  case CR_HOLDER_FUND: return "fund";
  case CR_HOLDER_PUBLIC: return "public-body";
  case CR_HOLDER_COMPANY:
  case CR_HOLDER_UNKNOWN: break;
  }
  return "company";
}

static void put_party(cr_xml_text *out, const cr_cap_table *table, const cr_table_ids *ids,
                      size_t p, const char *indent) {
  const cr_table_party *party = &table->parties[p];
  const char *element = element_of(party);
  bool group = !strcmp(element, "group"), person = !strcmp(element, "person");
  const char *country = person || group || !strcmp(element, "public-body") ? NULL : party->country;
  begin(out, indent, element);
  cr_xml_put_attribute(out, "id", ids->party[p]);
  cr_xml_put_attribute(out, "name", party->name);
  cr_xml_put_attribute(out, "lei", party->lei);
  cr_xml_put_attribute(out, "siren", party->siren);
  if (group) cr_xml_put_attribute(out, "of", party->row_word == CR_ROW_EMPLOYEES ? "persons" : "entities");
  if (person) cr_xml_put_attribute(out, "residence", party->country);
  if (person) cr_xml_put_attribute(out, "nationalities", party->nationalities);
  if (group || !strcmp(element, "public-body")) cr_xml_put_attribute(out, "state", party->country);
  cr_xml_put_attribute(out, !strcmp(element, "fund") ? "law" : "registered-office", country);
  put_source(out, table, ids, party->row);
  cr_xml_put(out, "/>\n");
}

void cr_table_write_parties(cr_xml_text *out, const cr_cap_table *table, const cr_table_ids *ids,
                            const char *indent) {
  for (size_t p = 0; p < table->party_count; p++) {
    if (!ids->party_declared[p]) put_party(out, table, ids, p, indent);
  }
}

static void put_class(cr_xml_text *out, const cr_cap_table *table, const cr_table_ids *ids,
                      size_t c, const char *indent) {
  const cr_table_class *class = &table->classes[c];
  const char *after = class->double_after ? class->double_after : class->doubled ? "2" : NULL;
  if (after && !strcmp(after, "0")) after = "never";
  begin(out, indent, "share-class");
  cr_xml_put_attribute(out, "id", ids->share_class[c]);
  cr_xml_put_attribute(out, "name", class->name);
  cr_xml_put_attribute(out, "issued", class->issued);
  cr_xml_put_attribute(out, "nominal", class->nominal);
  cr_xml_put_attribute(out, "votes", class->votes);
  cr_xml_put_attribute(out, "double-vote-after", after);
  put_source(out, table, ids, class->row ? class->row : table->columns.last_row);
  put_period(out, ids);
  cr_xml_put(out, "/>\n");
}

/* A double vote stated without a date was earned before any date of interest; a vote stated as
 * simple is not doubled whatever the date. */
static void put_votes(cr_xml_text *out, const cr_cap_table *table, const cr_table_holding *holding) {
  char since[16];
  const cr_table_class *class = &table->classes[holding->share_class];
  if (holding->since != CR_DATE_NONE) {
    cr_date_format(since, holding->since);
    cr_xml_put_attribute(out, "since", since);
  } else if (holding->double_vote == CR_TRUE) {
    cr_xml_put_attribute(out, "since", "1900-01-01");
  }
  if (holding->double_vote == CR_FALSE && (class->doubled || class->double_after)) {
    cr_xml_put_attribute(out, "registered", "no");
  }
}

static void put_lot(cr_xml_text *out, const cr_cap_table *table, const cr_table_ids *ids,
                    const cr_table_holding *holding, const char *indent) {
  begin(out, indent, "lot");
  cr_xml_put_attribute(out, "holder", ids->party[holding->party]);
  cr_xml_put_attribute(out, "class", ids->share_class[holding->share_class]);
  cr_xml_put_attribute(out, "quantity", holding->quantity);
  put_votes(out, table, holding);
  if (holding->nature == CR_BARE) cr_xml_put_attribute(out, "nature", "bare");
  if (holding->nature == CR_USUFRUCT) {
    cr_xml_put_attribute(out, "nature", "usufruct");
    cr_xml_put_attribute(out, "bare-owner", ids->party[holding->bare_owner]);
  }
  put_source(out, table, ids, holding->row);
  put_period(out, ids);
  cr_xml_put(out, "/>\n");
}

/* "33.33%", or where the other property has other decimals, both its ends. */
static void put_share(cr_xml_text *out, const cr_cap_table *table, const char *name,
                      const cr_amount *share, bool ends) {
  char text[120], half[40];
  fmpq_t value, lo, hi;
  if (!share) return;
  if (!ends) {
    snprintf(text, sizeof text, "%.90s%%", share->text);
    cr_xml_put_attribute(out, name, text);
    return;
  }
  fmpq_init(value);
  fmpq_init(lo);
  fmpq_init(hi);
  snprintf(half, sizeof half, "0.%0*d%%", share->decimals + 1, 5);
  bool read = cr_rational_parse(value, NULL, share->text) == CRIBLE_OK &&
              cr_rational_parse(lo, NULL, half) == CRIBLE_OK;
  fmpq_div_2exp(value, value, 2);
  fmpz_t hundred;
  fmpz_init_set_ui(hundred, 25);
  fmpq_div_fmpz(value, value, hundred);
  fmpz_clear(hundred);
  fmpq_add(hi, value, lo);
  fmpq_sub(lo, value, lo);
  if (fmpq_sgn(lo) < 0) fmpq_zero(lo);
  if (fmpq_cmp_ui(hi, 1) > 0) fmpq_one(hi);
  const char *from = cr_rational_text(table->arena, lo), *to = cr_rational_text(table->arena, hi);
  if (!read || !from || !to) out->status = CRIBLE_E_MEMORY;
  else snprintf(text, sizeof text, "[%s, %s]", from, to);
  if (out->status == CRIBLE_OK) cr_xml_put_attribute(out, name, text);
  fmpq_clear(value);
  fmpq_clear(lo);
  fmpq_clear(hi);
}

static void put_stake(cr_xml_text *out, const cr_cap_table *table, const cr_table_ids *ids,
                      const cr_table_holding *holding, const char *indent) {
  const cr_amount *capital = holding->share[CR_CAPITAL], *votes = holding->share[CR_VOTES];
  bool ends = capital && votes && capital->decimals != votes->decimals;
  char rounded[16];
  begin(out, indent, "stake");
  cr_xml_put_attribute(out, "holder", ids->party[holding->party]);
  put_share(out, table, "capital", capital, ends);
  put_share(out, table, "votes", votes, ends);
  snprintf(rounded, sizeof rounded, "%d", (capital ? capital : votes)->decimals);
  cr_xml_put_attribute(out, "rounded", ends ? "widened" : rounded);
  put_source(out, table, ids, holding->row);
  put_period(out, ids);
  cr_xml_put(out, "/>\n");
}

/* A total of percentages says that nobody else holds any. */
static void put_complete(cr_xml_text *out, const cr_cap_table *table, const cr_table_ids *ids,
                         const char *indent) {
  bool stated[CR_PROPERTIES] = {false, false};
  if (!table->complete || table->class_count) return;
  for (size_t i = 0; i < table->holding_count; i++) {
    for (int p = 0; p < CR_PROPERTIES; p++) {
      stated[p] = stated[p] || table->holdings[i].share[p];
    }
  }
  begin(out, indent, "complete");
  cr_xml_put_attribute(out, "of", "holders");
  cr_xml_put_attribute(out, "property",
                       stated[0] && stated[1] ? "capital votes" : stated[0] ? "capital" : "votes");
  cr_xml_put_attribute(out, "source", ids->source);
  put_period(out, ids);
  cr_xml_put(out, "/>\n");
}

void cr_table_write_holdings(cr_xml_text *out, const cr_cap_table *table, const cr_table_ids *ids,
                             const char *indent) {
  for (size_t c = 0; c < table->class_count; c++) {
    if (!ids->class_declared[c]) put_class(out, table, ids, c, indent);
  }
  for (size_t i = 0; i < table->holding_count; i++) {
    const cr_table_holding *holding = &table->holdings[i];
    if (holding->paired) continue;
    if (holding->count) put_lot(out, table, ids, holding, indent);
    else put_stake(out, table, ids, holding, indent);
  }
  put_complete(out, table, ids, indent);
}

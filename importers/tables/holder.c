/* Who the holder of a row is. */
#include <ctype.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/identifiers.h"
#include "importers/tables/table_parts.h"

static const char *cell_text(cr_cap_table *table, int row, const cr_column *column) {
  const cr_cell *cell = column ? cr_sheet_cell(table->sheet, row, column->number) : NULL;
  return cell ? cell->text : NULL;
}

static const char *folded_text(cr_cap_table *table, int row, const cr_column *column) {
  const char *text = cell_text(table, row, column);
  const char *folded = text ? cr_fold(table->arena, text) : NULL;
  if (text && !folded) table->status = CRIBLE_E_MEMORY;
  return folded;
}

/* The first row that states something of a party holds; another row may only repeat it. */
static void state(cr_cap_table *table, int row, const cr_column *column, const char **what,
                  const char *value) {
  if (!value) return;
  if (!*what) *what = value;
  else if (strcmp(*what, value) != 0) {
    cr_table_error(table, row, column, "holder-contradicts", NULL,
                   _("'%s', but another row of the same holder says '%s'"), value, *what);
  }
}

/* A name of a State, or a code; several of them, separated by '/', ',' or ';', for nationalities. */
static const char *read_country(cr_cap_table *table, int row, const cr_column *column) {
  const char *text = cell_text(table, row, column);
  const char *code = text ? cr_country_of(table->countries, text) : NULL;
  if (text && !code) {
    cr_table_warn(table, row, column, "country-not-known",
                  _("write its name as ISO 3166 has it in English or French, or its two letters"),
                  _("'%s' is no country: where the holder is seated is taken as unknown"), text);
  }
  return code;
}

static const char *read_nationalities(cr_cap_table *table, int row, const cr_column *column) {
  const char *text = cell_text(table, row, column), *list = NULL;
  while (text && *text) {
    size_t length = strcspn(text, "/,;");
    char *one = cr_arena_text(table->arena, text, length);
    const char *code = one ? cr_country_of(table->countries, one) : NULL;
    if (one && *one && !code) {
      cr_table_warn(table, row, column, "country-not-known", NULL,
                    _("'%s' is no country: the nationality is taken as unknown"), one);
    }
    if (code) list = list ? cr_arena_printf(table->arena, "%s %s", list, code) : code;
    text += length + (text[length] != '\0');
  }
  return list;
}

/* One identifier is one party: another name for it would count its holdings apart. */
static void check_alone(cr_cap_table *table, int row, const cr_column *column, int party,
                        const char *identifier) {
  for (size_t i = 0; i < table->party_count; i++) {
    const cr_table_party *other = &table->parties[i];
    bool same = (other->lei && !strcmp(other->lei, identifier)) ||
                (other->siren && !strcmp(other->siren, identifier));
    if ((int)i == party || !same) continue;
    cr_table_error(table, row, column, "identifier-twice", _("write one name for one holder"),
                   _("'%s' has the identifier of '%s', in row %d"), table->parties[party].name,
                   other->name, other->row);
    return;
  }
}

/* Nine digits are a SIREN, fourteen a SIRET that begins with one, twenty characters a LEI. */
static void read_identifier(cr_cap_table *table, int row, const cr_column *column, int party) {
  const char *text = cell_text(table, row, column);
  char plain[32];
  size_t used = 0;
  if (!text) return;
  for (const char *c = text; *c && used + 1 < sizeof plain; c++) {
    if (isalnum((unsigned char)*c)) plain[used++] = (char)toupper((unsigned char)*c);
  }
  plain[used] = '\0';
  bool digits = strspn(plain, "0123456789") == used;
  bool lei = used == 20, siren = digits && used == CR_SIREN_DIGITS;
  bool siret = digits && used == CR_SIRET_DIGITS;
  if ((lei && cr_lei_valid(plain)) || (siren && cr_siren_valid(plain)) ||
      (siret && cr_siret_valid(plain))) {
    if (siret) plain[CR_SIREN_DIGITS] = '\0';
    const char *copy = cr_arena_string(table->arena, plain);
    if (!copy) table->status = CRIBLE_E_MEMORY;
    else check_alone(table, row, column, party, copy);
    state(table, row, column, lei ? &table->parties[party].lei : &table->parties[party].siren, copy);
  } else if (lei || siren || siret) {
    cr_table_error(table, row, column, "bad-identifier", _("copy it again from the register"),
                   lei     ? _("'%s' is no LEI: its check digits do not fit")
                   : siren ? _("'%s' is no SIREN: its check digit does not fit")
                           : _("'%s' is no SIRET: its check digit does not fit"),
                   text);
  } else {
    cr_table_warn(table, row, column, "identifier-not-used", NULL,
                  _("'%s' is neither a LEI nor a SIREN, and is not used"), text);
  }
}

static cr_holder_kind kind_of(cr_cap_table *table, int row, const cr_table_party *party) {
  const cr_column *column = cr_columns_of(&table->columns, CR_FIELD_KIND, NULL);
  const char *word = folded_text(table, row, column);
  const char *name = cr_fold(table->arena, party->name);
  cr_holder_kind kind = word ? cr_kind_of_word(word) : CR_HOLDER_UNKNOWN;
  if (!name) table->status = CRIBLE_E_MEMORY;
  if (kind == CR_HOLDER_UNKNOWN && (party->lei || party->siren)) kind = CR_HOLDER_COMPANY;
  if (kind == CR_HOLDER_UNKNOWN && party->nationalities) kind = CR_HOLDER_PERSON;
  return kind == CR_HOLDER_UNKNOWN && name ? cr_kind_of_name(name) : kind;
}

void cr_table_read_party(cr_cap_table *table, int row, int party) {
  const cr_columns *columns = &table->columns;
  const cr_column *country = cr_columns_of(columns, CR_FIELD_COUNTRY, NULL);
  const cr_column *nationality = cr_columns_of(columns, CR_FIELD_NATIONALITY, NULL);
  const cr_column *identifier = cr_columns_of(columns, CR_FIELD_IDENTIFIER, NULL);
  state(table, row, country, &table->parties[party].country, read_country(table, row, country));
  state(table, row, nationality, &table->parties[party].nationalities,
        read_nationalities(table, row, nationality));
  for (; identifier; identifier = cr_columns_of(columns, CR_FIELD_IDENTIFIER, identifier)) {
    read_identifier(table, row, identifier, party);
  }
  cr_holder_kind kind = kind_of(table, row, &table->parties[party]);
  if (table->parties[party].kind == CR_HOLDER_UNKNOWN) table->parties[party].kind = kind;
}

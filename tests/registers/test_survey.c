/* What the first pass over a file of the Foundation finds without parsing is what a parser finds, in
 * random files with everything that XML allows: comments, CDATA, instructions, '>' in attributes,
 * entities, other namespaces, empty elements; and it says so when it cannot know.
 * CRIBLE_GRAPHS says how many (300). */
#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "importers/gleif/records.h"
#include "importers/gleif/survey.h"
#include "tests/registers/register_text.h"
#include "tests/support/dossier_text.h"

#define LEIDATA "http://www.gleif.org/data/schema/leidata/2016"

enum { ROOM = 1 << 20, WINDOW = 512 * 1024 };

typedef struct writing {
  char text[ROOM];
  size_t used;
  uint64_t state;
  bool odd; /* what the first pass may leave to a parser */
} writing;

static unsigned draw(writing *to, unsigned below) {
  to->state = to->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (unsigned)(to->state >> 33) % below;
}

static void put(writing *to, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(writing *to, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  to->used += (size_t)vsnprintf(to->text + to->used, ROOM - to->used, format, arguments);
  va_end(arguments);
  cr_assert_lt(to->used, ROOM);
}

/* Between elements. */
static void put_noise(writing *to) {
  static const char *const noise[] = {
      "", "\n", "<!-- <p:LEI>X</p:LEI> > -->", "<![CDATA[</p:LEIRecord><p:NodeID>]]>",
      "<?note </p:LEIRecord> ?>", "<p:Note a=\"x > y\" b='\"'>text &amp; more</p:Note>",
      "<p:Empty/>", "<p:Empty a=\"/>\" />", "<p:Extension><o:LEI xmlns:o=\"urn:other\">no</o:LEI></p:Extension>",
      "<p:LEINote>x</p:LEINote>", "<p:Deep><p:LEI>not one</p:LEI></p:Deep>"};
  static const char *const odd[] = {
      "<p:LEIRecord><p:LEI>inner</p:LEI></p:LEIRecord>", "<p:LEI xmlns:p=\"urn:other\">no</p:LEI>",
      "<q:RegistrationAuthority><q:RegistrationAuthorityID>RA1</q:RegistrationAuthorityID>"
      "<q:RegistrationAuthorityEntityID>9</q:RegistrationAuthorityEntityID>"
      "</q:RegistrationAuthority>", "<o:LEI xmlns:o=\"urn:other\">no</o:LEI>"};
  if (to->odd && draw(to, 5) == 0) put(to, "%s", odd[draw(to, 4)]);
  put(to, "%s", noise[draw(to, 11)]);
}

static void put_text(writing *to, const char *name, const char *text) {
  static const char *const forms[] = {"%s",     " %s\n",         "%s &amp; &#x41;&#233;", "&#32;%s",
                                      "&#65;%s", "%s<!-- x -->", "<![CDATA[%s]]>"};
  put(to, "<p:%s%s>", name, draw(to, 5) ? "" : " a='>'");
  put(to, forms[draw(to, to->odd ? 7 : 5)], text);
  put(to, "</p:%s%s>", name, draw(to, 9) ? "" : " ");
  put_noise(to);
}

static void put_number(writing *to, const char *name, const char *prefix) {
  char text[32];
  snprintf(text, sizeof text, "%s%u", prefix, draw(to, 1000));
  put_text(to, name, draw(to, 9) ? text : "");
}

static void put_entity(writing *to) {
  put(to, "<p:LEIRecord>");
  put_noise(to);
  for (unsigned i = draw(to, 3); i < 3; i++) put_number(to, "LEI", "529900");
  put(to, "<p:Entity>");
  put_noise(to);
  put(to, "<p:RegistrationAuthority>");
  if (draw(to, 4)) put_number(to, "RegistrationAuthorityID", "RA");
  if (draw(to, 4)) put_number(to, "RegistrationAuthorityEntityID", "no ");
  put(to, "</p:RegistrationAuthority>");
  put_noise(to);
  put(to, "</p:Entity></p:LEIRecord>");
}

static void put_relationship(writing *to) {
  put(to, "<p:RelationshipRecord><p:Relationship>");
  put_noise(to);
  put(to, "<p:StartNode>");
  put_number(to, "NodeID", "529900");
  put(to, "</p:StartNode><p:EndNode>");
  put_number(to, "NodeID", "529900");
  put(to, "</p:EndNode></p:Relationship>");
  put_noise(to);
  put(to, "</p:RelationshipRecord>");
}

/* Sometimes so long that the end of the window falls on anything. */
static void write_file(writing *to) {
  put(to, "<?xml version=\"1.0\"%s?><p:LEIData xmlns:p=\"" LEIDATA "\" xmlns:q=\"" LEIDATA "\">",
      draw(to, 2) ? " encoding='utf-8'" : "");
  if (draw(to, 10) == 0) put(to, "%*s", (int)(WINDOW - 600 + draw(to, 600)), "");
  for (unsigned count = 1 + draw(to, 6), i = 0; i < count; i++) {
    put_noise(to);
    if (draw(to, 2)) put_entity(to);
    else put_relationship(to);
  }
  put(to, "</p:LEIData>\n");
}

/* The parser's ties. */
static crible_status tie(void *user, const cr_gleif_record *record) {
  cr_selection *selection = user;
  const char *const *text = record->text;
  if (record->kind == CR_GLEIF_RELATIONSHIP && text[CR_GLEIF_CHILD] && text[CR_GLEIF_PARENT])
    return cr_selection_tie(selection, cr_key_of("lei", text[CR_GLEIF_CHILD]),
                            cr_key_of("lei", text[CR_GLEIF_PARENT]));
  if (record->kind == CR_GLEIF_ENTITY && text[CR_GLEIF_LEI] && text[CR_GLEIF_AUTHORITY] &&
      text[CR_GLEIF_AUTHORITY_NUMBER])
    return cr_selection_same(selection, cr_key_of("lei", text[CR_GLEIF_LEI]),
                             cr_key_of(text[CR_GLEIF_AUTHORITY], text[CR_GLEIF_AUTHORITY_NUMBER]));
  return CRIBLE_OK;
}

typedef struct passes {
  crible_context *context;
  cr_selection found, parsed;
  bool whole;
  crible_status status; /* of the parser */
} passes;

static passes run(const char *text) {
  passes both = {.context = dossier_context()};
  register_file file = register_write(text);
  cr_container *container = NULL;
  cr_stream *stream = NULL;
  both.found.context = both.parsed.context = both.context;
  cr_assert_eq(cr_container_open(&container, both.context, file.path, &cr_limits_register), 0);
  cr_assert_eq(cr_stream_open(&stream, container, 0), 0);
  cr_assert_eq(cr_gleif_survey(&both.whole, stream, &both.found), CRIBLE_OK);
  cr_stream_close(stream);
  cr_assert_eq(cr_stream_open(&stream, container, 0), 0);
  both.status = cr_gleif_each(stream, both.context, tie, &both.parsed);
  cr_stream_close(stream);
  cr_container_close(container);
  register_remove(&file);
  return both;
}

static void clear(passes *both) {
  cr_selection_clear(&both->found);
  cr_selection_clear(&both->parsed);
  crible_context_free(both->context);
}

static bool has(const cr_selection *selection, cr_tie wanted) {
  for (size_t i = 0; i < selection->tie_count; i++)
    if (selection->ties[i].below == wanted.below && selection->ties[i].above == wanted.above)
      return true;
  return false;
}

static void compare(bool odd) {
  const char *wanted = getenv("CRIBLE_GRAPHS");
  int files = wanted ? atoi(wanted) : 300, whole = 0;
  writing *random = malloc(sizeof *random);
  for (int seed = 1; seed <= files; seed++) {
    *random = (writing){.state = (uint64_t)seed * 7919, .odd = odd};
    write_file(random);
    passes both = run(random->text);
    cr_assert_eq(both.status, CRIBLE_OK, "seed %d: %s\n%s", seed, dossier_diagnostics(both.context),
                 random->text);
    whole += both.whole;
    for (size_t i = 0; both.whole && i < both.parsed.tie_count; i++)
      cr_expect(has(&both.found, both.parsed.ties[i]), "seed %d\n%s", seed, random->text);
    for (size_t i = 0; i < both.found.tie_count; i++)
      cr_expect(has(&both.parsed, both.found.ties[i]), "seed %d\n%s", seed, random->text);
    clear(&both);
  }
  free(random);
  if (odd) cr_expect(whole > 0 && whole < files, "%d of %d", whole, files);
  else cr_expect_eq(whole, files, "%d of %d", whole, files);
}

Test(gleif_survey, finds_what_a_parser_finds) { compare(false); }
Test(gleif_survey, leaves_what_is_odd_to_the_parser) { compare(true); }

/* Of files in which letters were changed a parser may still take some: then nothing of what it finds
 * is missing. */
Test(gleif_survey, misses_nothing_of_a_changed_file) {
  static const char letters[] = "<>/\"'!-?[]&; :pqLx=";
  const char *wanted = getenv("CRIBLE_GRAPHS");
  int files = wanted ? 4 * atoi(wanted) : 1200, taken = 0;
  writing *random = malloc(sizeof *random);
  for (int seed = 1; seed <= files; seed++) {
    *random = (writing){.state = (uint64_t)seed * 15485863, .odd = seed % 2};
    write_file(random);
    for (unsigned i = 1 + draw(random, 2); i > 0; i--)
      random->text[draw(random, (unsigned)random->used)] = letters[draw(random, 20)];
    passes both = run(random->text);
    taken += both.whole && both.status == CRIBLE_OK;
    for (size_t i = 0; both.whole && both.status == CRIBLE_OK && i < both.parsed.tie_count; i++)
      cr_expect(has(&both.found, both.parsed.ties[i]), "seed %d\n%s", seed, random->text);
    clear(&both);
  }
  free(random);
  cr_expect_gt(taken, files / 20, "%d of %d", taken, files);
}

/* Cut anywhere, it never takes a file for whole. */
Test(gleif_survey, a_file_cut_off_is_not_whole) {
  writing *random = calloc(1, sizeof *random);
  random->state = 3;
  write_file(random);
  size_t length = strlen(random->text) - 1; /* without the last line's end */
  for (size_t cut = 0; cut < length; cut += 1 + length / 200) {
    char *text = strndup(random->text, cut);
    passes both = run(text);
    cr_expect_not(both.whole, "cut at %zu", cut);
    cr_expect_eq(both.status, CRIBLE_E_DATA);
    clear(&both);
    free(text);
  }
  free(random);
}

Test(gleif_survey, other_encodings_are_left_to_the_parser) {
  passes both = run("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><LEIData xmlns=\"" LEIDATA "\"/>");
  cr_expect_not(both.whole);
  cr_expect_eq(both.status, CRIBLE_OK);
  clear(&both);
  both = run("\xEF\xBB\xBF<LEIData xmlns=\"" LEIDATA "\"><LEIRecord><LEI>1</LEI><RegistrationAuthority>"
             "<RegistrationAuthorityID>2</RegistrationAuthorityID><RegistrationAuthorityEntityID>3"
             "</RegistrationAuthorityEntityID></RegistrationAuthority></LEIRecord></LEIData>");
  cr_expect(both.whole);
  cr_expect_eq(both.found.tie_count, 2);
  cr_expect_eq(both.parsed.tie_count, 2);
  clear(&both);
}

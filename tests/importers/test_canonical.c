/* The canonical form: written once by hand-checked golden file, the same whatever order
 * the dossier was in, and its own canonical form. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "tests/support/dossier_text.h"

static const char everything[] = "tests/importers/data/everything.xml";

static crible_context *context;

static void set_up(void) { context = dossier_context(); }
static void tear_down(void) { crible_context_free(context); }
TestSuite(canonical, .init = set_up, .fini = tear_down);

/* Canonical form of a dossier given as text beside the attached documents. */
static char *canonical_of(const char *text) {
  crible_dossier *dossier = NULL;
  crible_status status = cr_dossier_read_bytes(&dossier, context, everything, text, strlen(text));
  cr_assert_eq(status, CRIBLE_OK, "%s\n%s", text, dossier_diagnostics(context));
  char *canonical = dossier_canonical(dossier);
  crible_dossier_free(dossier);
  return canonical;
}

Test(canonical, everything_that_can_be_said) {
  char *text = dossier_file(everything), *canonical = canonical_of(text);
  char *wanted = dossier_file("tests/importers/data/everything.canonical.xml");
  cr_assert_str_eq(canonical, wanted);
  crible_text_free(context, canonical);
  free(text);
  free(wanted);
}

Test(canonical, is_its_own_canonical_form) {
  char *text = dossier_file(everything), *once = canonical_of(text), *twice = canonical_of(once);
  cr_assert_str_eq(once, twice);
  crible_text_free(context, once);
  crible_text_free(context, twice);
  free(text);
}

/* Moves the children of every element, and its attributes, at random. */
static void shuffle(xmlNode *element) {
  for (xmlNode *child = element->children, *next; child; child = next) {
    next = child->next;
    if (child->type != XML_ELEMENT_NODE) continue;
    shuffle(child);
    if (rand() % 2) xmlAddChild(element, (xmlUnlinkNode(child), child));
  }
  for (xmlAttr *a = element->properties; a; a = a->next) {
    if (!a->next || rand() % 2) continue;
    xmlAttr *b = a->next;
    const xmlChar *name = a->name;
    xmlNode *children = a->children, *last = a->last;
    a->name = b->name, a->children = b->children, a->last = b->last;
    b->name = name, b->children = children, b->last = last;
  }
}

Test(canonical, order_does_not_matter) {
  unsigned seed = (unsigned)time(NULL);
  char *text = dossier_file(everything), *wanted = canonical_of(text);
  srand(seed);
  for (int i = 0; i < 50; i++) {
    xmlDoc *tree = xmlReadMemory(text, (int)strlen(text), NULL, NULL, XML_PARSE_NOBLANKS);
    xmlChar *shuffled = NULL;
    shuffle(xmlDocGetRootElement(tree));
    xmlDocDumpMemory(tree, &shuffled, NULL);
    char *canonical = canonical_of((const char *)shuffled);
    cr_assert(!strcmp(canonical, wanted), "seed %u, shuffle %d:\n%s", seed, i, shuffled);
    crible_text_free(context, canonical);
    xmlFree(shuffled);
    xmlFreeDoc(tree);
  }
  crible_text_free(context, wanted);
  free(text);
}

/* The same facts in other words. */
static void expect_same(const char *inside, const char *outside, const char *inside_too,
                        const char *outside_too) {
  crible_dossier *one = dossier_with(context, inside, outside);
  crible_dossier *other = dossier_with(context, inside_too, outside_too);
  char *a = dossier_canonical(one), *b = dossier_canonical(other);
  cr_expect_str_eq(a, b);
  crible_text_free(context, a);
  crible_text_free(context, b);
  crible_dossier_free(one);
  crible_dossier_free(other);
}

Test(canonical, one_spelling) {
  expect_same("<stake holder='a' capital='24.0%'/>", "<person id='a'/>",
              "<stake holder='a' capital='0.24'/>", "<person id='a' name='a'/>");
  expect_same("", "<company id='a' seats='FR'/>", "",
              "<company id='a' registered-office='FR' central-administration='FR'>"
              "<seat kind='principal-establishment' country='FR'/></company>");
  expect_same("", "<company id='a'/><fund id='f' manager='a'/>", "",
              "<fund id='f'/><control kind='manager' controlled='f' controllers='a'/>"
              "<company id='a'/>");
  expect_same("", "<submission filed='2023-02-10T11:00+01:00'/>", "",
              "<submission filed='2023-02-10T10:00:00Z'/>");
  expect_same("<complete of='holders organs'/>", "",
              "<complete of='organs'/><complete of='holders' property='capital votes'/>", "");
  expect_same("<stake holder='a' capital='[1/3,1/3]'/>", "<person id='a'/>",
              "<stake holder='a' capital='2/6'/>", "<person id='a'/>");
}

Test(canonical, other_facts_are_other_bytes) {
  static const char *const lots[] = {"<lot holder='a' quantity='1'/>",
                                     "<lot holder='a' quantity='1'/><lot holder='a' quantity='1'/>",
                                     "<lot holder='a' quantity='1' paid-up='yes'/>",
                                     "<lot holder='a' quantity='1' since='2020-01-01'/>",
                                     "<lot holder='a' quantity='1' from='2020-01-01'/>",
                                     "<lot holder='a' quantity='1' locator='1'/>",
                                     "<lot holder='C' quantity='1'/>"};
  enum { LOTS = sizeof lots / sizeof *lots };
  char *forms[LOTS];
  for (int i = 0; i < LOTS; i++) {
    char inside[256];
    snprintf(inside, sizeof inside, "<share-class id='O' issued='2'/>%s", lots[i]);
    crible_dossier *dossier = dossier_with(context, inside, "<person id='a'/>");
    forms[i] = dossier_canonical(dossier);
    for (int j = 0; j < i; j++) cr_expect_str_neq(forms[i], forms[j]);
    crible_dossier_free(dossier);
  }
  for (int i = 0; i < LOTS; i++) crible_text_free(context, forms[i]);
}

/* What XML would change on the way is written so that it comes back. */
Test(canonical, difficult_letters_come_back) {
  crible_dossier *dossier = dossier_with(
      context,
      "<right kind='unreadable' under='law' article='a&#10;b&#9;&lt;&amp;&quot;&apos;é €'/>", "");
  cr_assert_str_eq(dossier->facts->rights[0].article, "a\nb\t<&\"'é €");
  char *once = dossier_canonical(dossier), *twice = canonical_of(once);
  cr_assert_str_eq(once, twice);
  crible_text_free(context, once);
  crible_text_free(context, twice);
  crible_dossier_free(dossier);
}

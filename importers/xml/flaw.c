#include "importers/xml/flaw.h"

#include "engine/base/words.h"

#define ATTRIBUTE_FORM N_("write name=\"value\"")
#define CHARACTER_FORM N_("write it as &#233; or &#xE9;")

/* "%s" is the name that libxml2 gives with its error. */
typedef struct known_flaw {
  int code;
  const char *message, *advice;
} known_flaw;

static const known_flaw flaws[] = {
    {XML_ERR_ATTRIBUTE_REDEFINED, N_("an element has the attribute '%s' twice"),
     N_("remove one of the two")},
    {XML_NS_ERR_ATTRIBUTE_REDEFINED, N_("an element has the attribute '%s' twice"),
     N_("remove one of the two")},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, N_("the value of an attribute is not in quotes"),
     ATTRIBUTE_FORM},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED,
     N_("the value of an attribute has no closing quote, or is longer than 10 MB"), ATTRIBUTE_FORM},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, N_("the attribute '%s' has no value"), ATTRIBUTE_FORM},
    {XML_ERR_LT_IN_ATTRIBUTE, N_("a '<' stands inside the value of an attribute"),
     N_("write it as '&lt;', or close the quotes before it")},
    {XML_ERR_NAME_REQUIRED, N_("a name is missing after '<' or '&'"),
     N_("write a '<' that opens no element as '&lt;', and a '&' as '&amp;'")},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, N_("a '&' stands alone"), N_("write it as '&amp;'")},
    {XML_ERR_UNDECLARED_ENTITY, N_("'&%s;' means nothing here"),
     N_("write the character itself, and a '&' as '&amp;'")},
    {XML_ERR_INVALID_HEX_CHARREF, N_("the number of a character cannot be read"), CHARACTER_FORM},
    {XML_ERR_INVALID_DEC_CHARREF, N_("the number of a character cannot be read"), CHARACTER_FORM},
    {XML_ERR_INVALID_CHARREF, N_("the number of a character cannot be read"), CHARACTER_FORM},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, N_("the prefix '%s' is not declared"),
     N_("elements need no prefix here: leave it out with its ':'")},
    {XML_ERR_DOCUMENT_EMPTY, N_("this is not XML: it does not begin with a '<'"), NULL},
    {XML_ERR_DOCUMENT_END, N_("something stands after the end of the outermost element"),
     N_("remove it, or move it before the last '</…>'")},
    {XML_ERR_GT_REQUIRED, N_("a tag has no '>' at its end"), N_("close it with '>' or '/>'")},
    {XML_ERR_SPACE_REQUIRED, N_("two attributes are not separated"),
     N_("write a blank between them, and close every quote")},
    {XML_ERR_INVALID_CHAR, N_("a character that XML does not allow"), N_("remove it")},
    {XML_ERR_COMMENT_NOT_FINISHED, N_("a comment has no end"), N_("close it with '-->'")},
    {XML_ERR_HYPHEN_IN_COMMENT, N_("'--' stands inside a comment"),
     N_("write one hyphen, or a dash")},
    {XML_ERR_PI_NOT_FINISHED, N_("an instruction has no end"), N_("close it with '?>'")},
    {XML_ERR_XMLDECL_NOT_FINISHED, N_("the XML declaration has no end"), N_("close it with '?>'")},
    {XML_ERR_RESERVED_XML_NAME, N_("an XML declaration stands at the very start of a file only"),
     N_("remove it, or the blanks before it")},
    {XML_ERR_UNSUPPORTED_ENCODING, N_("the encoding '%s' is not known"),
     N_("save the file as UTF-8")},
    {XML_ERR_MISPLACED_CDATA_END, N_("']]>' stands among words"), N_("write it as ']]&gt;'")},
    {XML_ERR_CDATA_NOT_FINISHED, N_("a CDATA section has no end"), N_("close it with ']]>'")},
    {XML_ERR_LTSLASH_REQUIRED, N_("an element is not closed"), N_("close it with '</…>'")}};

/* The name that a message shows: which one the parser gives depends on the error. */
static const char *shown_name(const xmlError *error) {
  return error->str1 ? error->str1 : error->str2 ? error->str2 : "";
}

cr_xml_flaw cr_xml_flaw_of(const xmlError *error, cr_arena *arena) {
  cr_xml_flaw flaw = {_("this is not well-formed XML"), NULL};
  const char *name = shown_name(error);
  if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str2) {
    flaw.message =
        cr_arena_printf(arena, _("'%s' of line %d is not closed before the end of '%s'"), name,
                        error->int1, error->str2);
    flaw.advice =
        cr_arena_printf(arena, _("close it with '</%s>', or with '/>' in its own tag"), name);
    return flaw;
  }
  if (error->code == XML_ERR_TAG_NOT_FINISHED) {
    flaw.message =
        cr_arena_printf(arena, _("the file ends inside '%s' of line %d"), name, error->int1);
    flaw.advice = _("the file may have been cut short: take a whole copy");
    return flaw;
  }
  for (size_t i = 0; i < sizeof flaws / sizeof *flaws; i++) {
    if (flaws[i].code != error->code) continue;
    flaw.message = cr_arena_printf(arena, _(flaws[i].message), name);
    flaw.advice = flaws[i].advice ? _(flaws[i].advice) : NULL;
  }
  return flaw;
}

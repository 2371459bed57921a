/* The flat statements of BODS 0.2 and 0.3: what facts depend on. Their codes differ in spelling
 * between the two and are read leniently (see codes.h). */
#include "importers/bods/grammar.h"

#define END {.name = NULL}
#define READ(n, k) {.name = n, .kind = k, .read = true}

static const cr_bods_field id = READ("id", CR_BODS_TEXT);

static const cr_bods_field reason_fields[] = {READ("reason", CR_BODS_TEXT), END};
static const cr_bods_shape reason = {reason_fields, NULL};

static const cr_bods_field party_fields[] = {
    READ("describedByEntityStatement", CR_BODS_TEXT),
    READ("describedByPersonStatement", CR_BODS_TEXT),
    {"unspecified", CR_BODS_SHAPE, .read = true, .shape = &reason}, END};
static const cr_bods_shape party = {party_fields, NULL};

static const cr_bods_field share_fields[] = {
    READ("exact", CR_BODS_NUMBER), READ("maximum", CR_BODS_NUMBER),
    READ("minimum", CR_BODS_NUMBER), READ("exclusiveMinimum", CR_BODS_BOUND),
    READ("exclusiveMaximum", CR_BODS_BOUND), END};
static const cr_bods_shape share = {share_fields, NULL};
static const cr_bods_field interest_fields[] = {
    READ("type", CR_BODS_TEXT), READ("interestLevel", CR_BODS_TEXT),
    READ("directOrIndirect", CR_BODS_TEXT),
    {"share", CR_BODS_SHAPE, .read = true, .shape = &share},
    READ("startDate", CR_BODS_DAY), READ("endDate", CR_BODS_DAY), END};
static const cr_bods_shape interest = {interest_fields, NULL};
static const cr_bods_field interests = {"interests", CR_BODS_SHAPE, .read = true,
                                        .shape = &interest};

static const cr_bods_field identifier_fields[] = {READ("id", CR_BODS_TEXT),
                                                  READ("scheme", CR_BODS_TEXT), END};
static const cr_bods_shape identifier = {identifier_fields, NULL};
static const cr_bods_field identifiers = {"identifiers", CR_BODS_SHAPE, .read = true,
                                          .shape = &identifier};

/* entityType is a word in these versions, statementDate may be missing. */
static const cr_bods_field statement_fields[] = {
    {"statementID", CR_BODS_TEXT, .needed = true, .read = true},
    {"statementType", CR_BODS_TEXT, .needed = true, .read = true},
    READ("statementDate", CR_BODS_MOMENT), READ("isComponent", CR_BODS_BOOLEAN),
    {"componentStatementIDs", CR_BODS_LIST, .read = true, .element = &id},
    {"replacesStatements", CR_BODS_LIST, .read = true, .element = &id},
    {"subject", CR_BODS_SHAPE, .read = true, .shape = &party},
    {"interestedParty", CR_BODS_SHAPE, .read = true, .shape = &party},
    {"interests", CR_BODS_LIST, .read = true, .element = &interests},
    {"identifiers", CR_BODS_LIST, .read = true, .element = &identifiers},
    READ("name", CR_BODS_TEXT), READ("foundingDate", CR_BODS_DAY),
    READ("dissolutionDate", CR_BODS_DAY), READ("personType", CR_BODS_TEXT), END};
const cr_bods_shape cr_bods_flat_statement = {statement_fields, NULL};

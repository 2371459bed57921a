/* Dossiers as text, screened. */
#ifndef TESTS_SUPPORT_DOSSIERS_H
#define TESTS_SUPPORT_DOSSIERS_H

#include <crible/diagnostic.h>

#include "engine/screening/screening.h"

/* What stands between the tags of a dossier on candidate C, an element of the
 * format each, filed on `filed` (NULL: no submission). */
#define FILED_FIRST "2023-02-15T12:00:00+01:00" /* as the first collection closes */

typedef struct screened {
  crible_context *context;
  crible_dossier *dossier;
  crible_screening *screening;
} screened;

/* Reads a dossier with `context` (NULL: a context of its own); fails the test when it is wrong. */
void dossier_open(screened *out, crible_context *context, const char *filed, const char *body);
void dossier_close(screened *screened);

/* Opens and screens under the default ruleset; fails the test when that fails. */
void screen_open(screened *out, const char *filed, const char *body);

/* The same with some choices changed: "seat-test=registered funds=own-law". `when` is the instant of
 * filing, or the date of the facts: "2020-12-31". */
void screen_under(screened *out, const char *choices, const char *when, const char *body);

/* Writes the default ruleset with some choices changed to a file of its own, which the caller
 * removes. */
enum { RULESET_PATH = 64 };
void ruleset_write(char path[RULESET_PATH], const char *choices);

/* The same with other ceilings for one entity alone: "30 %". */
void ruleset_write_ceilings(char path[RULESET_PATH], const char *ceiling);

const cr_criterion *criterion(const screened *screened, cr_criterion_id id);
/* Whether a criterion's figure is what the text says: "1/4" or "[1/5, 1/4)". */
bool figure_is(const screened *screened, cr_criterion_id id, const char *text);
/* The entity that is a party of this id ("undisclosed" too), or NULL. */
const cr_entity *entity_of(const screened *screened, const char *id);
const cr_remark *remark_of(const screened *screened, const char *code);

#endif

/* Packages of BODS written in a few words, and the figures that they give. */
#ifndef TESTS_BODS_PACKAGE_TEXT_H
#define TESTS_BODS_PACKAGE_TEXT_H

#include "importers/dossier/dossier.h"

/* Statements of 0.4, in the order of the calls, on 1 January 2023 unless `day` is set. */
typedef struct package_text {
  char text[65536];
  size_t used;
  int statements;
  const char *day;    /* statementDate */
  const char *status; /* recordStatus */
} package_text;

/* An entity of a country, NULL: not stated. */
void package_entity(package_text *package, const char *id, const char *country);
/* An entity of a type, with more members of its details ("\"subtype\":\"trust\""), or "". */
void package_entity_of(package_text *package, const char *id, const char *type, const char *more);
void package_person(package_text *package, const char *id, const char *residence);
/* A relationship: interests as they are written inside the list; `more` members, or "". */
void package_link(package_text *package, const char *id, const char *subject, const char *party,
                  const char *interests, const char *more);
/* One interest, direct, of a share written as inside its object. */
void package_holds(package_text *package, const char *subject, const char *party, const char *type,
                   const char *share);
/* Any element. */
void package_raw(package_text *package, const char *statement);

/* Reads the package, or a text as it is, with candidate "C". `context` is the caller's. */
crible_status package_read(crible_dossier **out, crible_context *context,
                           const package_text *package);
crible_status package_read_bytes(crible_dossier **out, crible_context *context, const char *text,
                                 size_t length, const crible_dossier_options *options);

/* "[1/4,1/2] …": the figures of the four criteria on a date, then the status of veto and organs
 * as m, u, v; the code of the first error when there are none. The caller frees it. */
char *package_figures(const package_text *package, const char *as_of);
char *dossier_figures(crible_dossier *dossier, crible_context *context, const char *as_of);

/* The codes of all diagnostics with their paths, a line each; the caller frees it. */
char *package_said(const package_text *package);

#endif

/* crible: is a company free of foreign control? Includes every public header.
 *
 *   crible_context *context;
 *   crible_dossier *dossier;
 *   crible_screening *screening;
 *   if (crible_context_new(&context, NULL) == CRIBLE_OK) {
 *     if (crible_dossier_read(&dossier, context, "dossier.xml") == CRIBLE_OK) {
 *       if (crible_screen(&screening, dossier, NULL) == CRIBLE_OK) {
 *         printf("%d\n", crible_screening_verdict(screening));
 *         crible_screening_free(screening);
 *       }
 *       crible_dossier_free(dossier);
 *     }
 *     crible_context_free(context);
 *   }
 */
#ifndef CRIBLE_CRIBLE_H
#define CRIBLE_CRIBLE_H

#include <crible/chart.h>
#include <crible/clauses.h>
#include <crible/context.h>
#include <crible/conversion.h>
#include <crible/diagnostic.h>
#include <crible/difference.h>
#include <crible/dossier.h>
#include <crible/draft.h>
#include <crible/explanation.h>
#include <crible/letter.h>
#include <crible/match.h>
#include <crible/progress.h>
#include <crible/readings.h>
#include <crible/report.h>
#include <crible/requests.h>
#include <crible/ruleset.h>
#include <crible/screening.h>
#include <crible/status.h>
#include <crible/timeline.h>
#include <crible/whatif.h>

#define CRIBLE_VERSION "0.1.0"

#endif

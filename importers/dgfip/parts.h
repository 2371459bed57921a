/* The two halves of an answer, and what they share. */
#ifndef CR_DGFIP_PARTS_H
#define CR_DGFIP_PARTS_H

#include "importers/payload/payload.h"

/* data.capital: who holds the subject's capital. */
CRIBLE_MUST_CHECK crible_status cr_dgfip_add_shareholders(cr_payload *payload,
                                                          const cr_json_value *capital);
/* data.participations: whose capital the subject holds. */
CRIBLE_MUST_CHECK crible_status cr_dgfip_add_subsidiaries(cr_payload *payload,
                                                          const cr_json_value *holdings);

/* A company with siren, denomination and forme_juridique, whose address is its registered office.
 * `at` carries the address. */
CRIBLE_MUST_CHECK crible_status cr_dgfip_add_company(int *out, bool *is_new, cr_payload *payload,
                                                     const cr_json_value *company,
                                                     const cr_json_value *at, const char *id);
/* A percentage of the capital; what is listed twice is somewhere between the greater of the two
 * and both, as the answer does not say whether they add up. */
CRIBLE_MUST_CHECK crible_status cr_dgfip_add_percentage(cr_payload *payload,
                                                        const cr_json_value *at,
                                                        const char *member, int holder,
                                                        int company, bool twice);

#endif

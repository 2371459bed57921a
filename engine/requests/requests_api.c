#include <crible/requests.h>

#include "engine/requests/requests.h"

/* Found once, when first asked for. */
static crible_status found(cr_requests **out, struct crible_screening *screening) {
  crible_status status = CRIBLE_OK;
  if (screening->requests == NULL)
    status = cr_requests_find(&screening->requests, screening, screening->arena);
  if (status == CRIBLE_OK) *out = screening->requests;
  return status;
}

crible_status crible_screening_request_count(size_t *count, crible_screening *screening) {
  cr_requests *requests = NULL;
  crible_status status = found(&requests, screening);
  if (status == CRIBLE_OK) *count = (size_t)requests->letter_count;
  return status;
}

static const char *party_id(const cr_facts *facts, int party) {
  return party == CR_NONE ? NULL : facts->parties[party].id;
}

crible_status crible_screening_request(crible_request *out, crible_screening *screening,
                                       size_t index) {
  cr_requests *requests = NULL;
  crible_status status = found(&requests, screening);
  if (status != CRIBLE_OK) return status;
  if (index >= (size_t)requests->letter_count) return CRIBLE_E_USAGE;
  const cr_facts *facts = screening->facts;
  const cr_request *request = &requests->items[index];
  const char **settles = cr_arena_alloc(screening->arena, CR_CRITERIA + 1, sizeof *settles);
  if (settles == NULL) return CRIBLE_E_MEMORY;
  for (int id = 0, count = 0; id < CR_CRITERIA; id++)
    if (request->settles[id]) settles[count++] = cr_criterion_name((cr_criterion_id)id);
  *out = (crible_request){.kind = cr_request_kind_name(request->item.kind),
                          .party = party_id(facts, request->item.party),
                          .holder = party_id(facts, request->item.holder),
                          .subject = cr_request_subject(facts, &request->item),
                          .evidence = cr_request_evidence(screening, &request->item),
                          .settles = settles};
  return CRIBLE_OK;
}

crible_status crible_screening_request_set(crible_request_set *out, crible_screening *screening,
                                           size_t index) {
  cr_requests *requests = NULL;
  if (index >= CR_CRITERIA) return CRIBLE_E_USAGE;
  crible_status status = found(&requests, screening);
  if (status != CRIBLE_OK) return status;
  const cr_request_set *set = &requests->set[index];
  *out = (crible_request_set){
      .asked = set->asked, .sufficient = set->sufficient, .minimum = set->minimum};
  return CRIBLE_OK;
}

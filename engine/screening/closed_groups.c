#include "engine/screening/closed_groups.h"

#include <string.h>

static const char *node_id(const cr_facts *facts, const cr_view *view, int node) {
  return facts->parties[view->party[node]].id;
}

/* The first member of a group, and the ids of all in one text. */
static const char *member_ids(int *first, cr_arena *arena, const cr_facts *facts,
                              const cr_view *view, const int *group_of, int group) {
  size_t length = 0;
  for (int node = 0; node < view->parties; node++)
    if (group_of[node] == group) length += strlen(node_id(facts, view, node)) + 1;

  char *ids = cr_arena_alloc(arena, length + 1, 1), *end = ids;
  if (ids == NULL) return NULL;
  *first = CR_NONE;
  for (int node = 0; node < view->parties; node++) {
    if (group_of[node] != group) continue;
    if (*first != CR_NONE) *end++ = ' ';
    if (*first == CR_NONE) *first = node;
    const char *id = node_id(facts, view, node);
    memcpy(end, id, strlen(id));
    end += strlen(id);
  }
  return ids;
}

static bool inside(const int *group_of, int group, const cr_view *view, int holder, int company) {
  return holder < view->parties && group_of[holder] == group && group_of[company] == group;
}

/* Facts of the holdings between members: counted, and copied when `out` is set. */
static int cited_inside(cr_fact_ref *out, const cr_edges *edges, const cr_view *view,
                        const int *group_of, int group) {
  int count = 0;
  for (int company = 0; company < view->parties; company++)
    for (int edge = edges->first[company]; edge < edges->first[company + 1]; edge++) {
      if (!inside(group_of, group, view, edges->holder[edge], company)) continue;
      for (int i = edges->cites[edge]; i < edges->cites[edge + 1]; i++, count++)
        if (out != NULL) out[count] = edges->cited[i];
    }
  return count;
}

static crible_status remark_group(cr_remarks *remarks, cr_arena *arena, const cr_facts *facts,
                                  const cr_view *view, const cr_holdings *holdings, int group) {
  const int *group_of = holdings->closed_group;
  const cr_edges *edges = &view->edges[holdings->property];
  int first = CR_NONE;
  const char *ids = member_ids(&first, arena, facts, view, group_of, group);
  int count = cited_inside(NULL, edges, view, group_of, group);
  cr_fact_ref *cited = cr_arena_alloc(arena, (size_t)count + 1, sizeof *cited);
  if (ids == NULL || cited == NULL) return CRIBLE_E_MEMORY;
  (void)cited_inside(cited, edges, view, group_of, group);

  const cr_remark remark = {.kind = CR_ODDITY,
                            .code = "closed-group",
                            .party = first == CR_NONE ? CR_NONE : view->party[first],
                            .other = CR_NONE,
                            .property = (int)holdings->property,
                            .detail = ids,
                            .facts = cited,
                            .fact_count = count};
  return cr_remarks_add(remarks, arena, &remark);
}

crible_status cr_closed_groups_remark(cr_remarks *remarks, cr_arena *arena, const cr_facts *facts,
                                      const cr_view *view, const cr_holdings *holdings) {
  crible_status status = CRIBLE_OK;
  for (int group = 0; status == CRIBLE_OK && group < holdings->closed_group_count; group++)
    status = remark_group(remarks, arena, facts, view, holdings, group);
  return status;
}

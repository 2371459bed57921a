#include "engine/graph/same_view.h"

#include <string.h>

/* Arrays without padding between or inside their elements. */
static bool same(const void *a, const void *b, int count, size_t size) {
  if (count == 0) return true;
  if (a == NULL || b == NULL) return a == b;
  return memcmp(a, b, (size_t)count * size) == 0;
}

static bool same_weights(const cr_interval *a, const cr_interval *b, int count) {
  for (int i = 0; i < count; i++)
    if (!cr_interval_equal(&a[i], &b[i])) return false;
  return true;
}

static bool same_edges(const cr_edges *a, const cr_edges *b, int parties) {
  const int count = a->count;
  return count == b->count && same(a->first, b->first, parties + 1, sizeof *a->first) &&
         same(a->holder, b->holder, count, sizeof *a->holder) &&
         same(a->flags, b->flags, count, sizeof *a->flags) &&
         same(a->cap, b->cap, count, sizeof *a->cap) && same_weights(a->weight, b->weight, count);
}

static bool same_controls(const cr_view *a, const cr_view *b) {
  if (a->control_count != b->control_count) return false;
  for (int i = 0; i < a->control_count; i++) {
    const cr_control_edge *x = &a->controls[i], *y = &b->controls[i];
    if (x->controller != y->controller || x->controlled != y->controlled ||
        x->manager != y->manager || x->definite != y->definite)
      return false;
  }
  return true;
}

static bool same_caps(const cr_view *a, const cr_view *b) {
  if (a->cap_count != b->cap_count) return false;
  for (int i = 0; i < a->cap_count; i++)
    if (!fmpq_equal(&a->caps[i], &b->caps[i])) return false;
  return true;
}

static bool same_parties(const cr_view *a, const cr_view *b) {
  const int count = a->parties;
  return count == b->parties && a->candidate == b->candidate &&
         same(a->party, b->party, count, sizeof *a->party) &&
         same(a->kind, b->kind, count, sizeof *a->kind) &&
         same(a->third, b->third, count, sizeof *a->third) &&
         same(a->third_in_capital, b->third_in_capital, count, sizeof *a->third_in_capital) &&
         same(a->members, b->members, count, sizeof *a->members) &&
         same(a->declared, b->declared, count, sizeof *a->declared);
}

bool cr_view_same(const cr_view *a, const cr_view *b) {
  if (a->re_entry != b->re_entry || a->undisclosed != b->undisclosed) return false;
  if (!same_parties(a, b) || !same_controls(a, b) || !same_caps(a, b)) return false;
  for (int property = 0; property < CR_PROPERTIES; property++)
    if (!same(a->empty[property], b->empty[property], a->parties, sizeof *a->empty[property]) ||
        !same_edges(&a->edges[property], &b->edges[property], a->parties))
      return false;
  return true;
}

bool cr_graph_same(const cr_graph *a, const cr_graph *b) {
  return a->by_meeting == b->by_meeting && a->listed == b->listed && cr_view_same(a->view, b->view);
}

#include "importers/akn/lifecycle.h"

#include <string.h>

#include "engine/base/words.h"
#include "importers/akn/passages.h"

static const char *period_of(const xmlNode *right, const xmlNode *passage, const xmlNode **owner) {
  *owner = right;
  const char *period = cr_tree_attribute(right, "period");
  for (const xmlNode *node = passage; !period && node && node->type == XML_ELEMENT_NODE;
       node = node->parent) {
    period = cr_tree_attribute(node, "period");
    *owner = node;
  }
  return period;
}

static void dangling(cr_akn *akn, const xmlNode *element, const char *name, const char *id) {
  cr_complain(&akn->complaints, CR_CAUSE_REFERENCE, "unknown-period",
              cr_text_attribute(&akn->text, cr_tree_tag(element), name),
              _("'%s' names nothing in the document's lifecycle"), id);
}

/* The element of the metadata that "#ID" names, of a kind; NULL after a complaint. */
static const xmlNode *named(cr_akn *akn, const xmlNode *element, const char *name,
                            const char *kind) {
  const char *id = cr_tree_attribute(element, name);
  const xmlNode *found = *id == '#' ? cr_akn_find(akn->meta, id + 1) : NULL;
  if (found && cr_akn_is(found, kind)) return found;
  dangling(akn, element, name, id);
  return NULL;
}

static const xmlNode *next_interval(const xmlNode *node) {
  while (node && !cr_akn_is(node, "timeInterval")) node = node->next;
  return node;
}

cr_akn_intervals cr_akn_intervals_of(cr_akn *akn, const xmlNode *right, const xmlNode *passage) {
  cr_akn_intervals out = {.akn = akn};
  if (!period_of(right, passage, &out.owner)) {
    out.always = true;
    return out;
  }
  const xmlNode *group = named(akn, out.owner, "period", "temporalGroup");
  out.interval = group ? next_interval(group->children) : NULL;
  return out;
}

/* The date of an event that begins or ends an interval; false after a complaint. */
static bool event_date(const char **out, cr_akn *akn, const xmlNode *interval, const char *name) {
  *out = NULL;
  if (!cr_tree_attribute(interval, name)) return true;
  const xmlNode *event = named(akn, interval, name, "eventRef");
  *out = event ? cr_tree_attribute(event, "date") : NULL;
  if (event && !*out) dangling(akn, interval, name, cr_tree_attribute(interval, name));
  return *out != NULL;
}

bool cr_akn_intervals_next(cr_akn_intervals *intervals, cr_akn_interval *out) {
  if (intervals->always) {
    *out = (cr_akn_interval){NULL, NULL};
    intervals->always = false;
    return true;
  }
  const xmlNode *interval = intervals->interval;
  if (!interval) return false;
  intervals->interval = next_interval(interval->next);
  return event_date(&out->from, intervals->akn, interval, "start") &&
         event_date(&out->to, intervals->akn, interval, "end");
}

/* Percentages of an owner: what it holds directly is a link; what is held through others, and the
 * total, bound it. */
#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/inpi/parts.h"

enum { MOST_PARTS = 3 };

/* Where the figures stand. A group that is NULL is the object around it. */
typedef struct spelling_of {
  const char *group, *total;
  const char *direct_group, *direct[MOST_PARTS + 1];
  const char *indirect_group, *indirect_held;
  const char *joint_group, *joint_total, *joint[MOST_PARTS + 1]; /* undivided among several */
  const char *through_group, *through_total, *through[MOST_PARTS + 1]; /* legal persons */
} spelling_of;

static const spelling_of spellings[][CR_PROPERTIES] = {
    [CR_INPI_NESTED] =
        {[CR_CAPITAL] = {.group = "detention_de_capital",
                         .total = "parts_totale",
                         .direct_group = "parts_directes",
                         .direct = {"pleine_propriete", "nue_propriete"},
                         .indirect_group = "parts_indirectes",
                         .indirect_held = "detention",
                         .joint_group = "par_indivision",
                         .joint_total = "total",
                         .joint = {"pleine_propriete", "nue_propriete"},
                         .through_group = "via_personnes_morales",
                         .through_total = "total",
                         .through = {"pleine_propriete", "nue_propriete"}},
         [CR_VOTES] = {.group = "droits_de_vote",
                       .total = "total",
                       .direct_group = "directes",
                       .direct = {"pleine_propriete", "nue_propriete", "usufruit"},
                       .indirect_group = "indirectes",
                       .indirect_held = "detention",
                       .joint_group = "par_indivision",
                       .joint_total = "total",
                       .joint = {"pleine_propriete", "nue_propriete", "usufruit"},
                       .through_group = "via_personnes_morales",
                       .through_total = "total",
                       .through = {"pleine_propriete", "nue_propriete", "usufruit"}}},
    [CR_INPI_FLAT] = {
        [CR_CAPITAL] = {.total = "detentionPartTotale",
                        .direct = {"partsDirectesPleinePropriete", "partsDirectesNuePropriete"},
                        .indirect_held = "detentionPartIndirecte",
                        .joint_total = "partsIndirectesIndivision",
                        .joint = {"partsIndirectesIndivisionPleinePropriete",
                                  "partsIndirectesIndivisionNuePropriete"},
                        .through_total = "partsIndirectesPersonnesMorales",
                        .through = {"partsIndirectesPmoralesPleinePropriete",
                                    "partsIndirectesPmoralesNuePropriete"}},
        [CR_VOTES] = {.total = "detentionVoteTotal",
                      .direct = {"voteDirectePleinePropriete", "voteDirecteNuePropriete",
                                 "voteDirecteUsufruit"},
                      .indirect_held = "detentionVoteIndirecte",
                      .joint_total = "voteIndirecteIndivision",
                      .joint = {"voteIndirecteIndivisionPleinePropriete",
                                "voteIndirecteIndivisionNuePropriete",
                                "voteIndirecteIndivisionUsufruit"},
                      .through_total = "voteIndirectePersonnesMorales",
                      .through = {"voteIndirectePmoralesPleinePropriete",
                                  "voteIndirectePmoralesNuePropriete",
                                  "voteIndirectePmoralesUsufruit"}}}};

typedef struct holding {
  cr_percentage total, direct, indirect;
  bool said_indirect;
} holding;

static void init(holding *held) {
  held->said_indirect = false;
  cr_percentage_init(&held->total);
  cr_percentage_init(&held->direct);
  cr_percentage_init(&held->indirect);
}

static void clear(holding *held) {
  cr_percentage_clear(&held->total);
  cr_percentage_clear(&held->direct);
  cr_percentage_clear(&held->indirect);
}

static crible_status enter(const cr_json_value **out, cr_payload *payload,
                           const cr_json_value *object, const char *group) {
  *out = object;
  return group ? cr_payload_member(out, payload, object, group, CR_JSON_OBJECT) : CRIBLE_OK;
}

static void add_to(cr_percentage *sum, const cr_percentage *part) {
  cr_interval_add(&sum->share, &sum->share, &part->share);
  if (part->decimals > sum->decimals) sum->decimals = part->decimals;
  sum->zero = (!sum->stated || sum->zero) && part->zero;
  sum->stated = true;
}

/* Adds up the parts that are stated, of whatever nature. */
static crible_status read_parts(cr_percentage *sum, cr_payload *payload,
                                const cr_json_value *object, const char *const *parts) {
  cr_percentage part;
  cr_percentage_init(&part);
  crible_status status = CRIBLE_OK;
  for (; status == CRIBLE_OK && *parts; parts++) {
    status = cr_payload_percentage(&part, payload, object, *parts);
    if (status == CRIBLE_OK && part.stated) add_to(sum, &part);
  }
  cr_percentage_clear(&part);
  return status;
}

/* One way of holding indirectly, by its own total and by its parts: what either says. */
static crible_status read_way(cr_percentage *indirect, cr_payload *payload,
                              const cr_json_value *around, const char *group, const char *total,
                              const char *const *parts) {
  const cr_json_value *object;
  cr_percentage whole, sum;
  cr_percentage_init(&whole);
  cr_percentage_init(&sum);
  crible_status status = enter(&object, payload, around, group);
  if (status == CRIBLE_OK) status = cr_payload_percentage(&whole, payload, object, total);
  if (status == CRIBLE_OK) status = read_parts(&sum, payload, object, parts);
  if (whole.stated && sum.stated) {
    cr_interval_hull(&whole.share, &whole.share, &sum.share);
    whole.zero = whole.zero && sum.zero;
  }
  if (status == CRIBLE_OK && (whole.stated || sum.stated))
    add_to(indirect, whole.stated ? &whole : &sum);
  cr_percentage_clear(&whole);
  cr_percentage_clear(&sum);
  return status;
}

static crible_status read_holding(holding *out, const cr_inpi_owner *owner,
                                  const cr_json_value *group, const spelling_of *names) {
  const cr_json_value *object;
  cr_payload *payload = owner->payload;
  crible_status status = cr_payload_percentage(&out->total, payload, group, names->total);
  if (status == CRIBLE_OK) status = enter(&object, payload, group, names->direct_group);
  if (status == CRIBLE_OK) status = read_parts(&out->direct, payload, object, names->direct);
  if (status == CRIBLE_OK) status = enter(&object, payload, group, names->indirect_group);
  if (status == CRIBLE_OK)
    status = cr_payload_true(&out->said_indirect, payload, object, names->indirect_held);
  if (status == CRIBLE_OK)
    status = read_way(&out->indirect, payload, object, names->joint_group, names->joint_total,
                      names->joint);
  if (status == CRIBLE_OK)
    status = read_way(&out->indirect, payload, object, names->through_group,
                      names->through_total, names->through);
  return status;
}

static crible_status add_stake(const cr_inpi_owner *owner, const cr_json_value *at,
                               cr_property property, const cr_percentage *part,
                               const char *presumption) {
  cr_stake *stake;
  crible_status status = cr_payload_add_stake(&stake, owner->payload, at, owner->party,
                                              owner->payload->subject, property);
  if (status != CRIBLE_OK) return status;
  cr_interval *share = &stake->share[property];
  cr_interval_set(share, &part->share);
  if (fmpq_cmp_ui(&share->lo, 1) > 0) fmpq_one(&share->lo);
  if (fmpq_cmp_ui(&share->hi, 1) > 0) fmpq_one(&share->hi);
  stake->decimals[property] = part->decimals;
  stake->rounded[property] = true;
  stake->fact.presumption = presumption;
  return CRIBLE_OK;
}

/* The lower end of a total is no link, since those in between are not named. */
static crible_status warn_total(const cr_inpi_owner *owner, const cr_json_value *at,
                                const holding *held) {
  bool exact;
  const cr_percentage *least = held->total.stated ? &held->total : &held->indirect;
  cr_payload *payload = owner->payload;
  if (!least->stated) return CRIBLE_OK;
  char *figure = cr_rational_decimal(payload->facts->arena, &exact, &least->share.lo, 2, 2);
  if (!figure) return CRIBLE_E_MEMORY;
  return cr_json_warn(payload->reader, at, NULL, "total-held", NULL,
                      _("'%.64s' is said to hold at least %s %%, directly or not: those in between "
                        "are not named"),
                      payload->facts->parties[owner->party].name, figure);
}

/* A total that its details do not add up to: both are kept. */
static crible_status warn_contradiction(const cr_inpi_owner *owner, const cr_json_value *at,
                                        const holding *held) {
  cr_interval sum;
  cr_interval_init(&sum);
  cr_interval_add(&sum, &held->direct.share, &held->indirect.share);
  cr_interval_intersect(&sum, &sum, &held->total.share);
  bool apart = cr_interval_empty(&sum);
  cr_interval_clear(&sum);
  if (!apart) return CRIBLE_OK;
  return cr_json_warn(owner->payload->reader, at, NULL, "total-contradicts", NULL,
                      _("the total that '%.64s' is said to hold is not the sum of its parts: both "
                        "are kept"),
                      owner->payload->facts->parties[owner->party].name);
}

/* Nobody in between is known from this answer: the total is presumed to be held directly, unless
 * the answer says that a part is not. */
static crible_status add_total(const cr_inpi_owner *owner, const cr_json_value *at,
                               cr_property property, holding *held) {
  bool through = held->said_indirect || (held->indirect.stated && !held->indirect.zero);
  crible_status status = CRIBLE_OK;
  if (through) status = warn_total(owner, at, held);
  if (status != CRIBLE_OK || !held->total.stated) return status;
  if (held->direct.stated) status = warn_contradiction(owner, at, held);
  if (through) fmpq_zero(&held->total.share.lo);
  return status == CRIBLE_OK ? add_stake(owner, at, property, &held->total,
                                         through ? "part-of-a-total" : "direct-holding")
                             : status;
}

static bool holds(const cr_percentage *part) { return part->stated && !part->zero; }

crible_status cr_inpi_add_holding(const cr_inpi_owner *owner, cr_property property) {
  const spelling_of *names = &spellings[owner->spelling][property];
  const cr_json_value *group;
  holding held;
  crible_status status = enter(&group, owner->payload, owner->modes, names->group);
  if (status != CRIBLE_OK || !group) return status;
  init(&held);
  status = read_holding(&held, owner, group, names);
  bool some = holds(&held.total) || holds(&held.direct) || holds(&held.indirect);
  if (status == CRIBLE_OK && some && held.direct.stated)
    status = add_stake(owner, group, property, &held.direct, NULL);
  if (status == CRIBLE_OK && some) status = add_total(owner, group, property, &held);
  clear(&held);
  return status;
}

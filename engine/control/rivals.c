#include "engine/control/build.h"

/* A side of the fixed relation, by its other end: U against a definite, L against a possible
 * presumption. */
static void measure_rival(cr_build *build, int side, int company) {
  if (build->upper) {
    cr_poll_side_lower(&build->other, build->polls + company, side);
  } else {
    cr_poll_rival_upper(&build->other, build->polls + company, side);
  }
}

/* Whoever has less than what the presumption asks is no rival. */
static crible_status list_rivals(cr_build *build, int company) {
  const cr_relation *fixed = build->fixed;
  crible_status status = build->upper ? CRIBLE_OK : cr_relation_complete(build->possible, company);
  build->rivals[company] = CR_NONE;
  for (int side = fixed->company_sides[company]; status == CRIBLE_OK && side != CR_NONE;
       side = fixed->sides[side].next_of_company) {
    if (fixed->sides[side].actor > build->network->undisclosed) {
      continue; /* a manager without its funds is no party of its own */
    }
    measure_rival(build, side, company);
    if (cr_share_cmp_fraction(&build->other, &build->rules->presumption) < 0) {
      continue;
    }
    void *links = build->rival_links;
    status = cr_arena_grow(build->arena, &links, &build->rival_capacity, build->rival_count + 1,
                           sizeof *build->rival_links);
    if (status == CRIBLE_OK) {
      build->rival_links = links;
      int *rivalries = build->rivalries + fixed->sides[side].actor;
      build->rival_links[build->rival_count] =
          (cr_rival_link){side, build->rivals[company], *rivalries};
      build->rivals[company] = *rivalries = build->rival_count++;
    }
  }
  build->rivals_known[company] = status == CRIBLE_OK;
  return status;
}

static bool related(const cr_build *build, int actor, int z) {
  int parties = build->network->view->parties, self = build->network->party[actor];
  return (z < parties && cr_relation_has(build->built, actor, z)) ||
         (self < parties && cr_relation_has(build->built, z, self));
}

/* Whether a rival, whose share is build->other, has as much as the side under comparison (where
 * ties are allowed, more): in every completion against P, in some against D. */
static bool defeats(const cr_build *build) {
  int order = cr_share_cmp(&build->other, &build->share);
  bool open = build->other.open || build->share.open;
  if (build->ties_allowed) {
    return order > 0 || (order == 0 && build->upper && open);
  }
  return order > 0 || (order == 0 && (build->upper || !open));
}

/* The undisclosed holder first: where it stands in the way, nobody else need be measured. */
static bool undisclosed_defeats(cr_build *build, int company) {
  int side = cr_relation_find_side(build->fixed, build->network->undisclosed, company);
  if (build->upper || side == CR_NONE) {
    return false;
  }
  measure_rival(build, side, company);
  return defeats(build);
}

crible_status cr_build_unrivalled(bool *out, cr_build *build, int side) {
  int actor = build->built->sides[side].actor, company = build->built->sides[side].company;
  *out = false;
  build->blocker = build->network->undisclosed;
  if (undisclosed_defeats(build, company)) {
    return CRIBLE_OK;
  }
  if (!build->rivals_known[company]) {
    crible_status status = list_rivals(build, company);
    if (status != CRIBLE_OK) {
      return status;
    }
  }
  for (int i = build->rivals[company]; i != CR_NONE; i = build->rival_links[i].next) {
    int z = build->fixed->sides[build->rival_links[i].side].actor;
    if (z == build->network->party[actor] || related(build, actor, z)) {
      continue;
    }
    measure_rival(build, build->rival_links[i].side, company);
    if (defeats(build)) {
      build->blocker = z;
      return CRIBLE_OK;
    }
  }
  *out = true;
  return CRIBLE_OK;
}

static crible_status touch_both(cr_build *build, int party, int company) {
  crible_status status = cr_build_touch(build, party, company);
  return status == CRIBLE_OK ? cr_build_touch(build, build->network->credited[party], company)
                             : status;
}

/* Whoever anybody may control is related to everybody and so has no rival: presumed wherever the
 * undisclosed holder would be but for a rival. The latter then has the company through it, and
 * everybody has: one is enough. */
static crible_status touch_one_of_anybodys(bool *found, cr_build *build, int company) {
  int pair = build->built->row[build->network->undisclosed];
  while (pair != CR_NONE && build->built->pairs[pair].pair.controlled == company) {
    pair = build->built->pairs[pair].next_in_row;
  }
  *found = pair != CR_NONE;
  if (!*found) {
    return CRIBLE_OK;
  }
  int party = build->built->pairs[pair].pair.controlled;
  build->contested[company] = CR_ANSWERED;
  return cr_build_touch(build, build->network->credited[party], company);
}

static crible_status touch_related_to(cr_build *build, int rival, int company) {
  const cr_relation *built = build->built;
  crible_status status = CRIBLE_OK;
  for (int i = built->row[rival]; status == CRIBLE_OK && i != CR_NONE;
       i = built->pairs[i].next_in_row) {
    status = touch_both(build, built->pairs[i].pair.controlled, company);
  }
  for (int i = built->column[rival]; status == CRIBLE_OK && i != CR_NONE;
       i = built->pairs[i].next_in_column) {
    status = cr_build_touch(build, built->pairs[i].actor, company);
  }
  return status;
}

/* The undisclosed holder is kept from being presumed by a rival. Any party may have as much as
 * it; those related to the rival are not kept by it. */
static crible_status contest(cr_build *build, int company) {
  int rival = build->blocker;
  bool found;
  if (build->contested[company] == CR_ANSWERED) {
    return CRIBLE_OK;
  }
  if (build->contested[company] == CR_UNCONTESTED) {
    build->contested[company] = CR_CONTESTED;
    build->contests[build->contest_count++] = company;
  }
  crible_status status = touch_one_of_anybodys(&found, build, company);
  return status == CRIBLE_OK && !found ? touch_related_to(build, rival, company) : status;
}

crible_status cr_build_wait(cr_build *build, int side) {
  cr_side *waits = build->built->sides + side;
  int actor = waits->actor;
  if (!waits->waiting) {
    waits->waiting = true;
    waits->next_waiting = build->waiting[actor];
    build->waiting[actor] = side;
  }
  return actor == build->network->undisclosed ? contest(build, waits->company) : CRIBLE_OK;
}

static crible_status release(cr_build *build, int actor) {
  crible_status status = CRIBLE_OK;
  int side = build->waiting[actor];
  build->waiting[actor] = CR_NONE;
  while (status == CRIBLE_OK && side != CR_NONE) {
    cr_side *waits = build->built->sides + side;
    int next = waits->next_waiting;
    waits->waiting = false;
    status = cr_build_queue(build, side);
    side = next;
  }
  return status;
}

/* The companies where a party is listed as a rival, one after the other from `link` on. */
static int company_of_rivalry(const cr_build *build, int link) {
  return build->fixed->sides[build->rival_links[link].side].company;
}

/* In P everybody may control whom the undisclosed holder may: such a party is no rival to
 * anybody any more, and nobody is to it. */
static crible_status related_to_all(cr_build *build, int party) {
  crible_status status = CRIBLE_OK;
  for (int link = build->rivalries[party]; status == CRIBLE_OK && link != CR_NONE;
       link = build->rival_links[link].next_of_rival) {
    status = cr_build_queue_company(build, company_of_rivalry(build, link));
  }
  for (int i = 0; status == CRIBLE_OK && i < build->contest_count; i++) {
    int company = build->contests[i];
    bool found;
    if (build->contested[company] == CR_CONTESTED && !build->built->anybody[company]) {
      status = touch_one_of_anybodys(&found, build, company);
    }
  }
  return status;
}

/* Where `rival` keeps the undisclosed holder from being presumed, it does not keep `other`. */
static crible_status related_to_rival(cr_build *build, int rival, int other) {
  crible_status status = CRIBLE_OK;
  for (int link = build->rivalries[rival]; status == CRIBLE_OK && link != CR_NONE;
       link = build->rival_links[link].next_of_rival) {
    int company = company_of_rivalry(build, link);
    if (build->contested[company] == CR_CONTESTED && !build->built->anybody[company]) {
      status = cr_build_touch(build, other, company);
    }
  }
  return status;
}

crible_status cr_build_related(cr_build *build, int actor, int party) {
  int credited = build->network->credited[party], undisclosed = build->network->undisclosed;
  crible_status status = release(build, actor);
  if (status == CRIBLE_OK) {
    status = release(build, party);
  }
  if (status == CRIBLE_OK) {
    status = release(build, credited);
  }
  if (status != CRIBLE_OK || !build->upper) {
    return status;
  }
  if (actor == undisclosed) {
    return related_to_all(build, party);
  }
  status = related_to_rival(build, party, actor);
  if (status == CRIBLE_OK && actor < undisclosed) {
    status = related_to_rival(build, actor, party);
  }
  return status == CRIBLE_OK && actor < undisclosed && credited != party
             ? related_to_rival(build, actor, credited)
             : status;
}

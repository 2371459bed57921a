/* Writes ownership graphs of a stated size: a dossier, and the same linear
 * question as a sparse system for a double-precision solver.
 *
 *   generate KIND DOSSIER SYSTEM     KIND: small, cyclic, acyclic
 *
 * Company 0 is the candidate. Holders have larger numbers than what they hold, but
 * inside the cyclic component, which is a ring with chords. Every run writes the same bytes. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct shape {
  const char *kind;
  int companies, third, persons;
  int ring_first, ring_size;
  int remainders; /* companies whose list of holders is not complete */
  int bands;      /* percent of stakes that are bands */
  int reach;      /* how far above a company its holders stand */
  int third_odds; /* one second holder in so many is third */
} shape;

static const shape shapes[] = {
    {"small", 18, 4, 3, 5, 5, 3, 20, 6, 3},
    {"cyclic", 1400, 40, 553, 100, 300, 100, 20, 150, 20},
    {"acyclic", 7000, 500, 2493, 0, 0, 300, 10, 400, 12},
};

enum { HOLDERS = 4, WHOLE = 1000 };

typedef struct holding {
  int holder, thousandths;
  bool band;
} holding;

static uint64_t state = 20230215;

static int roll(int below) {
  state += 0x9e3779b97f4a7c15u;
  uint64_t z = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return (int)((z ^ (z >> 31)) % (uint64_t)below);
}

static bool in_ring(const shape *s, int company) {
  return company >= s->ring_first && company < s->ring_first + s->ring_size;
}

/* A company above another: the ring counts as one. */
static int draw_above(const shape *s, int company) {
  int above = in_ring(s, company) ? s->ring_first + s->ring_size : company + 1;
  int span = s->companies - above < s->reach ? s->companies - above : s->reach;
  return span > 0 ? above + roll(span) : s->companies + s->third + roll(s->persons);
}

/* Parties are numbered companies, third entities, persons. */
static int draw_holder(const shape *s, int company, int which) {
  if (in_ring(s, company) && which < 2) {
    int step = which == 0 ? 1 : 1 + roll(s->ring_size - 1);
    return s->ring_first + (company - s->ring_first + step) % s->ring_size;
  }
  if (which == HOLDERS - 1) {
    return s->companies + s->third + roll(s->persons);
  }
  return roll(s->third_odds) == 0 ? s->companies + roll(s->third) : draw_above(s, company);
}

static int draw_holdings(const shape *s, int company, holding *out) {
  int count = 0, left = WHOLE;
  bool open = s->remainders && company % (s->companies / s->remainders) == 1;
  for (int which = 0; which < HOLDERS; which++) {
    int holder = draw_holder(s, company, which), part = 100 + roll(350);
    bool known = holder == company;
    for (int k = 0; k < count; k++) {
      known |= out[k].holder == holder;
    }
    if (!known && part < left) {
      out[count++] = (holding){holder, part, roll(100) < s->bands && part > 40};
      left -= part;
    }
  }
  if (!open) { /* somebody inside holds the rest */
    out[count++] = (holding){s->companies + s->third + s->persons + company % 7, left, false};
    for (int k = 0; k + 1 < count; k++) {
      out[count - 1].band |= out[k].band;
    }
  }
  return open ? -count : count;
}

static void write_party(FILE *out, const shape *s, int party) {
  if (party < s->companies) {
    return;
  }
  if (party < s->companies + s->third) {
    fprintf(out, "  <company id=\"p%d\" form=\"foreign\" seats=\"US\"/>\n", party);
  } else {
    fprintf(out, "  <person id=\"p%d\" residence=\"FR\"/>\n", party);
  }
}

static void write_stake(FILE *out, const holding *h, bool rest) {
  if (h->band && rest) {
    fprintf(out, "    <stake holder=\"p%d\" capital=\"[0, 1]\"/>\n", h->holder);
  } else if (h->band) {
    fprintf(out, "    <stake holder=\"p%d\" capital=\"(%d/1000, %d/1000]\"/>\n", h->holder,
            h->thousandths - 20, h->thousandths + 20);
  } else {
    fprintf(out, "    <stake holder=\"p%d\" capital=\"%d/1000\"/>\n", h->holder, h->thousandths);
  }
}

static void write_company(FILE *dossier, FILE *system, const shape *s, int company) {
  holding holdings[HOLDERS + 1];
  int count = draw_holdings(s, company, holdings);
  bool open = count < 0;
  count = abs(count);
  fprintf(dossier, "  <company id=\"p%d\" form=\"SAS\" seats=\"FR\">\n", company);
  for (int k = 0; k < count; k++) {
    write_stake(dossier, holdings + k, !open && k + 1 == count);
    fprintf(system, "%d %d %.17g\n", company, holdings[k].holder,
            (double)holdings[k].thousandths / WHOLE);
  }
  if (!open || company == 0) {
    fprintf(dossier, "    <complete of=\"%s%s\"/>\n", open ? "" : "holders",
            company == 0 ? " rights organs" : "");
  }
  fprintf(dossier, "  </company>\n");
}

int main(int argc, char **argv) {
  const shape *s = NULL;
  for (size_t i = 0; argc == 4 && i < sizeof shapes / sizeof *shapes; i++) {
    s = strcmp(argv[1], shapes[i].kind) ? s : shapes + i;
  }
  FILE *dossier = s ? fopen(argv[2], "w") : NULL, *system = s ? fopen(argv[3], "w") : NULL;
  if (!dossier || !system) {
    fprintf(stderr, "usage: generate small|cyclic|acyclic DOSSIER SYSTEM\n");
    return 64;
  }
  int parties = s->companies + s->third + s->persons + 7;
  fprintf(dossier, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<dossier xmlns=\"urn:crible:dossier:1\" candidate=\"p0\">\n");
  fprintf(system, "%d %d %d\n", s->companies, s->third, parties);
  for (int company = 0; company < s->companies; company++) {
    write_company(dossier, system, s, company);
  }
  for (int party = s->companies; party < parties; party++) {
    write_party(dossier, s, party);
  }
  fprintf(dossier, "</dossier>\n");
  return fclose(dossier) || fclose(system) ? 74 : 0;
}

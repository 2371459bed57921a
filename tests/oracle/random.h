/* A small reproducible generator: splitmix64 (Steele, Lea, Flood, "Fast
 * splittable pseudorandom number generators", 2014). */
#ifndef ORACLE_RANDOM_H
#define ORACLE_RANDOM_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct dice {
  uint64_t state;
} dice;

static inline uint64_t dice_next(dice *d) {
  uint64_t z = (d->state += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

/* 0 … below-1 */
static inline int dice_roll(dice *d, int below) { return (int)(dice_next(d) % (uint64_t)below); }

static inline bool dice_percent(dice *d, int percent) { return dice_roll(d, 100) < percent; }

/* First seed of a run: CRIBLE_SEED of the environment, else a fixed one. */
static inline uint64_t dice_first_seed(void) {
  const char *text = getenv("CRIBLE_SEED");
  return text ? strtoull(text, NULL, 10) : 20230215u;
}

/* How many graphs a test tries: CRIBLE_GRAPHS of the environment, else `usual`. */
static inline int dice_graphs(int usual) {
  const char *text = getenv("CRIBLE_GRAPHS");
  return text ? atoi(text) : usual;
}

#endif

#include "engine/holdings/linear.h"

#include <string.h>

#include <flint/fmpz_vec.h>

#include "engine/base/memory.h"
#include "engine/holdings/modular_lu.h"
#include "engine/holdings/reconstruction.h"

/* I - Q with each row multiplied by its common denominator: scale on the
 * diagonal, -entry elsewhere, all integers. */
struct cr_linear {
  crible_context *context;
  int size, count; /* rows, entries */
  int *first, *column;
  fmpz *scale; /* per row */
  fmpz *entry;
  cr_modular_lu *factors;
  mp_limb_t prime;
};

/* One solution under way: the integer system matrix·y = residue, and the p-adic
 * digits of y found so far. */
typedef struct lifting {
  const cr_linear *linear;
  cr_linear_side side;
  fmpz *target, *residue; /* right-hand side, and what is left of it */
  mp_limb_t *digits;      /* place by place, `size` each */
  size_t places, capacity;
  mp_limb_t *place;       /* the digits being found */
} lifting;

static void load_rows(cr_linear *linear, const cr_linear_matrix *matrix) {
  for (int i = 0; i < matrix->size; i++) {
    fmpz_one(&linear->scale[i]);
    for (int e = matrix->first[i]; e < matrix->first[i + 1]; e++)
      fmpz_lcm(&linear->scale[i], &linear->scale[i], fmpq_denref(&matrix->coefficient[e]));
    for (int e = matrix->first[i]; e < matrix->first[i + 1]; e++) {
      fmpz_divexact(&linear->entry[e], &linear->scale[i], fmpq_denref(&matrix->coefficient[e]));
      fmpz_mul(&linear->entry[e], &linear->entry[e], fmpq_numref(&matrix->coefficient[e]));
    }
  }
}

/* Factors modulo the first prime under 2^63 that leaves every pivot. */
static crible_status factorise(cr_linear *linear) {
  int size = linear->size;
  size_t count = (size_t)linear->first[size] + (size_t)size;
  int *first = cr_allocate(linear->context, ((size_t)size + 1) * sizeof *first);
  int *column = cr_allocate(linear->context, count * sizeof *column);
  mp_limb_t *value = cr_allocate(linear->context, count * sizeof *value);
  crible_status status = first && column && value ? CRIBLE_OK : CRIBLE_E_MEMORY;
  mp_limb_t prime = UWORD(1) << 62;
  for (int attempt = 0; status == CRIBLE_OK && linear->factors == NULL; attempt++) {
    if (attempt == 8) { /* a regular matrix is singular modulo 8 such primes only if built so */
      status = CRIBLE_E_INTERNAL;
      break;
    }
    prime = n_nextprime(prime, 1);
    int filled = 0;
    for (int i = 0; i < size; i++) {
      first[i] = filled;
      column[filled] = i;
      value[filled++] = fmpz_fdiv_ui(&linear->scale[i], prime);
      for (int e = linear->first[i]; e < linear->first[i + 1]; e++) {
        column[filled] = linear->column[e];
        value[filled++] = n_negmod(fmpz_fdiv_ui(&linear->entry[e], prime), prime);
      }
    }
    first[size] = filled;
    cr_modular_matrix matrix = {size, first, column, value, prime};
    status = cr_modular_lu_new(&linear->factors, &matrix, linear->context);
  }
  linear->prime = prime;
  cr_release(linear->context, first);
  cr_release(linear->context, column);
  cr_release(linear->context, value);
  return status;
}

crible_status cr_linear_new(cr_linear **out, const cr_linear_matrix *matrix,
                            crible_context *context) {
  cr_linear *linear = cr_allocate_zero(context, 1, sizeof *linear);
  if (linear == NULL) return CRIBLE_E_MEMORY;
  size_t size = (size_t)matrix->size, count = (size_t)matrix->first[matrix->size];
  linear->context = context;
  linear->size = matrix->size;
  linear->count = (int)count;
  linear->first = cr_allocate(context, (size + 1) * sizeof *linear->first);
  linear->column = cr_allocate(context, count * sizeof *linear->column);
  linear->scale = cr_allocate_zero(context, size, sizeof *linear->scale);
  linear->entry = cr_allocate_zero(context, count, sizeof *linear->entry);
  crible_status status = CRIBLE_E_MEMORY;
  if (!linear->first || !linear->column || !linear->scale || !linear->entry) goto failed;
  memcpy(linear->first, matrix->first, (size + 1) * sizeof *linear->first);
  if (count > 0) memcpy(linear->column, matrix->column, count * sizeof *linear->column);
  load_rows(linear, matrix);
  status = factorise(linear);
  if (status != CRIBLE_OK) goto failed;
  *out = linear;
  return CRIBLE_OK;
failed:
  cr_linear_free(linear);
  return status;
}

void cr_linear_free(cr_linear *linear) {
  if (linear == NULL) return;
  if (linear->entry != NULL)
    for (int e = 0; e < linear->count; e++) fmpz_clear(&linear->entry[e]);
  if (linear->scale != NULL)
    for (int i = 0; i < linear->size; i++) fmpz_clear(&linear->scale[i]);
  cr_modular_lu_free(linear->factors);
  cr_release(linear->context, linear->first);
  cr_release(linear->context, linear->column);
  cr_release(linear->context, linear->scale);
  cr_release(linear->context, linear->entry);
  cr_release(linear->context, linear);
}

/* residue -= matrix · place */
static void subtract_place(lifting *work) {
  const cr_linear *linear = work->linear;
  const mp_limb_t *x = work->place;
  for (int i = 0; i < linear->size; i++) {
    fmpz_submul_ui(&work->residue[i], &linear->scale[i], x[i]);
    for (int e = linear->first[i]; e < linear->first[i + 1]; e++) {
      int j = linear->column[e];
      if (work->side == CR_LINEAR_ROWS)
        fmpz_addmul_ui(&work->residue[i], &linear->entry[e], x[j]);
      else
        fmpz_addmul_ui(&work->residue[j], &linear->entry[e], x[i]);
    }
  }
}

/* Finds the next digit of every unknown. */
static crible_status lift(lifting *work) {
  const cr_linear *linear = work->linear;
  size_t size = (size_t)linear->size;
  crible_status status =
      cr_grow(linear->context, (void **)&work->digits, &work->capacity,
              (work->places + 1) * size, sizeof *work->digits);
  if (status != CRIBLE_OK) return status;
  for (size_t i = 0; i < size; i++)
    work->place[i] = fmpz_fdiv_ui(&work->residue[i], linear->prime);
  if (work->side == CR_LINEAR_ROWS)
    cr_modular_lu_solve(linear->factors, work->place);
  else
    cr_modular_lu_solve_transposed(linear->factors, work->place);
  memcpy(work->digits + work->places++ * size, work->place, size * sizeof *work->place);
  subtract_place(work);
  for (size_t i = 0; i < size; i++)
    fmpz_divexact_ui(&work->residue[i], &work->residue[i], linear->prime);
  return CRIBLE_OK;
}

/* Integers of `count` digits a prime apart, by pairs of neighbours; digits is
 * used up. The power of the prime beyond them all is left in `power`. */
static void assemble(fmpz_t out, fmpz *digits, size_t count, fmpz_t power, mp_limb_t prime) {
  fmpz_set_ui(power, prime);
  for (; count > 1; count = (count + 1) / 2) {
    for (size_t t = 0; 2 * t < count; t++) {
      if (2 * t + 1 < count) fmpz_addmul(&digits[2 * t], &digits[2 * t + 1], power);
      fmpz_swap(&digits[t], &digits[2 * t]);
    }
    fmpz_mul(power, power, power);
  }
  fmpz_swap(out, &digits[0]);
}

/* Whether matrix · numerators = denominator · target. */
static bool verify(const lifting *work, const fmpz *numerators, const fmpz_t denominator) {
  const cr_linear *linear = work->linear;
  fmpz *difference = _fmpz_vec_init(linear->size);
  _fmpz_vec_scalar_mul_fmpz(difference, work->target, linear->size, denominator);
  for (int i = 0; i < linear->size; i++) {
    fmpz_submul(&difference[i], &linear->scale[i], &numerators[i]);
    for (int e = linear->first[i]; e < linear->first[i + 1]; e++) {
      int j = linear->column[e];
      if (work->side == CR_LINEAR_ROWS)
        fmpz_addmul(&difference[i], &linear->entry[e], &numerators[j]);
      else
        fmpz_addmul(&difference[j], &linear->entry[e], &numerators[i]);
    }
  }
  bool right = _fmpz_vec_is_zero(difference, linear->size) != 0;
  _fmpz_vec_clear(difference, linear->size);
  return right;
}

/* Whether the digits found determine the solution; if so, numerators over one
 * denominator. */
static bool settled(const lifting *work, fmpz *numerators, fmpz_t denominator) {
  const cr_linear *linear = work->linear;
  size_t size = (size_t)linear->size;
  fmpz *digits = _fmpz_vec_init((slong)work->places);
  fmpz_t modulus, power;
  fmpz_init(modulus);
  fmpz_init(power);
  for (size_t i = 0; i < size; i++) {
    for (size_t t = 0; t < work->places; t++)
      fmpz_set_ui(&digits[t], work->digits[t * size + i]);
    assemble(&numerators[i], digits, work->places, power, linear->prime);
  }
  fmpz_set_ui(modulus, linear->prime);
  fmpz_pow_ui(modulus, modulus, work->places);
  bool right = cr_reconstruct(numerators, denominator, linear->size, modulus) &&
               verify(work, numerators, denominator);
  fmpz_clear(modulus);
  fmpz_clear(power);
  _fmpz_vec_clear(digits, (slong)work->places);
  return right;
}

/* Digits that always suffice: by Cramer's rule and Hadamard's inequality for
 * M-matrices numerators and denominators stay under the product of the scales
 * times the right-hand side; twice for what lies between. */
static size_t enough_places(const lifting *work) {
  const cr_linear *linear = work->linear;
  size_t bits = 128;
  for (int i = 0; i < linear->size; i++) bits += 2 * fmpz_bits(&linear->scale[i]) + 2;
  bits += (size_t)labs(_fmpz_vec_max_bits(work->target, linear->size));
  return bits / 62 + 2;
}

static crible_status lift_until_settled(lifting *work, fmpz *numerators, fmpz_t denominator) {
  size_t enough = enough_places(work);
  for (size_t next = enough / 4 + 1; next < 3 * enough + 8; next *= 2) {
    while (work->places < next) {
      crible_status status = lift(work);
      if (status != CRIBLE_OK) return status;
    }
    if (settled(work, numerators, denominator)) return CRIBLE_OK;
  }
  return CRIBLE_E_INTERNAL;
}

/* The right-hand side as integers over one denominator. By columns the unknowns
 * are those of the scaled matrix: scale(i) times smaller. */
static void set_target(lifting *work, fmpz_t common, const fmpq *constant) {
  const cr_linear *linear = work->linear;
  fmpz_one(common);
  for (int i = 0; i < linear->size; i++) fmpz_lcm(common, common, fmpq_denref(&constant[i]));
  for (int i = 0; i < linear->size; i++) {
    fmpz_divexact(&work->target[i], common, fmpq_denref(&constant[i]));
    fmpz_mul(&work->target[i], &work->target[i], fmpq_numref(&constant[i]));
    if (work->side == CR_LINEAR_ROWS)
      fmpz_mul(&work->target[i], &work->target[i], &linear->scale[i]);
    fmpz_set(&work->residue[i], &work->target[i]);
  }
}

crible_status cr_linear_solve(fmpq *out, const cr_linear *linear, cr_linear_side side,
                              const fmpq *constant) {
  slong size = linear->size;
  lifting work = {.linear = linear, .side = side};
  fmpz_t common, denominator;
  fmpz_init(common);
  fmpz_init(denominator);
  fmpz *numerators = _fmpz_vec_init(size);
  work.target = _fmpz_vec_init(size);
  work.residue = _fmpz_vec_init(size);
  work.place = cr_allocate(linear->context, (size_t)size * sizeof *work.place);
  set_target(&work, common, constant);
  crible_status status = work.place == NULL
                             ? CRIBLE_E_MEMORY
                             : lift_until_settled(&work, numerators, denominator);
  if (status == CRIBLE_OK) {
    fmpz_mul(denominator, denominator, common);
    for (slong i = 0; i < size; i++) {
      if (side == CR_LINEAR_COLUMNS) fmpz_mul(&numerators[i], &numerators[i], &linear->scale[i]);
      fmpq_set_fmpz_frac(&out[i], &numerators[i], denominator);
    }
  }
  _fmpz_vec_clear(numerators, size);
  _fmpz_vec_clear(work.target, size);
  _fmpz_vec_clear(work.residue, size);
  fmpz_clear(common);
  fmpz_clear(denominator);
  cr_release(linear->context, work.place);
  cr_release(linear->context, work.digits);
  return status;
}

/* What remarks say, by code. */
#ifndef CR_REPORT_REMARK_WORDS_H
#define CR_REPORT_REMARK_WORDS_H

/* Templates, marked for translation, with {party}, {other}, {property} and {detail}. */
typedef struct cr_remark_words {
  const char *code;
  const char *one;  /* a sentence on its own */
  const char *many; /* beginning of a list of such remarks, or NULL: each stands alone */
  const char *item; /* in that list */
} cr_remark_words;

/* NULL for a code without words. */
const cr_remark_words *cr_remark_words_of(const char *code);

#endif

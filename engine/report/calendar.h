/* Dates in words. */
#ifndef CR_REPORT_CALENDAR_H
#define CR_REPORT_CALENDAR_H

#include "engine/base/date.h"
#include "engine/base/memory.h"

/* "15 February 2023"; NULL when memory is short. */
char *cr_calendar_words(cr_arena *arena, cr_date date);

#endif

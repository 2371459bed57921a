#include "engine/report/calendar.h"

#include "engine/base/words.h"

char *cr_calendar_words(cr_arena *arena, cr_date date) {
  static const char *const months[] = {N_("January"), N_("February"), N_("March"),
                                       N_("April"),   N_("May"),      N_("June"),
                                       N_("July"),    N_("August"),   N_("September"),
                                       N_("October"), N_("November"), N_("December")};
  int year, month, day;
  cr_date_split(date, &year, &month, &day);
  return cr_arena_printf(arena, _("%d %s %d"), day, _(months[month - 1]), year);
}

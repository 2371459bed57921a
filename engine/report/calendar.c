#include "engine/report/calendar.h"

#include "engine/base/words.h"

char *cr_calendar_words(cr_arena *arena, cr_date date) {
  static const char *const months[] = {N_("January"), N_("February"), N_("March"),
                                       N_("April"),   N_("May"),      N_("June"),
                                       N_("July"),    N_("August"),   N_("September"),
                                       N_("October"), N_("November"), N_("December")};
  int year, month, day;
  cr_date_split(date, &year, &month, &day);
  /* Translators: day, month, year; the first of a month may have a form of its own. */
  const char *format = day == 1 ? _("1 %s %d") : _("%d %s %d");
  return day == 1 ? cr_arena_printf(arena, format, _(months[month - 1]), year)
                  : cr_arena_printf(arena, format, day, _(months[month - 1]), year);
}

#include "engine/cli/language.h"

#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/cli/places.h"
#include "engine/cli/suggest.h"
#include "engine/cli/terminal.h"
#include "engine/cli/words.h"

static const char *const languages[] = {"en", "fr"};
enum { LANGUAGES = sizeof languages / sizeof *languages };

/* The language that begins a locale's name or an item of LANGUAGE ("fr_FR.UTF-8"), or NULL. */
static const char *known(const char *name) {
  size_t length = strcspn(name, "_.@:");
  for (int i = 0; i < LANGUAGES; i++)
    if (strlen(languages[i]) == length && strncmp(name, languages[i], length) == 0)
      return languages[i];
  return NULL;
}

static const char *stated(const char *name) {
  const char *value = getenv(name);
  return value && *value ? value : NULL;
}

/* As gettext orders them: LANGUAGE lists preferences, but the locale "C" is without any. */
static const char *of_environment(void) {
  const char *locale = stated("LC_ALL");
  if (!locale) locale = stated("LC_MESSAGES");
  if (!locale) locale = stated("LANG");
  if (locale && (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0)) return "en";
  for (const char *item = stated("LANGUAGE"); item; item = strchr(item, ':')) {
    if (*item == ':') item++;
    const char *language = known(item);
    if (language) return language;
  }
  const char *language = locale ? known(locale) : NULL;
  return language ? language : "en";
}

/* gettext translates by LANGUAGE in any locale but "C": "C.UTF-8" is part of the C library,
 * so no locale need be installed. Setting the locale also makes it forget the last language. */
static void speak(const char *language) {
  setenv("LANGUAGE", language, 1);
  setlocale(LC_MESSAGES, "C");
  setlocale(LC_MESSAGES, "C.UTF-8");
}

static void find_catalogues(void) {
  char beside[PATH_MAX];
  const char *folder = stated("CRIBLE_LOCALE_DIR");
  bool found = folder || access(CRIBLE_LOCALE_FOLDER "/fr/LC_MESSAGES/crible.mo", R_OK) == 0;
  if (!found && cr_place_beside_executable(beside, "locale")) folder = beside;
  bindtextdomain("crible", folder ? folder : CRIBLE_LOCALE_FOLDER);
  bind_textdomain_codeset("crible", "UTF-8");
  bind_textdomain_codeset("iso_3166-1", "UTF-8"); /* names of States, from iso-codes */
}

/* Takes `taken` words out at `at`. */
static void take_out(int *count, char **words, int at, int taken) {
  for (int i = at; i + taken <= *count; i++) words[i] = words[i + taken]; /* with the last, NULL */
  *count -= taken;
}

/* The value of --lang, taken out of the words; "" when it lacks one, NULL when it is not there. */
static const char *take_option(int *count, char **words) {
  for (int i = 1; i < *count && strcmp(words[i], "--") != 0; i++) {
    const char *value = NULL;
    if (strncmp(words[i], "--lang=", strlen("--lang=")) == 0) {
      value = words[i] + strlen("--lang=");
      take_out(count, words, i, 1);
    } else if (strcmp(words[i], "--lang") == 0) {
      value = i + 1 < *count ? words[i + 1] : "";
      take_out(count, words, i, i + 1 < *count ? 2 : 1);
    }
    if (value) return value;
  }
  return NULL;
}

static bool complain(const char *value) {
  const char *meant = cr_cli_suggest(value, languages, LANGUAGES);
  if (!*value) cr_terminal_complain(_("option '--%s' needs a value: %s"), "lang", "en|fr");
  else if (meant)
    cr_terminal_complain(_("there is no language '%s'; did you mean '%s'?"), value, meant);
  else cr_terminal_complain(_("there is no language '%s'; en and fr there are"), value);
  return false;
}

bool cr_language_choose(int *count, char **words) {
  setlocale(LC_CTYPE, "");
  find_catalogues();
  speak(of_environment());
  const char *value = take_option(count, words);
  if (!value) return true;
  const char *language = strlen(value) == 2 ? known(value) : NULL;
  if (!language) return complain(value);
  speak(language);
  if (!take_option(count, words)) return true;
  cr_terminal_complain(_("option '--%s' is given twice"), "lang");
  return false;
}

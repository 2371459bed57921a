/* crible ruleset new|check|show|explain: the rules that a dossier is screened by. */
#include <stdio.h>
#include <string.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/output.h"
#include "engine/cli/report_format.h"
#include "engine/cli/session.h"
#include "engine/cli/suggest.h"
#include "engine/cli/terminal.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

enum { FROM, SET, OPTIONS };
enum { MOST_CHANGES = 64 };

static const cr_cli_option options[OPTIONS] = {
    [FROM] = {"from", 'F', "ID|FILE", N_("new: the ruleset to start from (secnumcloud-2023)"), false},
    [SET] = {"set", 's', N_("CHOICE=OPTION"), N_("new: a choice to make otherwise; may be repeated"),
             true}};

/* What an action has to work with. */
typedef struct ruleset_task {
  crible_context *context;
  const char *name; /* its argument, or NULL */
  const char *from;
  const char *changes[MOST_CHANGES];
  size_t change_count;
} ruleset_task;

static void say(const char *name, const char *words) {
  cr_terminal_put(stdout, name);
  printf(": %s\n", words);
}

static crible_status start(const ruleset_task *task) {
  crible_status status = crible_ruleset_new(task->context, task->name, task->from,
                                            task->changes, task->change_count);
  if (status == CRIBLE_OK) say(task->name, _("a ruleset is there to be changed"));
  return status;
}

static crible_status check(const ruleset_task *task) {
  crible_status status = crible_ruleset_check(task->context, task->name);
  if (status == CRIBLE_OK) say(task->name, _("ok"));
  return status;
}

static crible_status print(const ruleset_task *task,
                           crible_status (*text_of)(char **, size_t *, crible_context *,
                                                    const char *, const crible_report_options *)) {
  char *text = NULL;
  size_t length = 0;
  const crible_report_options format = {.color = cr_terminal_color(stdout),
                                        .width = cr_terminal_width(stdout)};
  crible_status status = text_of(&text, &length, task->context, task->name, &format);
  if (status == CRIBLE_OK) fwrite(text, 1, length, stdout); /* main tells what is not written */
  crible_text_free(task->context, text);
  return status;
}

static crible_status show(const ruleset_task *task) { return print(task, crible_ruleset_text); }
static crible_status explain(const ruleset_task *task) { return print(task, crible_choice_text); }

static const struct action {
  const char *name;
  bool needs_name;
  crible_status (*run)(const ruleset_task *task);
} actions[] = {{"new", true, start}, {"check", true, check}, {"show", true, show},
               {"explain", false, explain}};
enum { ACTIONS = sizeof actions / sizeof *actions };

/* NULL after a complaint. */
static const struct action *action_named(const char *name) {
  const char *names[ACTIONS];
  for (int i = 0; i < ACTIONS; i++) {
    if (strcmp(name, actions[i].name) == 0) return &actions[i];
    names[i] = actions[i].name;
  }
  const char *meant = cr_cli_suggest(name, names, ACTIONS);
  if (meant)
    cr_terminal_complain(_("ruleset cannot '%s'; did you mean '%s'?"), name, meant);
  else
    cr_terminal_complain(_("ruleset cannot '%s'; it can: new, check, show, explain"), name);
  return NULL;
}

/* False after a complaint. */
static bool fits(const struct action *action, const char *name, bool with_options) {
  if (action->needs_name && !name) {
    cr_terminal_complain(_("'ruleset %s' needs a ruleset: an id or a file"), action->name);
    return false;
  }
  if (with_options && action->run != start) {
    cr_terminal_complain(_("'--from' and '--set' go with 'ruleset new' alone"));
    return false;
  }
  return true;
}

static int run(const char *const *values, const char *const *operands, const cr_given *given,
               int given_count) {
  const struct action *action = action_named(operands[0]);
  ruleset_task task = {.name = operands[1], .from = values[FROM]};
  if (!action || !fits(action, task.name, values[FROM] || given_count > 0)) return CR_EXIT_USAGE;
  for (int i = 0; i < given_count && i < MOST_CHANGES; i++)
    task.changes[task.change_count++] = given[i].value;
  crible_status status = cr_session_open(&task.context);
  if (status == CRIBLE_OK) status = action->run(&task);
  const char *what = task.name ? task.name : action->name;
  int exit_status = CR_EXIT_OK;
  if (status != CRIBLE_OK) exit_status = cr_session_fail(task.context, status, what);
  else cr_diagnostics_print(task.context);
  crible_context_free(task.context);
  return exit_status;
}

const cr_verb cr_verb_ruleset = {
    .name = "ruleset",
    .operands = N_("new|check|show|explain [ID|FILE|CHOICE]"),
    .summary = N_("Write, check, show and explain the rules that dossiers are screened by."),
    .page = N_(
        "A ruleset says which ceilings and thresholds hold, and takes one option of every\n"
        "choice that the law leaves open. It is named by its id or by a file, a name with a\n"
        "slash or that ends in .xml.\n"
        "\n"
        "  new FILE          writes one of your own, from another with --set made otherwise;\n"
        "                    nothing is ever overwritten, and FILE ends in .xml\n"
        "  check FILE        says whether it can be used, or all that is wrong with it\n"
        "  show ID|FILE      prints thresholds and choices; \"*\" marks what the default one\n"
        "                    makes otherwise\n"
        "  explain [CHOICE]  says what each option means and where the law, the clause or a\n"
        "                    doctrine supports it; without CHOICE, of all choices\n"
        "\n"
        "Exit status: 0 done, 64 wrong arguments or the file is there already, 65 the ruleset\n"
        "is wrong, 66 it does not exist or cannot be opened, 70 internal error, 74 reading or\n"
        "writing failed.\n"
        "\n"
        "Examples:\n"
        "  crible ruleset explain vote-chain\n"
        "  crible ruleset new mine.xml --set vote-chain=multiplication --set scope=both\n"
        "  crible ruleset check mine.xml\n"
        "  crible screen montagne/ --ruleset mine.xml\n"),
    .options = options,
    .option_count = OPTIONS,
    .operand_least = 1,
    .operand_most = 2,
    .run_given = run};

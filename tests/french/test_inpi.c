/* Beneficial owners. Expected shares are worked out by hand. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "tests/french/answer_text.h"
#include "tests/support/data_folder.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

#define OWNERS "tests/french/data/owners.json"

static const crible_dossier_options of_subject = {.subject = SUBJECT};

/* Each figure is half a digit wide to either side. ALPHA: 10.0 and 5.0 % directly are 14.9 to
 * 15.1 %; of a total of 30.0, a part is indirect, so its link is at most 30.05 %. 49.0 % of the
 * votes contradict a total of 0.0: both are kept. BETA: no details, so the total of the capital is
 * presumed direct; that of the votes is said to be indirect. */
Test(inpi, totals_stand_beside_details) {
  char *text = dossier_file(OWNERS);
  expect_text(answer_facts(text),
              "p ANNE ALPHA a-1 in BE of FR\n"
              "p BRUNO BETA b-2 of US\n"
              "p GAMMA owner-3\n"
              "ANNE ALPHA > 552100554 capital [149/1000,151/1000] ~\n"
              "ANNE ALPHA > 552100554 capital [0,601/2000] ~ part-of-a-total\n"
              "ANNE ALPHA > 552100554 votes [979/2000,981/2000] ~\n"
              "ANNE ALPHA > 552100554 votes [0,1/2000] ~ direct-holding\n"
              "BRUNO BETA > 552100554 capital [529/2000,531/2000] ~ direct-holding\n"
              "BRUNO BETA > 552100554 votes [0,5301/20000] ~ part-of-a-total\n"
              "ANNE ALPHA controls 552100554 kind 1\n"
              "ANNE ALPHA controls 552100554 kind 1 perhaps\n"
              "ANNE ALPHA right 6\n"
              "total-held $.data[0].data.modalites.detention_de_capital\n"
              "total-contradicts $.data[0].data.modalites.droits_de_vote\n"
              "unknown-country $.data[1].data.pays_residence\n"
              "total-held $.data[1].data.modalites.droits_de_vote\n"
              "shares-to-come $.data[1].data.modalites.vocation_a_devenir_titulaire_de_parts."
              "parts_directes.pleine_propriete\n"
              "owner-without-figures $.data[2].data\n"
              "undated\n");
  free(text);
}

/* Persons are not third: of the capital at least 14.9 and 26.45 % are theirs, of the votes anybody
 * may have all, since those of ALPHA and BETA may be none. */
Test(inpi, figures) {
  char *text = dossier_file(OWNERS);
  expect_text(answer_figures(text, &of_subject),
              "[0,1173/2000] [0,1173/2000] [0,1] [0,1]");
  free(text);
}

/* The register's own documents: the same figures under other names, wherever the list stands. */
Test(inpi, the_registers_own_spelling_says_the_same) {
  static const char list[] =
      "\"beneficiairesEffectifs\":[{\"beneficiaireId\":\"x\",\"beneficiaire\":{"
      "\"descriptionPersonne\":{\"nom\":\"ALPHA\",\"prenoms\":[\"ANNE\"],\"nationalite\":"
      "\"Fran\xC3\xA7" "aise\",\"codeNationalite\":\"FRA\"},\"adresseDomicile\":{\"pays\":"
      "\"SUISSE\"}},\"modalite\":{\"detentionPartTotale\":15.0,\"partsDirectesPleinePropriete\":"
      "10.0,\"partsDirectesNuePropriete\":5.0,\"detentionVoteTotal\":40.0,"
      "\"voteDirectePleinePropriete\":10.0,\"voteDirecteUsufruit\":2.0,"
      "\"voteIndirectePmoralesPleinePropriete\":28.0,\"vocationTitulaireDirectePleinePropriete\":"
      "1.5,\"detentionPouvoirDecisionAG\":false,\"detentionPouvoirNommageMembresConseilAdmin\":"
      "true}}]";
  static const char facts[] = "p ANNE ALPHA x in CH of FR\n"
                              "ANNE ALPHA > 552100554 capital [149/1000,151/1000] ~\n"
                              "ANNE ALPHA > 552100554 capital [299/2000,301/2000] ~ direct-holding\n"
                              "ANNE ALPHA > 552100554 votes [119/1000,121/1000] ~\n"
                              "ANNE ALPHA > 552100554 votes [0,801/2000] ~ part-of-a-total\n"
                              "ANNE ALPHA right 6\n";
  static const char said[] =
      "total-held $%s.beneficiairesEffectifs[0].modalite\n"
      "shares-to-come $%s.beneficiairesEffectifs[0].modalite.vocationTitulaireDirectePleinePropriete\n"
      "undated\n";
  static const char *const around[][3] = {
      {"{", "}", ""},
      {"{\"formality\":{\"content\":{\"personneMorale\":{", "}}}}",
       ".formality.content.personneMorale"}};
  for (size_t i = 0; i < 2; i++) {
    char text[2048], expected[2048];
    snprintf(text, sizeof text, "%s%s%s", around[i][0], list, around[i][1]);
    size_t used = (size_t)snprintf(expected, sizeof expected, "%s", facts);
    snprintf(expected + used, sizeof expected - used, said, around[i][2], around[i][2]);
    expect_text(answer_facts(text), expected);
  }
}

/* All figures 0: an owner by other means, of which nothing is said. */
Test(inpi, zeros_state_no_holding) {
  expect_text(answer_facts("{\"data\":[{\"data\":{\"beneficiaire_uuid\":\"z\",\"modalites\":{"
                           "\"detention_de_capital\":{\"parts_totale\":0.0,\"parts_directes\":{"
                           "\"pleine_propriete\":0.0,\"nue_propriete\":0.0}},\"droits_de_vote\":{"
                           "\"total\":0.0}}}}]}"),
              "p z z\nundated\n");
}

/* Joint holdings whose total is 0 and whose parts are 20 %: either, so that no sum contradicts. */
Test(inpi, a_way_whose_own_total_contradicts_its_parts_is_either) {
  expect_text(answer_facts("{\"data\":[{\"data\":{\"beneficiaire_uuid\":\"z\",\"modalites\":{"
                           "\"detention_de_capital\":{\"parts_totale\":30.0,\"parts_directes\":{"
                           "\"pleine_propriete\":10.0},\"parts_indirectes\":{\"par_indivision\":{"
                           "\"total\":0.0,\"pleine_propriete\":20.0}}}}}}]}"),
              "p z z\n"
              "z > 552100554 capital [199/2000,201/2000] ~\n"
              "z > 552100554 capital [0,601/2000] ~ part-of-a-total\n"
              "total-held $.data[0].data.modalites.detention_de_capital\n"
              "undated\n");
}

Test(inpi, what_is_wrong_is_told_with_its_path) {
  expect_text(answer_facts("{\"data\":[{\"data\":{\"beneficiaire_uuid\":1,\"modalites\":{"
                           "\"detention_de_capital\":{\"parts_totale\":\"30\",\"parts_directes\":"
                           "[]},\"droits_de_vote\":{\"total\":-1},\"pouvoirs_de_controle\":{"
                           "\"autres\":\"no\"}}}}]}"),
              "answer-type $.data[0].data.beneficiaire_uuid\n"
              "answer-type $.data[0].data.modalites.detention_de_capital.parts_totale\n"
              "answer-type $.data[0].data.modalites.detention_de_capital.parts_directes\n"
              "bad-percentage $.data[0].data.modalites.droits_de_vote.total\n"
              "answer-type $.data[0].data.modalites.pouvoirs_de_controle.autres\n");
}

Test(inpi, what_is_no_answer_is_said) {
  static const crible_dossier_options as_inpi = {.format = "inpi", .subject = SUBJECT};
  expect_text(answer_refused("{\"errors\":[{\"title\":\"no\",\"meta\":{\"provider\":\"INPI - RNE\"}}]}",
                             &of_subject, CRIBLE_E_DATA),
              "register-says-no $.errors\n");
  expect_text(answer_refused("{\"data\":{}}", &as_inpi, CRIBLE_E_DATA), "answer-type $.data\n");
  expect_text(answer_refused("{}", &as_inpi, CRIBLE_E_DATA), "answer-empty $.data\n");
}

static crible_status read_owners(crible_context *context) {
  crible_dossier *dossier = NULL;
  crible_status status = crible_dossier_read_with(&dossier, context, OWNERS, &of_subject);
  crible_dossier_free(dossier);
  return status;
}

Test(inpi, memory_runs_out) { scarce_memory_try(read_owners, data_folder()); }

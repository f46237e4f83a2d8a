// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each message can be acted upon by itself, and stands where the mistake is.
class MessagesTest {
    private static List<String> errorsAfter(String from, String to) {
        return Cases.errors(new Edit(from, to).applied(Cases.everythingText()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    role: outside             | role: outsider            | 57:26  parties.ost.role  is 'outsider', which is none of principal, mediator, verifier, outside, affected and ratifier. Did you mean outside?
                    `in: speech`              | `in: speach`              | 25:9  claims.patrols-first.in  there is no source 'speach'. Did you mean speech?
                    `by: sud\n    kind`       | `by: sudd\n    kind`      | 26:9  claims.patrols-first.by  there is no party or source 'sudd'. Did you mean sud?
                    undo: 3 steps             | undo: 3                   | 76:73  options.sud.patrols.undo  is '3', not a number of steps. Write 3 steps.
                    tranches: 2               | tranches: 0               | 76:92  options.sud.patrols.tranches  is '0', not a whole number from 1 to 1000000. Write a number in that range.
                    nord.blockade >= 'at      | nord.blokade >= 'at       | 84:11  outcomes.closed  there is no option 'nord.blokade'. Did you mean nord.blockade?
                    nord.blockade >= 'at night' | nord.blockade >= night  | 84:28  outcomes.closed  names the level 'night', which nord.blockade does not have. Its levels are none, at night and all day.
                    nord.blockade >= 'at night' | nord.blockade           | 84:11  outcomes.closed  asks for nord.blockade alone, which has the levels none, at night and all day. Write which you mean, such as nord.blockade >= 'at night' or nord.blockade = 'all day'.
                    `and not closed`          | `AND not closed`          | 89:7  outcomes.deal.when  cannot be read at 'AND'. Write and.
                    `'two years' implies`     | `two years implies`       | 105:28  preferences.sud.order[2]  cannot be read at 'years'. Join two conditions by and or or; quote a level of several words, as in '15 years'.
                    likely 45                 | likely 55                 | 114:53  preferences.sud.values.nord.tolls.full.value  has its likely value outside its range. Write a likely value between the ends.
                    `risk: {clash: 2% to 15%}`| `risk: {clash: 15}`       | 135:17  agreement.risk.clash  is 15, not a chance from 0% to 100%. Write %, as in 40%, if you mean percent; otherwise a chance from 0% to 100%.
                    breach: collapse          | breech: collapse          | 138:3  agreement.breech  is not a key that means anything here. Did you mean breach?
                    horizon: 8 steps          | horizon: 2 steps          | 76:67  options.sud.patrols.undo  takes 3 steps, beyond the horizon of 2 steps. Write at most 2 steps, or look further ahead with time.horizon.
                    nord: 0.85 to 0.98        | nord: 0.85 to 1.2         | 144:20  time.patience.nord  is 0.85 to 1.2, not a discount factor above 0 and below 1. Write %, as in 40%, if you mean percent; otherwise a discount factor above 0 and below 1.
                    nord.tolls: 60% to 100%   | nord.tolls: 60% to 120%   | 149:17  time.detection.nord.tolls  is 60% to 120%, not a chance from 0% to 100%. Write %, as in 40%, if you mean percent; otherwise a chance from 0% to 100%.
                    `full: 80% to 98%, delay` | `full: 180%, delay`       | 148:73  time.detection.sud.patrols.full  is 180%, not a chance from 0% to 100%. Write %, as in 40%, if you mean percent; otherwise a chance from 0% to 100%.
                    nord.tolls: 60% to 100%   | nord.toll: 60% to 100%    | 149:5  time.detection.nord.toll  there is no option 'nord.toll'. Did you mean nord.tolls?
                    nord.tolls: 60% to 100%   | nord.tariffs: 60%         | 149:5  time.detection.nord.tariffs  there is no option 'nord.tariffs'. Add it under options, or use one of nord.tolls, nord.blockade, sud.patrols, sud.answer and ost.transit.
                    false alarms: 1%          | false alarms: -1%         | 148:114  time.detection.sud.patrols.false alarms  is -1%, not a chance from 0% to 100%. Write a chance from 0% to 100%.
                    delay: 1 step             | delay: 1                  | 148:92  time.detection.sud.patrols.delay  is '1', not a number of steps. Write 1 step.
                    standoff: 90%}            | standoff: 80%}            | 168:35  views.patience-works.agreement.otherwise.nord  adds up to 90% at most. Give one outcome the rest, as in standoff: rest.
                    """)
    void saysWhereWhatAndHowToMend(String from, String to, String message) {
        assertThat(errorsAfter(from.replace("\\n", "\n"), to.replace("\\n", "\n")))
                .containsExactly("case.yaml:" + message);
    }

    @Test
    void showsWhereAQuoteLeavesItsSource() {
        assertThat(errorsAfter("on eleven days in May.", "on twelve days in May."))
                .singleElement()
                .satisfies(line ->
                        assertThat(line)
                                .startsWith("case.yaml:31:5  claims.seen-patrols.quote")
                                .contains("goes on “eleven days in May.")
                                .contains("the quote “twelve days in May.”"));
    }

    @Test
    void aMisspeltOwnerIsOneMessage() {
        assertThat(errorsAfter("\n  sud:\n    patrols", "\n  sdu:\n    patrols"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line)
                                .contains("no party 'sdu' (here and in 1 more place)")
                                .endsWith("Did you mean sud?"));
    }

    @Test
    void aPartyWithoutItsEntryIsOneMessage() {
        assertThat(errorsAfter("  ost: {name: Ost, role: outside}\n", ""))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("no party 'ost' (here and in"));
    }

    @Test
    void anUnreadableSectionIsOneMessage() {
        assertThat(errorsAfter("levels: [daily, weekly, never]", "levels: daily weekly never"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("options.sud.patrols.levels"));
        assertThat(
                        Cases.errors(
                                Cases.SMALLEST
                                        + "sources: [a, b]\n"
                                        + "claims: {c: {quote: x, in: a, by: a, kind: fact}}\n"
                                        + "now: {a.wait: long}\n"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("sources  should be keys"));
    }

    @Test
    void aCycleOfOutcomesNamesItsWay() {
        assertThat(
                        errorsAfter(
                                "standoff: otherwise",
                                "standoff: otherwise\n  one: not two\n  two: one"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("one → two → one"));
    }

    @Test
    void allMistakesAreToldAtOnceInTheOrderOfTheFile() {
        String text =
                Cases.everythingText()
                        .replace("role: outside", "role: outsider")
                        .replace("undo: 3 steps", "undo: soon")
                        .replace("horizon: 8 steps", "horizon: 8")
                        .replace("step: 3 months", "step: 3 months\n  step: 4 months");
        assertThat(Cases.errors(text))
                .extracting(line -> line.split(":", 3)[1])
                .containsExactly("57", "76", "143", "144");
    }

    @Test
    void aTermsPointsStandInOnePlace() {
        assertThat(
                        errorsAfter(
                                "values: {sud.patrols:",
                                "values: {terms.season: {two years: 3}, sud.patrols:"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("gives points that agreement.terms"));
    }

    @Test
    void amountsPaidOnceNeedPatience() {
        String text = new Edit(", sud: 0.9}", "}").applied(Cases.everythingText());
        assertThat(Cases.read(text).warnings())
                .anySatisfy(warning ->
                        assertThat(warning.line("c"))
                                .contains("preferences.sud.once  warning: counts only"));
    }

    @Test
    void aViewMayUnfitAnAssumptionForItsUse() {
        assertThat(errorsAfter("clash-chance: 5% to 20%}", "clash-chance: 5 to 20}"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains("takes clash-chance in a view, from 5 to 20"));
    }
}

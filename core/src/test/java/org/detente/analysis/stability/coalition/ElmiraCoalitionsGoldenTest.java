// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.Witness;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// The Elmira conflict in its nine states [Hipel1993; Fang1993]: verdicts of all seven coalitions,
/// computed with an independent program. Movers: 0 the ministry, 1 the company, 2 the council.
class ElmiraCoalitionsGoldenTest {
    /// Our numbers of the published states 1 to 9.
    private static final List<Integer> PUBLISHED = List.of(2, 3, 4, 5, 18, 19, 20, 21, 8);

    private final CompiledCase elmira = elmira();
    private final CoalitionResult result =
            Coalitions.of(
                            List.of(elmira),
                            Coalitions.all(3),
                            List.of(Sought.only(PUBLISHED, elmira.space().product())),
                            CoalitionLimits.DEFAULT,
                            2)
                    .getFirst();

    private static CompiledCase elmira() {
        Condition delay = SmallCase.holds("company.delay");
        Condition accept = SmallCase.holds("company.accept");
        Condition abandon = SmallCase.holds("company.abandon");
        return new SmallCase()
                .party("ministry")
                .party("company")
                .party("council")
                .option("ministry", "modify", Option.Moves.UP)
                .option("company", "delay", Option.Moves.DOWN)
                .option("company", "accept", Option.Moves.BOTH)
                .option("company", "abandon", Option.Moves.UP)
                .option("council", "insist", Option.Moves.BOTH)
                .rule("a", new Condition.And(List.of(delay, accept)))
                .rule("b", new Condition.And(List.of(delay, abandon)))
                .rule("c", new Condition.And(List.of(accept, abandon)))
                .rule("d", new Condition.Not(new Condition.Or(List.of(delay, accept, abandon))))
                .now(SmallCase.set("company.delay", "yes"))
                .same(abandon)
                .prefers("ministry", ranking(20, 4, 5, 21, 18, 2, 3, 19, 8))
                .prefers("company", ranking(2, 5, 21, 18, 8, 4, 20, 3, 19))
                .prefers("council", ranking(20, 4, 18, 2, 21, 19, 5, 3, 8))
                .compiled();
    }

    private static PreferencePart.Ranking ranking(int... states) {
        return new PreferencePart.Ranking(
                Arrays.stream(states).mapToObj(List::of).toList(), Basis.ASSUMED);
    }

    private List<Integer> published(StateSet states) {
        return states.copy().and(elmira.same().shown()).stream()
                .map(s -> PUBLISHED.indexOf(s) + 1)
                .sorted()
                .boxed()
                .toList();
    }

    private void assertStable(List<Integer> members, Concept concept, Integer... states) {
        CoalitionVerdict verdict =
                result.verdicts().stream()
                        .filter(v -> v.members().equals(members))
                        .findFirst()
                        .orElseThrow();
        assertThat(published(verdict.stable(concept)))
                .as("%s for %s", concept, members)
                .containsExactly(states);
    }

    private void assertEquilibria(Concept concept, Integer... states) {
        assertThat(published(result.equilibria(concept))).containsExactly(states);
    }

    @Test
    void eachPartyAlone() {
        assertStable(List.of(0), Concept.NASH, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertStable(List.of(0), Concept.GMR, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertStable(List.of(0), Concept.SMR, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertStable(List.of(0), Concept.SEQ, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertStable(List.of(1), Concept.NASH, 1, 4, 5, 8, 9);
        assertStable(List.of(1), Concept.GMR, 1, 4, 5, 8, 9);
        assertStable(List.of(1), Concept.SMR, 1, 4, 5, 8, 9);
        assertStable(List.of(1), Concept.SEQ, 1, 4, 5, 8, 9);
        assertStable(List.of(2), Concept.NASH, 5, 6, 7, 8, 9);
        assertStable(List.of(2), Concept.GMR, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertStable(List.of(2), Concept.SMR, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertStable(List.of(2), Concept.SEQ, 1, 2, 3, 5, 6, 7, 8, 9);
    }

    @Test
    void eachPairAndAllThree() {
        assertStable(List.of(0, 1), Concept.NASH, 1, 3, 4, 7, 8, 9);
        assertStable(List.of(0, 1), Concept.GMR, 1, 3, 4, 7, 8, 9);
        assertStable(List.of(0, 1), Concept.SMR, 1, 3, 4, 7, 8, 9);
        assertStable(List.of(0, 1), Concept.SEQ, 1, 3, 4, 7, 8, 9);
        assertStable(List.of(0, 2), Concept.NASH, 2, 4, 5, 6, 7, 8, 9);
        assertStable(List.of(0, 2), Concept.GMR, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertStable(List.of(0, 2), Concept.SMR, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertStable(List.of(0, 2), Concept.SEQ, 2, 3, 4, 5, 6, 7, 8, 9);
        assertStable(List.of(1, 2), Concept.NASH, 1, 3, 4, 5, 7, 8, 9);
        assertStable(List.of(1, 2), Concept.GMR, 1, 3, 4, 5, 7, 8, 9);
        assertStable(List.of(1, 2), Concept.SMR, 1, 3, 4, 5, 7, 8, 9);
        assertStable(List.of(1, 2), Concept.SEQ, 1, 3, 4, 5, 7, 8, 9);
        assertStable(List.of(0, 1, 2), Concept.NASH, 1, 3, 4, 5, 7, 8, 9);
        assertStable(List.of(0, 1, 2), Concept.GMR, 1, 3, 4, 5, 7, 8, 9);
        assertStable(List.of(0, 1, 2), Concept.SMR, 1, 3, 4, 5, 7, 8, 9);
        assertStable(List.of(0, 1, 2), Concept.SEQ, 1, 3, 4, 5, 7, 8, 9);
    }

    @Test
    void equilibriaOfAllCoalitions() {
        assertEquilibria(Concept.NASH, 8, 9);
        assertEquilibria(Concept.GMR, 1, 4, 8, 9);
        assertEquilibria(Concept.SMR, 1, 4, 8, 9);
        assertEquilibria(Concept.SEQ, 8, 9);
    }

    @Test
    void ministryAndCompanyTogetherModifyAndAccept() {
        Upset upset = result.upsetsOf(18).getFirst();
        assertThat(upset.members()).containsExactly(0, 1);
        assertThat(upset.concept()).isEqualTo(Concept.GMR);
        assertThat(upset.end()).isEqualTo(21);
        assertThat(upset.steps().stream().map(Witness.Step::mover)).containsExactly(0, 1);
    }
}

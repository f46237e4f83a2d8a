// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.detente.compile.CompiledCase;
import org.detente.compile.Movement;

/// Re-checks a certificate from the definitions, with nothing but single moves and ranks. That no
/// answer is shorter, or that none exists, it finds by its own search, layer by layer.
final class WitnessChecker {
    private final CompiledCase model;
    private final Movement movement;

    WitnessChecker(CompiledCase model) {
        this.model = model;
        this.movement = model.movement();
    }

    /// Fails if the certificate does not show what it claims.
    void check(Witness witness) {
        switch (witness) {
            case Witness.Unstable unstable -> checkUnstable(unstable);
            case Witness.Stable stable -> checkStable(stable);
            case Witness.Undecided undecided ->
                    throw new AssertionError("a small case was left undecided: " + undecided);
        }
    }

    private void checkUnstable(Witness.Unstable witness) {
        int mover = witness.mover();
        int found = witness.improvement();
        assertThat(isImprovement(mover, witness.state(), found)).isTrue();
        assertThat(answerLength(witness, found)).isEqualTo(-1);
        for (int other : improvements(mover, witness.state())) {
            if (precedes(witness, other, found)) {
                assertThat(answerLength(witness, other))
                        .as("%d comes before %d and must be deterred", other, found)
                        .isPositive();
            }
        }
    }

    /// Better for the mover, or fewer changes, or a lower number.
    private boolean precedes(Witness.Unstable witness, int a, int b) {
        int rankA = rank(witness.mover(), a);
        int rankB = rank(witness.mover(), b);
        if (rankA != rankB) {
            return rankA > rankB;
        }
        int changedA = changedCount(witness.state(), a);
        int changedB = changedCount(witness.state(), b);
        return changedA != changedB ? changedA < changedB : a < b;
    }

    private int changedCount(int from, int to) {
        int count = 0;
        for (int option = 0; option < model.space().optionCount(); option++) {
            if (model.space().level(from, option) != model.space().level(to, option)) {
                count++;
            }
        }
        return count;
    }

    private void checkStable(Witness.Stable witness) {
        List<Integer> answered =
                witness.answers().stream().map(Witness.Answer::improvement).toList();
        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(
                        improvements(witness.mover(), witness.state()));
        for (Witness.Answer answer : witness.answers()) {
            checkAnswer(witness, answer);
        }
    }

    private void checkAnswer(Witness.Stable witness, Witness.Answer answer) {
        assertThat(witness.concept()).isNotEqualTo(Concept.NASH);
        int at = answer.improvement();
        int before = witness.mover();
        for (Witness.Step step : answer.steps()) {
            assertThat(step.mover()).isNotEqualTo(witness.mover()).isNotEqualTo(before);
            assertThat(movement.canMove(step.mover(), at, step.state())).isTrue();
            if (witness.concept().credibleAnswers()) {
                assertThat(rank(step.mover(), step.state())).isGreaterThan(rank(step.mover(), at));
            }
            at = step.state();
            before = step.mover();
        }
        assertThat(answer.end()).isEqualTo(at);
        assertThat(deters(witness, at)).isTrue();
        assertThat(answer.steps()).hasSize(answerLength(witness, answer.improvement()));
    }

    private boolean deters(Witness witness, int end) {
        int rank = rank(witness.mover(), witness.state());
        boolean escapes =
                witness.concept().noEscape()
                        && states().stream()
                                .anyMatch(z ->
                                        movement.canMove(witness.mover(), end, z)
                                                && rank(witness.mover(), z) > rank);
        return rank(witness.mover(), end) <= rank && !escapes;
    }

    /// How many of the others' moves the shortest deterring answer takes, or -1.
    private int answerLength(Witness witness, int improvement) {
        if (witness.concept() == Concept.NASH) {
            return -1;
        }
        Set<Integer> known = new HashSet<>(Set.of(improvement));
        List<Integer> layer = List.of(improvement);
        for (int length = 1; !layer.isEmpty(); length++) {
            List<Integer> next = new ArrayList<>();
            for (int from : layer) {
                for (int to : states()) {
                    if (!known.contains(to) && othersMove(witness, from, to)) {
                        known.add(to);
                        next.add(to);
                        if (deters(witness, to)) {
                            return length;
                        }
                    }
                }
            }
            layer = next;
        }
        return -1;
    }

    private boolean othersMove(Witness witness, int from, int to) {
        for (int other = 0; other < model.space().moverCount(); other++) {
            if (other != witness.mover()
                    && movement.canMove(other, from, to)
                    && (!witness.concept().credibleAnswers()
                            || rank(other, to) > rank(other, from))) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> improvements(int mover, int from) {
        return states().stream().filter(to -> isImprovement(mover, from, to)).toList();
    }

    private boolean isImprovement(int mover, int from, int to) {
        return movement.canMove(mover, from, to) && rank(mover, to) > rank(mover, from);
    }

    private List<Integer> states() {
        return model.feasible().stream().boxed().toList();
    }

    private int rank(int mover, int state) {
        return model.ranks(mover).rank(state);
    }
}

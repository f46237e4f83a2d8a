// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.detente.compile.CompiledCase;
import org.detente.compile.Movement;
import org.detente.compile.StateSpace;
import org.jspecify.annotations.Nullable;

/// Finds the certificate for one state by breadth-first search over the others' moves, straight
/// from the definitions and independent of the kernel.
///
/// Time O(improvements · reachable states · moves); the search gives up after [#VISITED_LIMIT]
/// states and says so.
public final class WitnessSearch {
    /// How many states a search for answers looks at before it gives up.
    static final long VISITED_LIMIT = 2_000_000;

    private final StateSpace space;
    private final Movement movement;
    private final CompiledCase model;

    /// A search over a compiled case.
    ///
    /// @param model the case
    public WitnessSearch(CompiledCase model) {
        this.model = model;
        this.space = model.space();
        this.movement = model.movement();
    }

    /// Why a state is stable or unstable.
    ///
    /// @param state a feasible state
    /// @param mover the mover's index
    /// @param concept the concept
    /// @return the certificate
    public Witness find(int state, int mover, Concept concept) {
        List<Integer> improvements = improvements(state, mover);
        if (concept == Concept.NASH && !improvements.isEmpty()) {
            return new Witness.Unstable(state, mover, concept, improvements.getFirst());
        }
        List<Witness.Answer> answers = new ArrayList<>();
        long visited = 0;
        for (int improvement : improvements) {
            Search search = new Search(state, mover, concept, VISITED_LIMIT - visited);
            List<Witness.Step> steps = search.from(improvement);
            visited += search.found.size();
            if (search.gaveUp) {
                return new Witness.Undecided(state, mover, concept, visited);
            }
            if (steps == null) {
                return new Witness.Unstable(state, mover, concept, improvement);
            }
            answers.add(new Witness.Answer(improvement, steps));
        }
        return new Witness.Stable(state, mover, concept, answers);
    }

    /// A mover's improvements from a state: the best first, then the smallest change, then the
    /// lowest number.
    private List<Integer> improvements(int state, int mover) {
        List<Integer> found = new ArrayList<>();
        int rank = rank(mover, state);
        movement.forEach(
                mover,
                state,
                target -> {
                    if (rank(mover, target) > rank) {
                        found.add(target);
                    }
                });
        found.sort(
                Comparator.<Integer>comparingInt(target -> -rank(mover, target))
                        .thenComparingInt(target -> changed(state, target))
                        .thenComparingInt(target -> target));
        return found;
    }

    private int rank(int mover, int state) {
        return model.ranks(mover).rank(state);
    }

    private int changed(int from, int to) {
        int count = 0;
        for (int option = 0; option < space.optionCount(); option++) {
            count += space.level(from, option) == space.level(to, option) ? 0 : 1;
        }
        return count;
    }

    /// A breadth-first search for one answer. Since ranks are complete and transitive, a mover may
    /// be taken not to move twice running without tracking who moved last [Fang1993].
    private final class Search {
        private final int state;
        private final int mover;
        private final Concept concept;
        private final long limit;
        private final FoundStates found = new FoundStates();
        private boolean gaveUp;

        Search(int state, int mover, Concept concept, long limit) {
            this.state = state;
            this.mover = mover;
            this.concept = concept;
            this.limit = limit;
        }

        @Nullable List<Witness.Step> from(int improvement) {
            found.add(improvement, -1, -1);
            for (int place = 0; place < found.size(); place++) {
                if (place > 0 && deters(found.state(place))) {
                    return pathTo(place);
                }
                if (found.size() > limit) {
                    gaveUp = true;
                    return null;
                }
                expand(place);
            }
            return null;
        }

        private void expand(int place) {
            int at = found.state(place);
            for (int other = 0; other < space.moverCount(); other++) {
                if (other == mover) {
                    continue;
                }
                int answering = other;
                int rank = concept.credibleAnswers() ? rank(answering, at) : -1;
                movement.forEach(
                        answering,
                        at,
                        target -> {
                            if (rank(answering, target) > rank) {
                                found.add(target, place, answering);
                            }
                        });
            }
        }

        private boolean deters(int end) {
            return rank(mover, end) <= rank(mover, state)
                    && (!concept.noEscape() || !canEscape(end));
        }

        private boolean canEscape(int end) {
            boolean[] escapes = {false};
            movement.forEach(mover, end, z -> escapes[0] |= rank(mover, z) > rank(mover, state));
            return escapes[0];
        }

        private List<Witness.Step> pathTo(int end) {
            List<Witness.Step> steps = new ArrayList<>();
            for (int place = end; found.before(place) >= 0; place = found.before(place)) {
                steps.add(new Witness.Step(found.mover(place), found.state(place)));
            }
            return List.copyOf(steps.reversed());
        }
    }
}

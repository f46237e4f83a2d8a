// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.detente.analysis.stability.Concept;

/// Finds the edits of one party, or of two together, after which one state is stable for everybody.
///
/// What is used, for a state s and a concept: (1) A party's moves matter to the others only through
/// which of them pay, so all edits of a *paying class* are alike to them. (2) Whether s is stable
/// for the party that is edited depends on its own order and on what the others' answers can reach,
/// which its order does not touch. (3) If s is unstable for a third party even when every move of
/// the edited parties counts as paying, no edit of theirs helps. Under Nash, GMR and SMR nobody's
/// answers need pay, so one party's edits never matter to another.
final class StateSearch {
    private final OwnMoves moves;
    private final Concept concept;
    private final int state;
    private final List<IntToLongFunction> base;
    private final Steps steps;

    /// A search about one state.
    ///
    /// @param moves the moves
    /// @param concept the concept
    /// @param state the state
    /// @param base by mover, its order as stated
    /// @param steps the bound
    StateSearch(
            OwnMoves moves, Concept concept, int state, List<IntToLongFunction> base, Steps steps) {
        this.moves = moves;
        this.concept = concept;
        this.state = state;
        this.base = base;
        this.steps = steps;
    }

    /// Whether the state is stable for everybody as things are stated.
    boolean stableAsStated() {
        return othersStable(new BitSet(), answers());
    }

    /// What answers must raise, by mover.
    private IntToLongFunction[] answers() {
        IntToLongFunction[] result = base.toArray(IntToLongFunction[]::new);
        if (!concept.credibleAnswers()) {
            Arrays.fill(result, Reach.ANY);
        }
        return result;
    }

    private IntToLongFunction[] answers(int mover, IntToLongFunction score) {
        IntToLongFunction[] result = answers();
        if (concept.credibleAnswers()) {
            result[mover] = score;
        }
        return result;
    }

    private boolean othersStable(BitSet edited, IntToLongFunction[] answers) {
        for (int mover = 0; mover < moves.moverCount(); mover++) {
            if (!edited.get(mover) && !check(mover, answers).stable(base.get(mover))) {
                return false;
            }
        }
        return true;
    }

    private PartyCheck check(int mover, IntToLongFunction[] answers) {
        return new PartyCheck(moves, concept, state, mover, answers, steps);
    }

    /// One edit of one party.
    ///
    /// @param party whose
    /// @return the indices of the edits that suffice
    List<Integer> alone(PartyEdits party) {
        BitSet edited = new BitSet();
        edited.set(party.mover());
        List<Integer> found = new ArrayList<>();
        if (!othersStable(edited, answers(party.mover(), Reach.ANY))) {
            return found;
        }
        PartyCheck own = check(party.mover(), answers());
        BitSet tried = new BitSet();
        BitSet good = new BitSet();
        for (int edit = 0; edit < party.size() && !steps.exhausted(); edit++) {
            if (!own.stable(party.score(edit))) {
                continue;
            }
            int payingClass = party.payingClass(edit);
            if (!tried.get(payingClass)) {
                tried.set(payingClass);
                good.set(
                        payingClass,
                        !concept.credibleAnswers()
                                || othersStable(
                                        edited,
                                        answers(party.mover(), party.scoreOfClass(payingClass))));
            }
            if (good.get(payingClass)) {
                found.add(edit);
            }
        }
        return found;
    }

    /// One edit of each of two parties.
    ///
    /// @param one the first party
    /// @param other the second
    /// @return pairs of lists: any edit of the first with any of the second
    List<Pairing> together(PartyEdits one, PartyEdits other) {
        BitSet edited = new BitSet();
        edited.set(one.mover());
        edited.set(other.mover());
        IntToLongFunction[] free = answers(one.mover(), Reach.ANY);
        free[other.mover()] = Reach.ANY;
        if (!othersStable(edited, free)) {
            return List.of();
        }
        List<Integer> ofOne = keeping(one, all(one), answers(other.mover(), Reach.ANY));
        List<Integer> ofOther =
                ofOne.isEmpty()
                        ? List.of()
                        : keeping(other, all(other), answers(one.mover(), Reach.ANY));
        if (ofOther.isEmpty() || steps.exhausted()) {
            return List.of();
        }
        return concept.credibleAnswers()
                ? paired(one, ofOne, other, ofOther, edited)
                : List.of(new Pairing(ofOne, ofOther));
    }

    private static List<Integer> all(PartyEdits party) {
        List<Integer> result = new ArrayList<>();
        for (int edit = 0; edit < party.size(); edit++) {
            result.add(edit);
        }
        return result;
    }

    /// Those edits of a party after which the state is stable for the party itself.
    private List<Integer> keeping(
            PartyEdits party, List<Integer> edits, IntToLongFunction[] answers) {
        PartyCheck own = check(party.mover(), answers);
        List<Integer> kept = new ArrayList<>();
        for (int edit : edits) {
            if (steps.exhausted()) {
                break;
            }
            if (own.stable(party.score(edit))) {
                kept.add(edit);
            }
        }
        return kept;
    }

    private List<Pairing> paired(
            PartyEdits one,
            List<Integer> ofOne,
            PartyEdits other,
            List<Integer> ofOther,
            BitSet edited) {
        Map<Integer, List<Integer>> otherByClass = byClass(other, ofOther);
        Map<Integer, BitSet> suitingOther =
                suiting(other, ofOther, one, byClass(one, ofOne).keySet());
        List<Pairing> found = new ArrayList<>();
        for (Map.Entry<Integer, List<Integer>> partner : otherByClass.entrySet()) {
            IntToLongFunction partnerScore = other.scoreOfClass(partner.getKey());
            List<Integer> suitingOne = keeping(one, ofOne, answers(other.mover(), partnerScore));
            for (Map.Entry<Integer, List<Integer>> own : byClass(one, suitingOne).entrySet()) {
                BitSet suits = suitingOther.getOrDefault(own.getKey(), new BitSet());
                List<Integer> seconds = partner.getValue().stream().filter(suits::get).toList();
                steps.take(partner.getValue().size());
                IntToLongFunction[] answers = answers(one.mover(), one.scoreOfClass(own.getKey()));
                answers[other.mover()] = partnerScore;
                if (!seconds.isEmpty() && othersStable(edited, answers) && !steps.exhausted()) {
                    found.add(new Pairing(own.getValue(), seconds));
                }
            }
            if (steps.exhausted()) {
                break;
            }
        }
        return found;
    }

    /// Edits by their paying class.
    private static Map<Integer, List<Integer>> byClass(PartyEdits party, List<Integer> edits) {
        Map<Integer, List<Integer>> result = new LinkedHashMap<>();
        for (int edit : edits) {
            result.computeIfAbsent(party.payingClass(edit), _ -> new ArrayList<>()).add(edit);
        }
        return result;
    }

    /// For each paying class of the partner, the party's own edits that suit the party.
    private Map<Integer, BitSet> suiting(
            PartyEdits party, List<Integer> edits, PartyEdits partner, Set<Integer> classes) {
        Map<Integer, BitSet> result = new HashMap<>();
        for (int payingClass : classes) {
            BitSet kept = new BitSet(party.size());
            IntToLongFunction score = partner.scoreOfClass(payingClass);
            keeping(party, edits, answers(partner.mover(), score)).forEach(kept::set);
            result.put(payingClass, kept);
            if (steps.exhausted()) {
                break;
            }
        }
        return result;
    }

    /// Any of some edits of one party with any of some of another.
    ///
    /// @param first of the first party
    /// @param second of the second
    record Pairing(List<Integer> first, List<Integer> second) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Outcome;
import org.detente.model.PreferencePart.Order;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Preferences;
import org.jspecify.annotations.Nullable;

/// How far a party's ordinal statements and its points judge states differently, where it states
/// both. Counted over all pairs of shown states, as in Kendall's rank correlation, by merge sort
/// (Knight 1966, Journal of the American Statistical Association 61(314); not checked here): time
/// O(states · log states).
///
/// @param party the party's id
/// @param pairCount all pairs of states
/// @param opposedPairCount pairs of which the one calls this state better and the other that state
/// @param halfTiedPairCount pairs that the one ties and the other does not
/// @param worst the pair among `now` and the outcomes' states that is judged oppositely and lies
///   farthest apart in points, or null if there is none
public record Disagreement(
        String party,
        long pairCount,
        long opposedPairCount,
        long halfTiedPairCount,
        @Nullable Pair worst) {

    /// Two states judged oppositely.
    ///
    /// @param ordinallyBetter the one that the order or ranking puts higher
    /// @param cardinallyBetter the one that has more points
    public record Pair(int ordinallyBetter, int cardinallyBetter) {}

    /// Whether the two ways of stating differ at all.
    ///
    /// @return true if some pair is judged differently
    public boolean any() {
        return opposedPairCount > 0 || halfTiedPairCount > 0;
    }

    /// Compares both for every mover that states both, at the centres of all ranges.
    static List<Disagreement> of(CompiledCase model, Conditions conditions) {
        List<Disagreement> result = new ArrayList<>();
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            String party = model.space().movers().get(mover).id();
            Preferences preferences = model.source().preferencesOf(party);
            if (preferences == null) {
                continue;
            }
            Values values = preferences.part(Values.class);
            boolean ordinal =
                    preferences.part(Order.class) != null
                            || preferences.part(Ranking.class) != null;
            if (values != null && ordinal) {
                double[] points =
                        Points.ofStates(
                                party,
                                values,
                                model.space(),
                                conditions,
                                new Quantities(model.source(), "", Factor.Position.CENTRE));
                result.add(between(model, party, model.ranks(mover), points));
            }
        }
        return result;
    }

    private static Disagreement between(
            CompiledCase model, String party, Ranks ordinal, double[] points) {
        Ranks cardinal = RankTables.ofPoints(points, model.feasible());
        StateSet shown = model.same().shown();
        int count = shown.count();
        long[] keys = new long[count];
        int next = 0;
        for (int s = shown.next(0); s >= 0; s = shown.next(s + 1)) {
            keys[next++] = (long) ordinal.rank(s) << 32 | cardinal.rank(s);
        }
        Sorting.ascending(keys, 0);
        int[] byOrder = new int[count];
        long[] byPoints = new long[count];
        for (int i = 0; i < count; i++) {
            byOrder[i] = (int) keys[i];
            byPoints[i] = byOrder[i];
        }
        Sorting.ascending(byPoints, 0);
        long tiedInOrder = tiedPairs(keys, 32);
        long tiedInBoth = tiedPairs(keys, 0);
        long tiedInPoints = tiedPairs(byPoints, 0);
        long opposed = inversions(byOrder, new int[count], 0, count);
        long pairs = (long) count * (count - 1) / 2;
        return new Disagreement(
                party,
                pairs,
                opposed,
                tiedInOrder + tiedInPoints - 2 * tiedInBoth,
                worst(model, ordinal, cardinal, points));
    }

    /// Pairs with equal keys, the keys being sorted once shifted.
    private static long tiedPairs(long[] sorted, int shift) {
        long pairs = 0;
        long run = 0;
        for (int i = 1; i < sorted.length; i++) {
            run = sorted[i] >> shift == sorted[i - 1] >> shift ? run + 1 : 0;
            pairs += run;
        }
        return pairs;
    }

    /// Sorts a part of the list and counts how many pairs stood the wrong way round.
    private static long inversions(int[] list, int[] scratch, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long count =
                inversions(list, scratch, from, middle) + inversions(list, scratch, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right >= to || (left < middle && list[left] <= list[right])) {
                scratch[i] = list[left++];
            } else {
                count += middle - left;
                scratch[i] = list[right++];
            }
        }
        System.arraycopy(scratch, from, list, from, to - from);
        return count;
    }

    private static @Nullable Pair worst(
            CompiledCase model, Ranks ordinal, Ranks cardinal, double[] points) {
        List<Integer> states = new ArrayList<>();
        states.add(model.now());
        for (Outcome outcome : model.source().outcomes()) {
            OutcomePoint point = model.pointOf(outcome);
            if (point != null) {
                states.add(point.state());
            }
        }
        Pair worst = null;
        double largest = 0;
        for (int s : states) {
            for (int t : states) {
                boolean opposed =
                        ordinal.rank(s) > ordinal.rank(t) && cardinal.rank(s) < cardinal.rank(t);
                if (opposed && points[t] - points[s] > largest) {
                    largest = points[t] - points[s];
                    worst = new Pair(s, t);
                }
            }
        }
        return worst;
    }
}

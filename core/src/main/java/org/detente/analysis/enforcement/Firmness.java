// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.analysis.enforcement.Breaches.Breach;
import org.detente.compile.PackageItem;
import org.detente.math.Frontier;
import org.detente.math.FrontierLimits;
import org.detente.math.PackageSpace;
import org.detente.math.ParetoSearch;

/// What fairness costs in firmness: over the acceptable packages the frontier of the least share of
/// the possible and the smallest margin.
///
/// Both rise with every signatory's points as long as the levels of all options stay the same and
/// terms count the same in every state, so that for each combination of the options' levels only
/// the efficient combinations of terms matter. Where that is not so all packages are tried, unless
/// there are too many.
///
/// @param packages the frontier, firmest first
/// @param stateCount how many combinations of options' levels were looked at
/// @param exact whether the frontier is exact; otherwise it is the best found
record Firmness(List<Firm> packages, int stateCount, boolean exact) {
    /// With more combinations of covered options' levels than this, only a part is looked at; with
    /// more packages, not all are tried.
    static final int MOST_STATES = 20_000;

    /// The most efficient combinations of terms that are looked at for one state.
    private static final int MOST_TERMS = 5_000;

    /// Copies the list.
    Firmness {
        packages = List.copyOf(packages);
    }

    /// An acceptable package.
    ///
    /// @param levels a level index for each item
    /// @param leastShare the least of the signatories' shares of what each could gain, 0..1
    /// @param smallestMargin the smallest of their margins, each as a share of the same;
    ///   [Kept#UNBREAKABLE] if nobody has anything to break it with
    record Firm(List<Integer> levels, double leastShare, double smallestMargin) {
        /// Copies the levels.
        Firm {
            levels = List.copyOf(levels);
        }
    }

    /// Looks for the frontier.
    ///
    /// @param ground the reading, in which every signatory's patience is stated
    /// @param threadCount how many threads may work
    static Firmness of(Ground ground, int threadCount) {
        return new Search(ground, threadCount).found();
    }

    /// One search.
    private static final class Search {
        private final Ground ground;
        private final PackageSpace space;
        private final FrontierLimits limits;
        private final List<PackageItem> items;
        private final Breaches breaches;
        private final boolean apart;
        private final double[] alarms;
        private final Map<Object, Frontier> termFronts = new HashMap<>();
        private final List<Firm> kept = new ArrayList<>();
        private boolean exact = true;
        private int stateCount;

        Search(Ground ground, int threadCount) {
            this.ground = ground;
            this.space = ground.packages();
            this.limits =
                    new FrontierLimits(MOST_TERMS, FrontierLimits.DEFAULT.maxCells(), threadCount);
            this.items = ground.form().items();
            this.breaches = new Breaches(ground);
            this.apart = ground.worths().termsStandApart();
            this.alarms = new double[ground.partyCount()];
            for (int party = 0; party < alarms.length; party++) {
                alarms[party] = ground.falseAlarm(party);
            }
        }

        Firmness found() {
            int[] levels = new int[items.size()];
            Arrays.fill(levels, -1);
            combine(levels, 0);
            if (!exact && space.product().compareTo(BigInteger.valueOf(MOST_STATES)) <= 0) {
                exact = true;
                kept.clear();
                tryAll(levels, 0, new StandingTest(ground));
            }
            kept.sort((a, b) -> Double.compare(b.smallestMargin(), a.smallestMargin()));
            return new Firmness(kept, stateCount, exact);
        }

        private void combine(int[] levels, int item) {
            if (stateCount >= MOST_STATES) {
                exact = false;
                return;
            }
            if (item == levels.length) {
                look(levels.clone());
                return;
            }
            if (ground.option(item) < 0) {
                combine(levels, item + 1);
                return;
            }
            for (int level = 0; level < items.get(item).levels().size(); level++) {
                levels[item] = level;
                if (!space.rulesOut(levels)) {
                    combine(levels, item + 1);
                }
            }
            levels[item] = -1;
        }

        /// Every package, one after the other: where points tie terms and options together and
        /// there are few packages.
        private void tryAll(int[] levels, int item, StandingTest test) {
            if (item < levels.length) {
                for (int level = 0; level < items.get(item).levels().size(); level++) {
                    levels[item] = level;
                    tryAll(levels, item + 1, test);
                }
                levels[item] = -1;
                return;
            }
            if (ground.isAcceptable(levels)) {
                int state = ground.form().stateOf(levels);
                add(
                        levels,
                        leastShare(levels),
                        test.standing(state, ground.terms(levels)).margin());
            }
        }

        private void look(int[] levels) {
            PackageSpace open = space.fixing(levels);
            int parties = ground.proposed().parties().size();
            Frontier terms =
                    termFronts.computeIfAbsent(
                            open.shape(),
                            _ -> {
                                double[] none = new double[parties];
                                Arrays.fill(none, Double.NEGATIVE_INFINITY);
                                return ParetoSearch.frontier(open, parties, none, limits);
                            });
            if (terms.size() == 0) {
                return;
            }
            exact &= terms.epsilon() == 0 && apart;
            stateCount++;
            int[] whole = levels.clone();
            Margins margins = null;
            for (int point = 0; point < terms.size(); point++) {
                int[] chosen = terms.levels(point);
                for (int item = 0; item < whole.length; item++) {
                    whole[item] = levels[item] < 0 ? chosen[item] : levels[item];
                }
                double share = leastShare(whole);
                if (Double.isNaN(share)) {
                    continue;
                }
                if (margins == null || !apart) {
                    margins = new Margins(whole);
                }
                add(whole, share, margins.smallest(whole));
            }
        }

        /// The least of the signatories' shares, or NaN if the package is not acceptable. Who can
        /// gain nothing by any package has no share; if nobody can, the least is 0.
        private double leastShare(int[] levels) {
            double least = Double.POSITIVE_INFINITY;
            for (int party = 0; party < ground.proposed().parties().size(); party++) {
                double points = space.value(party, levels);
                double floor = ground.proposed().floor().get(party);
                double tolerance = Kept.ROUNDING * Math.max(1, Math.abs(floor));
                if (points < floor - tolerance) {
                    return Double.NaN;
                }
                if (party < ground.partyCount() && ground.measure(party) == Ground.Measure.HOPE) {
                    least =
                            Math.min(
                                    least, (points - ground.fallback(party)) / ground.scale(party));
                }
            }
            return least == Double.POSITIVE_INFINITY ? 0 : Math.max(0, least);
        }

        private void add(int[] levels, double share, double margin) {
            for (Firm other : kept) {
                if (other.leastShare() >= share - Kept.ROUNDING
                        && other.smallestMargin() >= margin - Kept.ROUNDING) {
                    return;
                }
            }
            kept.removeIf(other ->
                    other.leastShare() <= share + Kept.ROUNDING
                            && other.smallestMargin() <= margin + Kept.ROUNDING);
            kept.add(new Firm(Arrays.stream(levels).boxed().toList(), share, margin));
        }

        /// The margins of a state's packages: straight lines in what the terms are worth, one for
        /// each breach.
        private final class Margins {
            private final double[][] at;
            private final double[][] slope;
            private final double[] base;

            Margins(int[] levels) {
                int state = ground.form().stateOf(levels);
                int[] terms = ground.terms(levels);
                int count = ground.partyCount();
                at = new double[count][];
                slope = new double[count][];
                base = new double[count];
                for (int party = 0; party < count; party++) {
                    double patience = ground.patience(party);
                    double alarm = alarms[party];
                    List<Breach> all = breaches.of(party, state, terms);
                    base[party] = ground.worths().inside(party, state, terms);
                    at[party] = new double[all.size()];
                    slope[party] = new double[all.size()];
                    for (int k = 0; k < all.size(); k++) {
                        RepeatedPlay.Stream stream = all.get(k).stream();
                        at[party][k] = RepeatedPlay.margin(base[party], stream, alarm, patience);
                        double[] ones = new double[stream.flow().length];
                        Arrays.fill(ones, 1);
                        slope[party][k] =
                                RepeatedPlay.margin(
                                        1,
                                        new RepeatedPlay.Stream(ones, stream.seen(), 0),
                                        alarm,
                                        patience);
                        exact &= slope[party][k] >= -Kept.ROUNDING;
                    }
                }
            }

            double smallest(int[] levels) {
                double smallest = Double.POSITIVE_INFINITY;
                for (int party = 0; party < at.length; party++) {
                    double more = space.value(party, levels) - base[party];
                    double least = Kept.UNBREAKABLE;
                    for (int k = 0; k < at[party].length; k++) {
                        least = Math.min(least, at[party][k] + slope[party][k] * more);
                    }
                    smallest = Math.min(smallest, least / ground.scale(party));
                }
                return smallest;
            }
        }
    }
}

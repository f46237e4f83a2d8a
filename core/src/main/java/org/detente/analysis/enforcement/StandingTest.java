// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.analysis.enforcement.Breaches.Breach;
import org.detente.analysis.enforcement.EnforcementFindings.Standing;
import org.jspecify.annotations.Nullable;

/// Tests whether every signatory keeps an agreement once it stands.
final class StandingTest {
    /// Delays beyond this many steps are not looked at.
    static final int MOST_DELAY = 400;

    private static final int HALVINGS = 40;

    private final Ground ground;
    private final Breaches breaches;

    StandingTest(Ground ground) {
        this(ground, new Breaches(ground));
    }

    private StandingTest(Ground ground, Breaches breaches) {
        this.ground = ground;
        this.breaches = breaches;
    }

    /// The same test with breaches seen as they would be with an option at another level.
    ///
    /// @param option an option that decides how surely breaches are seen
    /// @param level its level
    StandingTest watchedAt(int option, int level) {
        return new StandingTest(ground, breaches.watchedAt(option, level));
    }

    /// Tests a standing agreement.
    ///
    /// @param standing the state in which it stands
    /// @param terms the level of each term
    /// @return one verdict for each signatory
    List<Kept> of(int standing, int[] terms) {
        List<Kept> verdicts = new ArrayList<>();
        for (int party = 0; party < ground.partyCount(); party++) {
            verdicts.add(of(party, standing, terms));
        }
        return verdicts;
    }

    /// Tests one signatory.
    ///
    /// @param party its index
    /// @param standing the state in which the agreement stands
    /// @param terms the level of each term
    Kept of(int party, int standing, int[] terms) {
        double kept = ground.worths().inside(party, standing, terms);
        double patience = ground.patience(party);
        double alarm = ground.falseAlarm(party);
        List<Breach> all = breaches.of(party, standing, terms);
        Breach decisive = null;
        double critical = RepeatedPlay.ALWAYS;
        boolean anyPays = false;
        for (Breach breach : all) {
            double own = RepeatedPlay.critical(kept, breach.stream(), alarm);
            boolean simpler =
                    decisive != null
                            && own == critical
                            && breaches.changed(standing, breach.state()).length
                                    < breaches.changed(standing, decisive.state()).length;
            if (decisive == null || own > critical || simpler) {
                decisive = breach;
                critical = own;
            }
            anyPays |= Arrays.stream(breach.stream().flow()).anyMatch(flow -> flow > kept);
        }
        Smallest smallest = smallest(party, all, kept);
        return new Kept(
                party,
                kept,
                complying(party, all, kept, smallest.margin()),
                alarm,
                tempting(party, all, standing, kept),
                anyPays,
                critical,
                decisive,
                patience,
                Double.isNaN(patience) ? critical != RepeatedPlay.NEVER : smallest.holds(),
                smallest.margin() / ground.scale(party),
                leastDetection(all, kept, alarm, patience),
                longestDelay(all, kept, alarm, patience));
    }

    /// The breach that leaves the smallest margin; without patience the one with the highest
    /// critical factor. Of several alike the one that changes fewest options, then the first.
    private @Nullable Breach tempting(int party, List<Breach> all, int standing, double kept) {
        double patience = ground.patience(party);
        double alarm = ground.falseAlarm(party);
        double tie = Double.isNaN(patience) ? Kept.ROUNDING : ground.rounding(party);
        Breach found = null;
        double least = Double.POSITIVE_INFINITY;
        for (Breach breach : all) {
            double measure =
                    Double.isNaN(patience)
                            ? -RepeatedPlay.critical(kept, breach.stream(), alarm)
                            : RepeatedPlay.margin(kept, breach.stream(), alarm, patience);
            boolean better =
                    found == null
                            || measure < least - tie
                            || (measure <= least + tie
                                    && breaches.changed(standing, breach.state()).length
                                            < breaches.changed(standing, found.state()).length);
            if (better) {
                least = measure;
                found = breach;
            }
        }
        return found;
    }

    /// The smallest of a signatory's margins.
    ///
    /// @param holds whether none of its breaches pays
    /// @param margin in points; [Kept#UNBREAKABLE] without a breach, NaN without patience
    private record Smallest(boolean holds, double margin) {}

    private Smallest smallest(int party, List<Breach> all, double kept) {
        double patience = ground.patience(party);
        double alarm = ground.falseAlarm(party);
        boolean holds = true;
        double least = Kept.UNBREAKABLE;
        for (Breach breach : all) {
            RepeatedPlay.Balance balance =
                    RepeatedPlay.balance(kept, breach.stream(), alarm, patience);
            holds &= balance.keeps();
            least = Math.min(least, balance.margin());
        }
        return new Smallest(holds, least);
    }

    /// V: what keeping is worth with the answer to the breach that leaves the smallest margin, of
    /// several alike the least; at most U, as a false alarm is no good luck to count on.
    private double complying(int party, List<Breach> all, double kept, double smallest) {
        double patience = ground.patience(party);
        double alarm = ground.falseAlarm(party);
        double worth = Double.isNaN(patience) ? Double.NaN : kept;
        for (Breach breach : all) {
            RepeatedPlay.Stream stream = breach.stream();
            if (alarm > 0
                    && RepeatedPlay.margin(kept, stream, alarm, patience)
                            <= smallest + ground.rounding(party)) {
                worth =
                        Math.min(
                                worth, RepeatedPlay.kept(kept, stream.punished(), alarm, patience));
            }
        }
        return worth;
    }

    /// Only whether a standing agreement is kept, and by how much: the margins without all that a
    /// reader wants to know beside them.
    ///
    /// @param standing the state in which the agreement stands
    /// @param terms the level of each term
    Standing standing(int standing, int[] terms) {
        boolean holds = true;
        double smallest = Kept.UNBREAKABLE;
        int weakest = -1;
        for (int party = 0; party < ground.partyCount(); party++) {
            double kept = ground.worths().inside(party, standing, terms);
            Smallest own = smallest(party, breaches.of(party, standing, terms), kept);
            double margin = own.margin() / ground.scale(party);
            holds &= own.holds();
            if (margin < smallest) {
                smallest = margin;
                weakest = party;
            }
        }
        return new Standing(holds, smallest, weakest);
    }

    /// Only whether every signatory keeps a standing agreement: at its stated patience, else if the
    /// future only counts enough.
    ///
    /// @param standing the state in which the agreement stands
    /// @param terms the level of each term
    boolean isKept(int standing, int[] terms) {
        return ground.hasPatience()
                ? standing(standing, terms).holds()
                : of(standing, terms).stream().allMatch(Kept::holds);
    }

    private static boolean holds(
            List<Breach> all, double kept, double alarm, double patience, Watched watched) {
        for (Breach breach : all) {
            if (!RepeatedPlay.balance(kept, watched.of(breach), alarm, patience).keeps()) {
                return false;
            }
        }
        return true;
    }

    /// A breach under another watch.
    private interface Watched {
        RepeatedPlay.Stream of(Breach breach);
    }

    /// More detection keeps from breaches whose punishment hurts, and invites those whose answer is
    /// better than keeping: the least chance that keeps from the former must not invite the latter.
    private static double leastDetection(
            List<Breach> all, double kept, double alarm, double patience) {
        if (Double.isNaN(patience)) {
            return Double.NaN;
        }
        double least = 0;
        for (Breach breach : all) {
            least = Math.max(least, leastDetection(breach, kept, alarm, patience));
        }
        return holds(all, kept, alarm, patience, watched(least)) ? least : Double.POSITIVE_INFINITY;
    }

    /// The least chance of being seen at which one breach does not pay, or 1 if there is none.
    private static double leastDetection(
            Breach breach, double kept, double alarm, double patience) {
        List<Breach> one = List.of(breach);
        if (holds(one, kept, alarm, patience, watched(0))) {
            return 0;
        }
        double low = 0;
        double high = 1;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = low + (high - low) / 2;
            if (holds(one, kept, alarm, patience, watched(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /// Every breach seen with the same chance, once it can be seen at all.
    private static Watched watched(double chance) {
        return breach -> breach.stream().watched(chance, breach.delay());
    }

    private static int longestDelay(List<Breach> all, double kept, double alarm, double patience) {
        if (Double.isNaN(patience) || !holds(all, kept, alarm, patience, Breach::stream)) {
            return -1;
        }
        if (holds(all, kept, alarm, patience, b -> b.stream().delayed(MOST_DELAY))) {
            return Kept.ANY_DELAY;
        }
        int low = 0;
        int high = MOST_DELAY;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (holds(all, kept, alarm, patience, b -> b.stream().delayed(middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

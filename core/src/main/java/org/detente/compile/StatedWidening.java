// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.detente.math.LinearPrograms;
import org.detente.math.Polyhedron;
import org.detente.math.Polyhedron.End;
import org.jspecify.annotations.Nullable;

/// How far the numbers that were assumed for a party would have to be off before a verdict on a
/// package no longer held: the least number of points by which each of them may lie outside the
/// range (or beside the exact number) that is written, such that some value function says
/// otherwise. Chances are held. For one thread.
///
/// Bounds are linear in that number, and everything else is told on a scale where the party's
/// largest number of points is 1, so that each package is one linear program, as sensitivity of a
/// program's right side is [Chvatal1983, ch. 5; not checked here]. Only which levels are surely
/// best and worst hangs on it in jumps; between two jumps lies a *stretch*, and the first stretch
/// in which the verdict falls is found by search, since a wider range only lets more through.
public final class StatedWidening {
    /// A gain is lost where it falls below nothing by more than this share of the largest number.
    private static final double NOTHING = 1e-7;

    /// To how many digits of the largest number a widening is told.
    private static final int DIGITS = 4;

    /// What contributes less than this to the widening is not named.
    private static final double SMALL = 1e-6;

    private final AgreementForm form;
    private final String party;
    private final StatedWorld world;
    private final double largest;
    private final List<Written> assumed;
    private final List<Double> jumps;
    private final Map<Integer, Stretch> stretches = new HashMap<>();

    /// An assumed number.
    ///
    /// @param path where it is written
    /// @param low its lower end
    /// @param high its upper end, the lower where it is exact
    public record Written(String path, double low, double high) {}

    /// A number that the reversal leans on.
    ///
    /// @param written the number
    /// @param then where it lies when the verdict falls
    /// @param weight what share of the widening comes from it; all of a reversal add up to 1 unless
    ///   the widening ends at a jump
    public record Leaning(Written written, double then, double weight) {}

    /// The smallest widening that reverses a verdict.
    ///
    /// @param points by how many points, in the party's own unit
    /// @param share the same as a share of the party's largest number
    /// @param numbers which numbers matter, most important first; none where rounding hides them
    public record Reversal(double points, double share, List<Leaning> numbers) {
        /// Copies the list.
        public Reversal {
            numbers = List.copyOf(numbers);
        }
    }

    private StatedWidening(
            AgreementForm form,
            String party,
            StatedWorld world,
            double largest,
            List<Written> assumed,
            List<Double> jumps) {
        this.form = form;
        this.party = party;
        this.world = world;
        this.largest = largest;
        this.assumed = assumed;
        this.jumps = jumps;
    }

    /// A party's assumed numbers.
    ///
    /// @param form the agreement, as the case or a view has it
    /// @param party the party's id
    /// @return how far they may be off, or null if none is assumed or all are 0, which gives no
    ///   unit to widen them by
    public static @Nullable StatedWidening of(AgreementForm form, String party) {
        StatedWorld world = new StatedWorld(form.model());
        Stretch start = new Stretch(form, world, party, 0, Double.POSITIVE_INFINITY);
        if (start.parts.isEmpty() || start.wide.isEmpty() || start.largest == 0) {
            return null;
        }
        return new StatedWidening(
                form,
                party,
                world,
                start.largest,
                start.wide.stream()
                        .map(b -> new Written(b.path(), b.low(), b.high()))
                        .distinct()
                        .toList(),
                start.jumps());
    }

    /// The party's assumed numbers.
    ///
    /// @return each once, in the order of the case
    public List<Written> assumed() {
        return assumed;
    }

    /// The largest number of points that is stated or assumed for the party, regardless of sign.
    ///
    /// @return more than 0
    public double largest() {
        return largest;
    }

    /// The smallest widening after which a package is not acceptable under every value function.
    ///
    /// @param packageLevels by item of the agreement; acceptable under every one as things are
    ///   written
    /// @return the widening, or null if none does that
    public @Nullable Reversal untilDoubted(int[] packageLevels) {
        return reversal(packageLevels, true);
    }

    /// The smallest widening after which a package is acceptable under some value function.
    ///
    /// @param packageLevels by item of the agreement; acceptable under none as things are written
    /// @return the widening, or null if none does that
    public @Nullable Reversal untilPossible(int[] packageLevels) {
        return reversal(packageLevels, false);
    }

    /// The first stretch in which the verdict falls: ever longer steps ahead, then halving.
    private @Nullable Reversal reversal(int[] levels, boolean held) {
        int last = jumps.size();
        int before = -1;
        int after = 0;
        Reversal found = at(after, levels, held);
        for (int step = 1; found == null && after < last; step *= 2) {
            before = after;
            after = Math.min(last, after + step);
            found = at(after, levels, held);
        }
        while (found != null && after - before > 1) {
            int middle = (before + after) / 2;
            Reversal earlier = at(middle, levels, held);
            before = earlier == null ? middle : before;
            after = earlier == null ? after : middle;
            found = earlier == null ? found : earlier;
        }
        return found;
    }

    private @Nullable Reversal at(int index, int[] levels, boolean held) {
        Stretch stretch =
                stretches.computeIfAbsent(
                        index,
                        k ->
                                new Stretch(
                                        form,
                                        world,
                                        party,
                                        k == 0 ? 0 : jumps.get(k - 1),
                                        k == jumps.size()
                                                ? Double.POSITIVE_INFINITY
                                                : jumps.get(k)));
        return stretch.reversal(levels, held, largest);
    }

    /// Widenings between two jumps.
    private static final class Stretch {
        private final StatedParts parts;
        private final List<Integer> packageItems;
        private final List<StatedSystem> systems = new ArrayList<>();
        private final List<Integer> same = new ArrayList<>();
        private final List<LinearPrograms> programs = new ArrayList<>();
        private final StatedWorths worths;
        private final int unknown;
        private final double largest;
        private final List<StatedSentence.Bound> wide;
        private final List<StatedSentence.Bound> bounds = new ArrayList<>();

        Stretch(AgreementForm form, StatedWorld world, String party, double from, double to) {
            this.parts = new StatedParts(world, party);
            this.packageItems = form.items().stream().map(i -> world.indexOf(i.ref())).toList();
            List<StatedSentence> sentences = StatedSentence.of(parts);
            for (StatedSentence sentence : sentences) {
                if (sentence instanceof StatedSentence.Points points) {
                    bounds.addAll(points.bounds());
                }
            }
            this.unknown = parts.fresh("widening");
            AssumedNumbers assumed = new AssumedNumbers.Wider(from, to, unknown);
            StatedRows rows = new StatedRows(parts);
            for (StatedBranch branch : StatedBranch.of(parts, form).list()) {
                systems.add(
                        new StatedSystem(
                                parts,
                                rows,
                                sentences,
                                branch,
                                StatedSystem.Scale.POINTS,
                                assumed));
            }
            this.largest = systems.getFirst().largest();
            this.wide = systems.getFirst().assumed();
            List<Polyhedron> polyhedra =
                    largest == 0
                            ? List.of()
                            : systems.stream().map(StatedSystem::polyhedron).toList();
            for (Polyhedron polyhedron : polyhedra) {
                int first = polyhedra.indexOf(polyhedron);
                same.add(first);
                programs.add(
                        first == programs.size()
                                ? new LinearPrograms(polyhedron)
                                : programs.get(first));
            }
            this.worths = new StatedWorths(parts, largest == 0 ? List.of() : systems, same);
        }

        /// Where it ceases to be sure that one level is better than another, or which sign a
        /// condition has; ascending.
        List<Double> jumps() {
            TreeSet<Double> jumps = new TreeSet<>();
            Map<LinearSum, StatedSentence.Bound> known = new HashMap<>();
            for (StatedSentence.Bound bound : bounds) {
                known.putIfAbsent(bound.worth(), bound);
            }
            for (LinearSum[] item : parts.byItem().values()) {
                for (LinearSum high : item) {
                    for (LinearSum low : item) {
                        if (!high.equals(low)) {
                            add(jumps, ends(known, high), ends(known, low));
                        }
                    }
                }
            }
            double[] nothing = new double[3];
            for (StatedParts.ConditionPart part : parts.conditions()) {
                add(jumps, ends(known, part.worth()), nothing);
                add(jumps, nothing, ends(known, part.worth()));
            }
            return List.copyOf(jumps);
        }

        private static void add(Set<Double> jumps, double[] high, double[] low) {
            if (high.length > 0 && low.length > 0 && high[0] >= low[1] && high[2] + low[2] > 0) {
                jumps.add((high[0] - low[1]) / (high[2] + low[2]));
            }
        }

        /// Both ends of a number and how fast they move; none if nothing binds it.
        private static double[] ends(Map<LinearSum, StatedSentence.Bound> known, LinearSum worth) {
            if (worth.equals(LinearSum.ZERO)) {
                return new double[3];
            }
            StatedSentence.Bound bound = known.get(worth);
            if (bound != null) {
                return new double[] {bound.low(), bound.high(), bound.assumed() ? 1 : 0};
            }
            StatedSentence.Bound opposite = known.get(LinearSum.ZERO.minus(worth));
            return opposite == null
                    ? new double[0]
                    : new double[] {-opposite.high(), -opposite.low(), opposite.assumed() ? 1 : 0};
        }

        @Nullable Reversal reversal(int[] levels, boolean held, double unit) {
            int[] all = parts.world().now();
            for (int k = 0; k < levels.length; k++) {
                all[packageItems.get(k)] = levels[k];
            }
            PackageForms forms = worths.at(all);
            double[] objective = new double[parts.unknownCount()];
            objective[unknown] = 1;
            double least = Double.POSITIVE_INFINITY;
            List<Leaning> numbers = List.of();
            for (int r = 0; r < systems.size(); r++) {
                if (forms.isRepeated(r) || programs.get(r).isEmpty()) {
                    continue;
                }
                for (double[] row : held ? forms.gains(r) : List.of(forms.netGain(r))) {
                    double[] against = new double[row.length];
                    Arrays.setAll(against, k -> held ? -row[k] : row[k]);
                    LinearPrograms further = programs.get(r).with(against, held ? NOTHING : 0);
                    if (further.least(objective) instanceof End.At at && at.value() < least) {
                        least = at.value();
                        numbers = leaning(systems.get(r), further.bearing(objective, unknown), at);
                    }
                }
            }
            if (least == Double.POSITIVE_INFINITY) {
                return null;
            }
            double points = rounded(Math.max(0, least) * unit);
            return new Reversal(points, points / unit, numbers);
        }

        /// To a power of ten that is well above the margins by which "better" and "lost" are so.
        private double rounded(double points) {
            double digits = Math.pow(10, DIGITS - Math.floor(Math.log10(largest)));
            double told = Math.rint(points * digits) / digits;
            return told == 0 ? 0 : told;
        }

        private List<Leaning> leaning(StatedSystem system, double[] bearing, End.At at) {
            Map<String, Leaning> byPath = new java.util.LinkedHashMap<>();
            double point = at.point()[StatedParts.POINT];
            for (int row = 0; row < bearing.length; row++) {
                StatedSentence.Bound bound = system.bound(row);
                if (bound != null && bound.assumed() && bearing[row] > SMALL) {
                    double then =
                            Polyhedron.dot(bound.worth().dense(at.point().length), at.point())
                                    / point;
                    double told = rounded(then);
                    Leaning one =
                            new Leaning(
                                    new Written(bound.path(), bound.low(), bound.high()),
                                    told,
                                    bearing[row]);
                    byPath.merge(
                            bound.path() + bound.worth(),
                            one,
                            (a, b) -> new Leaning(a.written(), a.then(), a.weight() + b.weight()));
                }
            }
            return byPath.values().stream()
                    .sorted(Comparator.comparingDouble((Leaning l) -> -l.weight()))
                    .toList();
        }
    }
}

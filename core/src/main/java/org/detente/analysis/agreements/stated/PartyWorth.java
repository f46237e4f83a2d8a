// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.compile.AgreementForm;
import org.detente.compile.PackageForms;
import org.detente.compile.StatedForm;
import org.detente.math.LinearPrograms;
import org.detente.math.Polyhedron;
import org.detente.math.Polyhedron.End;
import org.jspecify.annotations.Nullable;

/// What one party's statements say of the worth of packages. Remembers value functions met and
/// verdicts found, so that a linear program is solved only where neither decides; readings of the
/// case in which the party states the same share it. For one thread.
final class PartyWorth {
    /// Gains nearer to nothing than this, where swings add up to 1, are nothing: sums of doubles
    /// and the simplex method err by less, and what is stated as better is better by more.
    static final double TOLERANCE = 1e-8;

    /// Differences of worth nearer to nothing than this are rounding, where swings add up to 1.
    static final double ROUNDING = 1e-10;

    /// How many value functions are remembered for each combination of beliefs.
    static final int MOST_MET = 64;

    private static final int POSITIVE = 1;
    private static final int NEGATIVE = 2;
    private static final int BOTH = POSITIVE | NEGATIVE;

    private final String party;
    private final boolean signs;
    private final @Nullable StatedForm stated;
    private final List<LinearPrograms> programs = new ArrayList<>();
    private final List<List<double[]>> met = new ArrayList<>();
    private final Map<List<Integer>, Verdict.Held> known = new HashMap<>();
    private final Map<Step, Double> steps = new HashMap<>();
    private final List<Integer> relevant;
    private final List<Integer> levelCounts;

    /// One item's level for another.
    private record Step(int item, int from, int to) {}

    PartyWorth(AgreementForm form, String party) {
        this(form, party, StatedForm.of(form, party));
    }

    PartyWorth(AgreementForm form, String party, @Nullable StatedForm stated) {
        this.party = party;
        this.signs = form.signatories().contains(party);
        this.stated = stated;
        this.relevant = stated == null ? List.of() : stated.relevantItems();
        this.levelCounts = relevant.stream().map(k -> form.items().get(k).levels().size()).toList();
        if (stated != null) {
            for (int r = 0; r < stated.readings().size(); r++) {
                int same = stated.sameAs(r);
                boolean isFirst = same == r;
                programs.add(
                        isFirst
                                ? new LinearPrograms(stated.readings().get(r).polyhedron())
                                : programs.get(same));
                met.add(isFirst ? new ArrayList<>() : met.get(same));
            }
        }
    }

    String party() {
        return party;
    }

    @Nullable StatedForm stated() {
        return stated;
    }

    boolean isSame(PartyWorth other) {
        return party.equals(other.party)
                && signs == other.signs
                && (stated == null
                        ? other.stated == null
                        : other.stated != null && stated.isSame(other.stated));
    }

    /// Whether a package is worth at least as much as no agreement. Who states nothing about worth
    /// and only ratifies accepts whatever crosses no red line; of a signatory nothing is known
    /// then.
    Verdict.Held held(int[] levels) {
        if (stated == null) {
            return signs ? Verdict.Held.SOME : Verdict.Held.ALL;
        }
        List<Integer> key = relevant(levels);
        Verdict.Held held = known.get(key);
        if (held == null) {
            held = judged(stated, levels, key);
            known.put(key, held);
        }
        return held;
    }

    /// The levels of the items that can change this party's worth.
    List<Integer> relevant(int[] levels) {
        return relevant.stream().map(item -> levels[item]).toList();
    }

    /// By value functions met, by a neighbouring package, or by linear programs.
    private Verdict.Held judged(StatedForm own, int[] levels, List<Integer> key) {
        PackageForms forms = own.at(levels);
        int seen = seen(forms);
        if (seen == BOTH) {
            return Verdict.Held.SOME;
        }
        Verdict.Held held = neighbour(own, levels, key);
        return held == null ? solved(forms, seen) : held;
    }

    private int seen(PackageForms forms) {
        int seen = 0;
        for (int r = 0; r < programs.size() && seen < BOTH; r++) {
            if (forms.isRepeated(r)) {
                continue;
            }
            List<double[]> gains = forms.gains(r);
            for (int k = met.get(r).size() - 1; k >= 0 && seen < BOTH; k--) {
                seen |= least(gains, met.get(r).get(k)) >= -TOLERANCE ? POSITIVE : NEGATIVE;
            }
        }
        return seen;
    }

    private Verdict.Held solved(PackageForms forms, int met) {
        int seen = met;
        for (int r = 0; r < programs.size() && (seen & NEGATIVE) == 0; r++) {
            for (double[] gain : forms.isRepeated(r) ? List.<double[]>of() : forms.gains(r)) {
                seen |= beyond(r, programs.get(r).least(gain), -1) ? NEGATIVE : 0;
            }
        }
        for (int r = 0; r < programs.size() && (seen & NEGATIVE) != 0 && seen < BOTH; r++) {
            seen |=
                    !forms.isRepeated(r) && beyond(r, programs.get(r).most(forms.netGain(r)), 1)
                            ? POSITIVE
                            : 0;
        }
        return (seen & NEGATIVE) == 0
                ? Verdict.Held.ALL
                : seen == BOTH ? Verdict.Held.SOME : Verdict.Held.NONE;
    }

    /// Whether an end lies beyond nothing; remembers where it is attained.
    private boolean beyond(int reading, End end, int sign) {
        return switch (end) {
            case End.At at -> {
                remember(reading, at.point());
                yield sign > 0 ? at.value() >= -TOLERANCE : at.value() < -TOLERANCE;
            }
            case End.Unbounded _ -> true;
            case End.Empty _ -> false;
        };
    }

    private void remember(int reading, double[] point) {
        if (met.get(reading).size() == MOST_MET) {
            met.get(reading).removeFirst();
        }
        met.get(reading).add(point);
    }

    private static double least(List<double[]> forms, double[] point) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] one : forms) {
            least = Math.min(least, Polyhedron.dot(one, point));
        }
        return least;
    }

    /// The verdict that follows from a package that differs in one item and is never better, or
    /// never worse; null if none does.
    private Verdict.@Nullable Held neighbour(StatedForm own, int[] levels, List<Integer> key) {
        List<Integer> other = new ArrayList<>(key);
        for (int k = 0; k < relevant.size(); k++) {
            for (int level = 0;
                    level < levelCounts.get(k) && own.isSimple(relevant.get(k));
                    level++) {
                other.set(k, level);
                Verdict.Held held = level == key.get(k) ? null : known.get(other);
                if (held != null && held != Verdict.Held.SOME) {
                    boolean follows =
                            held == Verdict.Held.ALL
                                    ? neverWorse(own, levels, relevant.get(k), key.get(k), level)
                                    : neverWorse(own, levels, relevant.get(k), level, key.get(k));
                    if (follows) {
                        return held;
                    }
                }
            }
            other.set(k, key.get(k));
        }
        return null;
    }

    private boolean neverWorse(StatedForm own, int[] levels, int item, int better, int worse) {
        return leastStep(own, levels, item, worse, better) >= -ROUNDING;
    }

    /// The least that one level instead of another of a simple item adds, whatever the rest.
    private double leastStep(StatedForm own, int[] levels, int item, int from, int to) {
        return steps.computeIfAbsent(
                new Step(item, from, to),
                _ -> {
                    int[] first = levels.clone();
                    first[item] = to;
                    int[] second = levels.clone();
                    second[item] = from;
                    return leastDifference(own.at(first), own.at(second));
                });
    }

    /// The least by which one package is worth more than another; may be without bound.
    private double leastDifference(PackageForms first, PackageForms second) {
        double least = Double.POSITIVE_INFINITY;
        for (int r = 0; r < programs.size(); r++) {
            if (first.isRepeated(r) && second.isRepeated(r)) {
                continue;
            }
            switch (programs.get(r).least(first.lessThan(r, second))) {
                case End.At at -> {
                    remember(r, at.point());
                    least = Math.min(least, at.value());
                }
                case End.Unbounded _ -> {
                    return Double.NEGATIVE_INFINITY;
                }
                case End.Empty _ -> {}
            }
        }
        return least;
    }

    /// Whether one package is at least as good as another: under all value functions, some or none.
    Verdict.Held preferred(int[] first, int[] second) {
        return between(first, second).atLeastAsGood();
    }

    /// Between what values one package is worth more than another.
    ///
    /// @param first a package
    /// @param second another
    /// @return a least and a most, either perhaps without bound; nothing is known of a party that
    ///   states nothing of worth
    Between between(int[] first, int[] second) {
        if (stated == null) {
            return new Between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        PackageForms one = stated.at(first);
        PackageForms other = stated.at(second);
        return new Between(leastDifference(one, other), -leastDifference(other, one));
    }

    /// The same between looser bounds, for which items are taken one by one; exact where a single
    /// item differs.
    Between around(int[] first, int[] second) {
        double least = 0;
        double most = 0;
        if (stated == null) {
            return between(first, second);
        }
        for (int item : relevant) {
            if (first[item] != second[item]) {
                if (!stated.isSimple(item)) {
                    return between(first, second);
                }
                least += leastStep(stated, first, item, second[item], first[item]);
                most -= leastStep(stated, first, item, first[item], second[item]);
            }
        }
        return new Between(least, most);
    }

    /// The least and the most gain of each package, exactly, in the packages' order. One
    /// combination of beliefs after another, all least gains before all most, since neighbouring
    /// packages then share most of their way.
    List<GainRange> ranges(List<int[]> packages) {
        double[] least = new double[packages.size()];
        double[] most = new double[packages.size()];
        boolean isTold = stated != null && stated.isScaled();
        Arrays.fill(least, isTold ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        Arrays.fill(most, isTold ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        if (stated != null && isTold) {
            List<PackageForms> forms = packages.stream().map(stated::at).toList();
            for (int r = 0; r < programs.size(); r++) {
                for (int k = 0; k < least.length; k++) {
                    least[k] = Math.min(least[k], leastAt(r, forms.get(k)));
                }
                for (int k = 0; k < most.length; k++) {
                    most[k] = Math.max(most[k], mostAt(r, forms.get(k)));
                }
            }
        }
        List<GainRange> ranges = new ArrayList<>();
        for (int k = 0; k < least.length; k++) {
            ranges.add(new GainRange(cleaned(least[k]), cleaned(most[k])));
        }
        return List.copyOf(ranges);
    }

    private double leastAt(int reading, PackageForms forms) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] gain :
                forms.isRepeated(reading) ? List.<double[]>of() : forms.gains(reading)) {
            switch (programs.get(reading).least(gain)) {
                case End.At at -> least = Math.min(least, at.value());
                case End.Unbounded _ -> least = Double.NEGATIVE_INFINITY;
                case End.Empty _ -> {}
            }
        }
        return least;
    }

    private double mostAt(int reading, PackageForms forms) {
        if (forms.isRepeated(reading)) {
            return Double.NEGATIVE_INFINITY;
        }
        return switch (programs.get(reading).most(forms.netGain(reading))) {
            case End.At at -> at.value();
            case End.Unbounded _ -> Double.POSITIVE_INFINITY;
            case End.Empty _ -> Double.NEGATIVE_INFINITY;
        };
    }

    /// Rounded to what the simplex method can tell, so that the same answer prints the same.
    private static @Nullable Double cleaned(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        double rounded = Math.rint(value * 1e8) / 1e8;
        return rounded == 0 ? Double.valueOf(0) : Double.valueOf(rounded);
    }

    /// One package's least gain.
    @Nullable Double least(int[] levels) {
        return ranges(List.of(levels)).getFirst().least();
    }

    /// One package's most gain.
    @Nullable Double most(int[] levels) {
        return ranges(List.of(levels)).getFirst().most();
    }

    /// Meets value functions that like a package and others that do not, each by more than a margin
    /// where there are such; those that like it most and least, unless some are known.
    void meet(int[] levels, double margin) {
        if (stated == null) {
            return;
        }
        PackageForms forms = stated.at(levels);
        boolean liked = false;
        boolean disliked = false;
        for (int r = 0; r < met.size(); r++) {
            double[] gain = forms.gains(r).getFirst();
            for (double[] point : met.get(r)) {
                liked |= Polyhedron.dot(gain, point) > margin;
                disliked |= Polyhedron.dot(gain, point) < -margin;
            }
        }
        for (int r = 0; r < met.size() && !(liked && disliked); r++) {
            double[] gain = forms.gains(r).getFirst();
            if (!disliked && programs.get(r).least(gain) instanceof End.At at) {
                remember(r, at.point());
                disliked = at.value() < -margin;
            }
            if (!liked && programs.get(r).most(gain) instanceof End.At at) {
                remember(r, at.point());
                liked = at.value() > margin;
            }
        }
    }

    /// Value functions met so far, by reading.
    List<List<double[]>> met() {
        return met.stream().map(List::copyOf).toList();
    }

    /// Linear programs over the value functions, by reading.
    List<LinearPrograms> programs() {
        return List.copyOf(programs);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.compile.AgreementForm;
import org.detente.compile.PackageBan;
import org.detente.compile.StatedForm;
import org.detente.math.Polyhedron;
import org.detente.math.Polyhedron.End;
import org.jspecify.annotations.Nullable;

/// What one party's statements say of packages. Remembers value functions met and verdicts found,
/// so that a linear program is solved only where neither decides; for one thread.
final class PartyReading {
    /// Gains nearer to nothing than this, where swings add up to 1, are nothing: sums of doubles
    /// and the simplex method err by less, and what is stated as better is better by more.
    static final double TOLERANCE = 1e-8;

    private final AgreementForm form;
    private final String party;
    private final boolean signs;
    private final @Nullable StatedForm stated;
    private final List<List<double[]>> met = new ArrayList<>();
    private final Map<List<Integer>, Verdict.Held> known = new HashMap<>();
    private final Map<List<Double>, Double> leastKnown = new HashMap<>();
    private final List<Integer> relevant;

    PartyReading(AgreementForm form, String party) {
        this.form = form;
        this.party = party;
        this.signs = form.signatories().contains(party);
        this.stated = StatedForm.of(form, party);
        this.relevant = stated == null ? List.of() : stated.relevantItems();
        if (stated != null) {
            stated.readings().forEach(_ -> met.add(new ArrayList<>()));
        }
    }

    String party() {
        return party;
    }

    @Nullable StatedForm stated() {
        return stated;
    }

    /// Whether a package is acceptable.
    Verdict verdict(int[] levels) {
        for (PackageBan ban : form.broken(levels)) {
            if (ban.kind() == PackageBan.Kind.RED_LINE && ban.name().equals(party)) {
                return new Verdict(Verdict.Held.NONE, ban);
            }
        }
        return new Verdict(worth(levels), null);
    }

    /// The same by worth alone. Who states nothing about worth and only ratifies accepts whatever
    /// crosses no red line; of a signatory nothing is known then.
    Verdict.Held worth(int[] levels) {
        if (stated == null) {
            return signs ? Verdict.Held.SOME : Verdict.Held.ALL;
        }
        List<Integer> key = relevant.stream().map(item -> levels[item]).toList();
        Verdict.Held held = known.get(key);
        if (held == null) {
            held = neighbour(stated, levels, key);
            if (held == null) {
                held = solved(stated, levels);
            }
            known.put(key, held);
        }
        return held;
    }

    private Verdict.Held solved(StatedForm own, int[] levels) {
        boolean positive = false;
        boolean negative = false;
        for (int r = 0; r < met.size(); r++) {
            List<double[]> gains = own.gains(own.readings().get(r), levels);
            for (double[] point : met.get(r)) {
                boolean gain = least(gains, point) >= -TOLERANCE;
                positive |= gain;
                negative |= !gain;
            }
        }
        for (int r = 0; r < met.size() && !negative; r++) {
            StatedForm.Reading reading = own.readings().get(r);
            for (double[] gain : own.gains(reading, levels)) {
                negative |= beyond(r, reading.polyhedron().least(gain), -1);
            }
        }
        for (int r = 0; r < met.size() && negative && !positive; r++) {
            StatedForm.Reading reading = own.readings().get(r);
            End most = reading.polyhedron().most(own.netGain(reading, levels));
            positive = beyond(r, most, 1);
        }
        return !negative ? Verdict.Held.ALL : positive ? Verdict.Held.SOME : Verdict.Held.NONE;
    }

    /// Whether an end lies beyond nothing; remembers where it is attained.
    private boolean beyond(int reading, End end, int sign) {
        return switch (end) {
            case End.At at -> {
                met.get(reading).add(at.point());
                yield sign > 0 ? at.value() >= -TOLERANCE : at.value() < -TOLERANCE;
            }
            case End.Unbounded _ -> true;
            case End.Empty _ -> false;
        };
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
        for (int k = 0; k < relevant.size(); k++) {
            int count = form.items().get(relevant.get(k)).levels().size();
            for (int level = 0; level < count; level++) {
                List<Integer> other = new ArrayList<>(key);
                other.set(k, level);
                Verdict.Held held = level == key.get(k) ? null : known.get(other);
                if (held != null && held != Verdict.Held.SOME) {
                    int[] there = levels.clone();
                    there[relevant.get(k)] = level;
                    boolean follows =
                            held == Verdict.Held.ALL
                                    ? neverWorse(own, levels, there)
                                    : neverWorse(own, there, levels);
                    if (follows) {
                        return held;
                    }
                }
            }
        }
        return null;
    }

    /// Whether one package is at least as good as another under every value function.
    boolean neverWorse(StatedForm own, int[] first, int[] second) {
        for (StatedForm.Reading reading : own.readings()) {
            double[] difference = difference(own, reading, first, second);
            List<Double> key = new ArrayList<>();
            key.add((double) own.readings().indexOf(reading));
            for (double coefficient : difference) {
                key.add(coefficient);
            }
            double least =
                    leastKnown.computeIfAbsent(
                            key,
                            _ ->
                                    reading.polyhedron().least(difference) instanceof End.At at
                                            ? at.value()
                                            : Double.NEGATIVE_INFINITY);
            if (least < -StatedFindings.ROUNDING) {
                return false;
            }
        }
        return true;
    }

    private static double[] difference(
            StatedForm own, StatedForm.Reading reading, int[] first, int[] second) {
        double[] difference = own.worth(reading, first);
        double[] other = own.worth(reading, second);
        for (int k = 0; k < difference.length; k++) {
            difference[k] -= other[k];
        }
        return difference;
    }

    /// Whether one package is better than another: under all value functions at least as good, or
    /// under some, or under none.
    Verdict.Held preferred(int[] first, int[] second) {
        if (stated == null) {
            return Verdict.Held.SOME;
        }
        if (neverWorse(stated, first, second)) {
            return Verdict.Held.ALL;
        }
        for (StatedForm.Reading reading : stated.readings()) {
            End most = reading.polyhedron().most(difference(stated, reading, first, second));
            if (!(most instanceof End.At at) || at.value() >= -TOLERANCE) {
                return Verdict.Held.SOME;
            }
        }
        return Verdict.Held.NONE;
    }

    /// The least gain, or null if there is none, or no unit to tell it in.
    @Nullable Double least(int[] levels) {
        if (stated == null || !stated.isScaled()) {
            return null;
        }
        double least = Double.POSITIVE_INFINITY;
        for (StatedForm.Reading reading : stated.readings()) {
            for (double[] gain : stated.gains(reading, levels)) {
                switch (reading.polyhedron().least(gain)) {
                    case End.At at -> least = Math.min(least, at.value());
                    case End.Unbounded _ -> least = Double.NEGATIVE_INFINITY;
                    case End.Empty _ -> {}
                }
            }
        }
        return Double.isFinite(least) ? cleaned(least) : null;
    }

    /// The most gain, or null if there is none, or no unit to tell it in.
    @Nullable Double most(int[] levels) {
        if (stated == null || !stated.isScaled()) {
            return null;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (StatedForm.Reading reading : stated.readings()) {
            switch (reading.polyhedron().most(stated.netGain(reading, levels))) {
                case End.At at -> most = Math.max(most, at.value());
                case End.Unbounded _ -> most = Double.POSITIVE_INFINITY;
                case End.Empty _ -> {}
            }
        }
        return Double.isFinite(most) ? cleaned(most) : null;
    }

    /// Rounded to what the simplex method can tell, so that the same answer prints the same.
    private static double cleaned(double value) {
        double rounded = Math.rint(value * 1e9) / 1e9;
        return rounded == 0 ? 0 : rounded;
    }

    /// Meets value functions that like a package and others that do not, each by more than a margin
    /// where there are such; those that like it most and least, unless some are known.
    void meet(int[] levels, double margin) {
        if (stated == null) {
            return;
        }
        boolean liked = false;
        boolean disliked = false;
        for (int r = 0; r < met.size(); r++) {
            double[] gain = stated.gains(stated.readings().get(r), levels).getFirst();
            for (double[] point : met.get(r)) {
                liked |= Polyhedron.dot(gain, point) > margin;
                disliked |= Polyhedron.dot(gain, point) < -margin;
            }
        }
        for (int r = 0; r < met.size() && !(liked && disliked); r++) {
            StatedForm.Reading reading = stated.readings().get(r);
            double[] gain = stated.gains(reading, levels).getFirst();
            if (!disliked && reading.polyhedron().least(gain) instanceof End.At at) {
                met.get(r).add(at.point());
                disliked = at.value() < -margin;
            }
            if (!liked && reading.polyhedron().most(gain) instanceof End.At at) {
                met.get(r).add(at.point());
                liked = at.value() > margin;
            }
        }
    }

    /// Value functions met so far, by reading.
    List<List<double[]>> met() {
        return met.stream().map(List::copyOf).toList();
    }
}

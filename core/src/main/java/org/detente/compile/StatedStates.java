// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.detente.math.LinearPrograms;
import org.detente.math.Polyhedron;
import org.detente.math.Polyhedron.End;
import org.detente.model.Case;
import org.detente.model.PreferencePart.Order;
import org.detente.model.PreferencePart.Packages;
import org.detente.model.PreferencePart.Prefer;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.PreferencePart.Swings;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Preferences;

/// Which states a party surely prefers to which, whatever additive value function fits what it
/// states: the necessary relation of ordinal regression [Greco2008], between states outside any
/// agreement. What is paid once is left out, as in all ordinal analyses.
///
/// An option that a party without points does not speak of may be worth anything to it; beside
/// points, whatever they do not name is worth nothing, as the format says. The relation depends on
/// a pair of states only through the difference of their worths as sums of unknowns, so each
/// distinct difference is decided once, by two linear programs at most for each combination of
/// beliefs, and by none where two known value functions disagree. Time O(states² · known value
/// functions) and the programs; memory O(states²) bits.
public final class StatedStates {
    /// So many value functions are met before linear programs are solved.
    private static final int MET = 64;

    /// Differences at a value function met that are smaller decide nothing, swings adding up to 1.
    private static final double SURE = 1e-7;

    /// Differences nearer to nothing are rounding, where what is better is so by 1 at least.
    private static final double ROUNDING = 1e-8;

    private final StatedParts parts;
    private final List<LinearPrograms> programs = new ArrayList<>();
    private final List<double[]> met = new ArrayList<>();
    private final Map<Key, Decision> known = new HashMap<>();

    /// What statements say of states.
    public sealed interface Relation {
        /// What is sure.
        ///
        /// @param worse by state the indices of those that are surely worse
        /// @param atMost by state the indices of those that are surely no better, itself among them
        record Found(List<BitSet> worse, List<BitSet> atMost) implements Relation {
            /// Copies the lists.
            public Found {
                worse = List.copyOf(worse);
                atMost = List.copyOf(atMost);
            }
        }

        /// More distinct differences were left to decide than allowed.
        record TooMany() implements Relation {}

        /// No value function fits the statements.
        record Contradictory() implements Relation {}
    }

    /// How the first of two states stands to the second.
    private record Decision(boolean atLeast, boolean better, boolean atMost, boolean worse) {
        static final Decision OPEN = new Decision(false, false, false, false);
        static final Decision EQUAL = new Decision(true, false, true, false);

        Decision reversed() {
            return new Decision(atMost, worse, atLeast, better);
        }
    }

    /// A difference of worths.
    private static final class Key {
        private final double[] form;

        Key(double[] form) {
            this.form = form;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Arrays.equals(form, that.form);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(form);
        }
    }

    private StatedStates(StatedParts parts) {
        this.parts = parts;
    }

    /// Whether a party's order of states is a matter of value functions: it gives no order and no
    /// ranking, and states swings or packages, or points in ranges, or comparisons beside points.
    ///
    /// @param source the case
    /// @param party the party's id
    /// @return false if its order is complete as it is, or rests on comparisons alone, which need
    ///   no sums
    public static boolean speaks(Case source, String party) {
        Preferences stated = source.preferencesOf(party);
        if (stated == null
                || stated.part(Order.class) != null
                || stated.part(Ranking.class) != null) {
            return false;
        }
        if (stated.part(Swings.class) != null || stated.part(Packages.class) != null) {
            return true;
        }
        if (stated.part(Values.class) == null) {
            return false;
        }
        Factors factors = new Factors(source);
        Stake.of(source, party).stream().filter(s -> !s.once()).forEach(s -> s.addTo(factors));
        return stated.part(Prefer.class) != null || !factors.gathered().isEmpty();
    }

    /// What a party's statements say of states.
    ///
    /// @param model the case
    /// @param party a party of which [#speaks] is true
    /// @param states numbers of feasible states
    /// @param mostDifferences how many distinct differences may be decided by linear programs
    /// @return what is sure, by index into the states
    public static Relation of(
            CompiledCase model, String party, List<Integer> states, int mostDifferences) {
        StatedWorld world = new StatedWorld(model);
        StatedParts parts = new StatedParts(world, party);
        Preferences stated = model.source().preferencesOf(party);
        if (stated == null || stated.part(Values.class) == null) {
            parts.nameOptions();
        }
        StatedStates order = new StatedStates(parts);
        if (!order.start(model)) {
            return new Relation.Contradictory();
        }
        return order.relation(states, mostDifferences);
    }

    /// Puts up the value functions, and meets some.
    private boolean start(CompiledCase model) {
        List<StatedSentence> sentences = StatedSentence.of(parts);
        StatedRows rows = new StatedRows(parts);
        AgreementForm form = model.source().agreement() == null ? null : AgreementForm.of(model);
        List<StatedSystem> cones = new ArrayList<>();
        List<StatedSystem> scaled = new ArrayList<>();
        for (StatedBranch branch : StatedBranch.of(parts, form).list()) {
            cones.add(new StatedSystem(parts, rows, sentences, branch, StatedSystem.Scale.NONE));
            scaled.add(new StatedSystem(parts, rows, sentences, branch, StatedSystem.Scale.SWINGS));
        }
        List<Polyhedron> distinct =
                cones.stream()
                        .map(StatedSystem::polyhedron)
                        .distinct()
                        .filter(p -> !p.isEmpty())
                        .toList();
        if (distinct.isEmpty()) {
            return false;
        }
        distinct.forEach(p -> programs.add(new LinearPrograms(p)));
        meet(scaled.stream().map(StatedSystem::polyhedron).distinct().toList());
        return true;
    }

    /// Ends of forms drawn at random, the same for every run.
    private void meet(List<Polyhedron> polyhedra) {
        SplittableRandom random = new SplittableRandom(1);
        for (Polyhedron polyhedron : polyhedra) {
            LinearPrograms ends = new LinearPrograms(polyhedron);
            for (int k = 0; k < MET / polyhedra.size() && !ends.isEmpty(); k++) {
                double[] form = random.doubles(polyhedron.variableCount(), -1, 1).toArray();
                form[StatedParts.FALLBACK] = 0;
                form[StatedParts.FLOOR] = 0;
                if (ends.least(form) instanceof End.At at) {
                    met.add(at.point());
                }
            }
        }
    }

    private Relation relation(List<Integer> states, int mostDifferences) {
        int count = states.size();
        List<double[]> forms = new ArrayList<>();
        List<List<Double>> worths = new ArrayList<>();
        for (int state : states) {
            double[] form = parts.at(parts.world().outside(state), 0).dense(parts.unknownCount());
            forms.add(form);
            worths.add(met.stream().map(point -> Polyhedron.dot(form, point)).toList());
        }
        List<BitSet> worse = new ArrayList<>();
        List<BitSet> atMost = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            worse.add(new BitSet(count));
            BitSet own = new BitSet(count);
            own.set(k);
            atMost.add(own);
        }
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                Decision decision =
                        decide(forms.get(a), forms.get(b), worths.get(a), worths.get(b));
                if (known.size() > mostDifferences) {
                    return new Relation.TooMany();
                }
                worse.get(a).set(b, decision.better());
                worse.get(b).set(a, decision.worse());
                atMost.get(a).set(b, decision.atLeast());
                atMost.get(b).set(a, decision.atMost());
            }
        }
        return new Relation.Found(worse, atMost);
    }

    private Decision decide(
            double[] first, double[] second, List<Double> some, List<Double> others) {
        boolean above = false;
        boolean below = false;
        for (int k = 0; k < some.size(); k++) {
            double difference = some.get(k) - others.get(k);
            above |= difference > SURE;
            below |= difference < -SURE;
        }
        if (above && below) {
            return Decision.OPEN;
        }
        double[] form = first.clone();
        int lead = -1;
        for (int v = 0; v < form.length; v++) {
            form[v] -= second[v];
            lead = lead < 0 && form[v] != 0 ? v : lead;
        }
        if (lead < 0) {
            return Decision.EQUAL;
        }
        boolean turned = form[lead] < 0;
        for (int v = 0; v < form.length; v++) {
            // Also turns -0 into 0, so that equal differences are equal keys.
            form[v] = turned ? 0 - form[v] : form[v] + 0.0;
        }
        boolean up = turned ? below : above;
        boolean down = turned ? above : below;
        Decision decision = known.computeIfAbsent(new Key(form), k -> solved(k.form, up, down));
        return turned ? decision.reversed() : decision;
    }

    /// By linear programs, but for what value functions met have ruled out.
    private Decision solved(double[] form, boolean above, boolean below) {
        double least = below ? Double.NEGATIVE_INFINITY : least(form);
        double[] opposite = new double[form.length];
        Arrays.setAll(opposite, v -> 0 - form[v]);
        double mostBelow = above ? Double.NEGATIVE_INFINITY : least(opposite);
        return new Decision(
                least >= -ROUNDING, least > ROUNDING, mostBelow >= -ROUNDING, mostBelow > ROUNDING);
    }

    private double least(double[] form) {
        double least = Double.POSITIVE_INFINITY;
        for (LinearPrograms program : programs) {
            switch (program.least(form)) {
                case End.At at -> least = Math.min(least, at.value());
                case End.Unbounded _ -> {
                    return Double.NEGATIVE_INFINITY;
                }
                case End.Empty _ -> {}
            }
        }
        return least;
    }
}

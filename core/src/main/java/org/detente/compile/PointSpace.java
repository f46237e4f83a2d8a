// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.detente.math.HitAndRun;
import org.detente.math.Polyhedron;
import org.detente.model.Agreement;
import org.detente.model.Assumption;
import org.detente.model.Case;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.Quantity;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// The uncertain numbers that comparisons hold together, as one polyhedron for all parties: their
/// ranges are its box, what is stated cuts it. Numbers that no comparison touches are no part of
/// it. A named assumption is one number wherever it stands.
final class PointSpace {
    private final List<Factor> factors;
    private final Polyhedron polyhedron;
    private final SwingOrder swings;

    private PointSpace(List<Factor> factors, Polyhedron polyhedron, SwingOrder swings) {
        this.factors = List.copyOf(factors);
        this.polyhedron = polyhedron;
        this.swings = swings;
    }

    /// A space with the parties whose comparisons cut it.
    record Of(PointSpace space, List<StatedParty> parties) {
        /// Copies the list.
        Of {
            parties = List.copyOf(parties);
        }
    }

    /// The numbers that comparisons of two groups of parties touch: in two spaces where no number
    /// is in both, since what lies in one then says nothing of the other.
    ///
    /// @param first parties all of whose value functions are points
    /// @param second others that compare points only; in no space if nothing fits both groups
    /// @return at most two spaces
    static List<Of> of(List<StatedParty> first, List<StatedParty> second) {
        PointSpace ofFirst = of(first);
        PointSpace ofSecond = of(second);
        List<StatedParty> all = new ArrayList<>(first);
        all.addAll(second);
        if (ofFirst == null) {
            return ofSecond == null ? List.of() : List.of(new Of(ofSecond, second));
        }
        if (ofSecond == null) {
            return List.of(new Of(ofFirst, all));
        }
        if (!ofFirst.meets(ofSecond)) {
            return List.of(new Of(ofFirst, first), new Of(ofSecond, second));
        }
        PointSpace joint = of(all);
        return List.of(joint == null ? new Of(ofFirst, first) : new Of(joint, all));
    }

    private boolean meets(PointSpace other) {
        return factors.stream()
                .anyMatch(f -> other.factors.stream().anyMatch(o -> o.path().equals(f.path())));
    }

    /// What an unknown of a party is: a multiple of an uncertain number, or a number.
    private record Meaning(@Nullable String path, double number) {}

    /// The levels of two items, the one with the larger swing first.
    private record RowPair(List<Row> larger, List<Row> smaller) {}

    /// A row over uncertain numbers.
    private record Row(Map<String, Double> coefficients, double constant) {}

    /// The numbers that some parties' comparisons touch.
    ///
    /// @param parties parties all of whose value functions are points
    /// @return the space, or null if nothing is touched or nothing fits
    static @Nullable PointSpace of(List<StatedParty> parties) {
        SequencedMap<String, Factor> touched = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        List<RowPair> pairs = new ArrayList<>();
        for (StatedParty party : parties) {
            SequencedMap<String, Factor> own = new LinkedHashMap<>();
            Map<Integer, Meaning> meanings = meanings(party.parts(), own);
            for (StatedParty.SwingPair pair : party.openSwings()) {
                RowPair rowPair =
                        new RowPair(rows(pair.larger(), meanings), rows(pair.smaller(), meanings));
                pairs.add(rowPair);
                rowPair.larger().forEach(row -> touch(touched, row, own));
                rowPair.smaller().forEach(row -> touch(touched, row, own));
            }
            for (LinearSum sum : party.firm()) {
                Row row = row(sum, meanings);
                if (row != null && !row.coefficients().isEmpty()) {
                    rows.add(row);
                    touch(touched, row, own);
                }
            }
        }
        if (touched.isEmpty()) {
            return null;
        }
        List<Factor> factors = List.copyOf(touched.values());
        List<String> paths = List.copyOf(touched.keySet());
        Polyhedron.Builder builder = Polyhedron.builder(paths.size());
        for (int k = 0; k < paths.size(); k++) {
            double[] row = new double[paths.size()];
            row[k] = 1;
            builder.atLeast(row, factors.get(k).at(Factor.Position.LOW));
            row[k] = -1;
            builder.atLeast(row, -factors.get(k).at(Factor.Position.HIGH));
        }
        for (Row row : rows) {
            double[] dense = new double[paths.size()];
            row.coefficients().forEach((path, c) -> dense[paths.indexOf(path)] = c);
            builder.atLeast(dense, -row.constant());
        }
        Polyhedron polyhedron = builder.build();
        return polyhedron.isEmpty()
                ? null
                : new PointSpace(
                        factors,
                        polyhedron,
                        new SwingOrder(
                                pairs.stream()
                                        .map(pair ->
                                                new SwingOrder.Pair(
                                                        forms(pair.larger(), paths),
                                                        forms(pair.smaller(), paths)))
                                        .toList()));
    }

    private static List<Row> rows(List<LinearSum> sums, Map<Integer, Meaning> meanings) {
        return sums.stream().map(sum -> Objects.requireNonNull(row(sum, meanings))).toList();
    }

    private static List<SwingOrder.Form> forms(List<Row> rows, List<String> paths) {
        return rows.stream().map(row -> form(row, paths)).toList();
    }

    private static void touch(
            Map<String, Factor> touched, Row row, SequencedMap<String, Factor> own) {
        own.forEach((path, factor) -> {
            if (row.coefficients().containsKey(path)) {
                touched.putIfAbsent(path, factor);
            }
        });
    }

    private static SwingOrder.Form form(Row row, List<String> paths) {
        int[] coordinates = row.coefficients().keySet().stream().mapToInt(paths::indexOf).toArray();
        double[] coefficients = row.coefficients().values().stream().mapToDouble(c -> c).toArray();
        return new SwingOrder.Form(coordinates, coefficients, row.constant());
    }

    private static @Nullable Row row(LinearSum sum, Map<Integer, Meaning> meanings) {
        Map<String, Double> coefficients = new HashMap<>();
        double constant = 0;
        for (Map.Entry<Integer, Double> term : sum.terms().entrySet()) {
            Meaning meaning = meanings.get(term.getKey());
            if (meaning == null) {
                return null;
            }
            String path = meaning.path();
            double c = term.getValue() * meaning.number();
            if (path == null) {
                constant += c;
            } else {
                coefficients.merge(path, c, Double::sum);
            }
        }
        coefficients.values().removeIf(c -> c == 0);
        return new Row(coefficients, constant);
    }

    /// What each unknown of a party is.
    ///
    /// @param factors gets the uncertain numbers, by path
    private static Map<Integer, Meaning> meanings(
            StatedParts parts, SequencedMap<String, Factor> factors) {
        Map<Integer, Meaning> meanings = new HashMap<>();
        meanings.put(StatedParts.POINT, new Meaning(null, 1));
        Case source = parts.world().source();
        int index = -1;
        for (Stake stake : Stake.of(source, parts.party())) {
            index++;
            switch (stake.worth()) {
                case Worth.OfItem item -> {
                    for (Worth.LevelWorth level : item.levels()) {
                        String path = stake.path(item, level);
                        LinearSum sum = parts.quantity(level.points().quantity(), path);
                        add(meanings, factors, source, sum, level.points(), path);
                    }
                    for (LinearSum nothing : parts.unnamed(item)) {
                        meanings.put(unknown(nothing), new Meaning(null, 0));
                    }
                }
                case Worth.OfCondition(var condition, Figure points) -> {
                    if (parts.counts(stake)) {
                        LinearSum sum =
                                parts.quantity(points.quantity(), StatedParts.key(stake, index));
                        add(meanings, factors, source, sum, points, stake.root() + condition);
                    }
                }
            }
        }
        Agreement agreement = source.agreement();
        if (agreement != null
                && agreement.beliefs().otherwise() instanceof Fallback.Values(var byParty)) {
            Figure figure = byParty.get(parts.party());
            if (figure != null) {
                add(
                        meanings,
                        factors,
                        source,
                        LinearSum.of(StatedParts.FALLBACK, 1),
                        figure,
                        "agreement.otherwise.values." + parts.party());
            }
        }
        return meanings;
    }

    private static int unknown(LinearSum single) {
        return single.terms().keySet().iterator().next();
    }

    /// A named assumption's unknown is the assumption itself, whatever sign it is named with; but
    /// for no agreement, whose unknown is the number.
    private static void add(
            Map<Integer, Meaning> meanings,
            SequencedMap<String, Factor> factors,
            Case source,
            LinearSum sum,
            Figure figure,
            String path) {
        Figure found = figure;
        String at = path;
        double sign = 1;
        while (found.quantity() instanceof Quantity.Named(String name, boolean negated)) {
            Figure own = null;
            for (Assumption assumption : source.assumptions()) {
                own = assumption.id().equals(name) ? assumption.figure() : own;
            }
            if (own == null) {
                throw new IllegalArgumentException("no assumption '%s'".formatted(name));
            }
            sign = negated ? -sign : sign;
            found = own;
            at = Quantities.assumptionPath(name);
        }
        double number = sign / sum.terms().values().iterator().next();
        if (found.quantity() instanceof Quantity.Exact(double value, _)) {
            meanings.put(unknown(sum), new Meaning(null, value * number));
        } else {
            meanings.put(unknown(sum), new Meaning(at, number));
            factors.putIfAbsent(at, new Factor(at, found.quantity(), found.basis()));
        }
    }

    /// The numbers, one for each coordinate.
    List<Factor> factors() {
        return factors;
    }

    /// The numbers at a point.
    ///
    /// @param point one number for each coordinate
    /// @return numbers by path
    SequencedMap<String, Double> at(double[] point) {
        SequencedMap<String, Double> given = new LinkedHashMap<>();
        for (int k = 0; k < point.length; k++) {
            given.put(factors.get(k).path(), point[k]);
        }
        return given;
    }

    Polyhedron polyhedron() {
        return polyhedron;
    }

    /// Each number's own density, where orders of swings that are no rows hold; null if all are
    /// uniform and no such order is stated.
    HitAndRun.@Nullable Density density() {
        if (factors.stream().allMatch(f -> f.quantity() instanceof Quantity.Uniform)) {
            return swings.isEmpty() ? null : swings;
        }
        return point -> {
            double sum = swings.logAt(point);
            for (int k = 0; k < point.length; k++) {
                sum += Draws.logDensity(factors.get(k).quantity(), point[k]);
            }
            return sum;
        };
    }

    /// What a party's unknowns are where the uncertain numbers are given.
    ///
    /// @param given numbers by path; those not given stand at their centres
    static double[] worths(StatedParty party, Map<String, Double> given) {
        SequencedMap<String, Factor> factors = new LinkedHashMap<>();
        Map<Integer, Meaning> meanings = meanings(party.parts(), factors);
        double[] worths = new double[party.parts().unknownCount()];
        meanings.forEach((unknown, meaning) -> {
            String path = meaning.path();
            worths[unknown] = meaning.number();
            if (path != null) {
                Double number = given.get(path);
                worths[unknown] *=
                        number == null
                                ? Objects.requireNonNull(factors.get(path))
                                        .at(Factor.Position.CENTRE)
                                : number;
            }
        });
        return worths;
    }
}

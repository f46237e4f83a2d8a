// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.detente.math.LinearPrograms;
import org.detente.math.Polyhedron;
import org.detente.model.Agreement;
import org.detente.model.Assumption;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Quantity;
import org.jspecify.annotations.Nullable;

/// The value functions that some of a party's sentences leave, at one combination of beliefs, as a
/// polyhedron over the parts' unknowns.
final class StatedSystem {
    /// How much better "better" is at least, where the party's swings add up to 1: small enough to
    /// forbid nothing anybody would state, and well above what rounding can do.
    static final double MARGIN = 1e-6;

    /// What the swings add up to.
    enum Scale {
        /// To 1.
        SWINGS,
        /// To anything: whether sentences can hold together does not hang on a scale.
        NONE
    }

    private final StatedParts parts;
    private final StatedBranch branch;
    private final Scale scale;
    private final List<Row> rows = new ArrayList<>();
    private final StatedSwings swings;

    private enum Kind {
        AT_LEAST_MARGIN,
        AT_LEAST_ZERO,
        ZERO
    }

    /// A row with the sentence it comes from, or null where it comes from how numbers are told.
    private record Row(Kind kind, LinearSum sum, @Nullable StatedSentence origin) {}

    StatedSystem(
            StatedParts parts,
            StatedRows stated,
            List<StatedSentence> kept,
            StatedBranch branch,
            Scale scale) {
        this.parts = parts;
        this.branch = branch;
        this.scale = scale;
        List<StatedSentence.Bound> bounds = new ArrayList<>();
        Set<LinearSum> positive = new HashSet<>();
        for (StatedSentence sentence : kept) {
            List<LinearSum> better =
                    switch (sentence) {
                        case StatedSentence.Compared compared ->
                                stated.of(compared, branch.onceShare());
                        case StatedSentence.Bundles bundles -> List.of(stated.of(bundles, branch));
                        case StatedSentence.Points(_, _, var given) -> {
                            bounds.addAll(given);
                            yield List.of();
                        }
                        case StatedSentence.Swings _, StatedSentence.Times _ -> List.of();
                    };
            positive.addAll(better);
            better.forEach(sum -> rows.add(new Row(Kind.AT_LEAST_MARGIN, sum, sentence)));
        }
        this.swings = new StatedSwings(parts, positive, bounds, branch.onceShare());
        swings.envelope().forEach(sum -> rows.add(new Row(Kind.AT_LEAST_ZERO, sum, null)));
        for (StatedSentence sentence : kept) {
            if (sentence instanceof StatedSentence.Points(_, _, var given)) {
                given.forEach(bound -> bind(bound, sentence));
            }
            if (sentence instanceof StatedSentence.Swings(_, _, var items)) {
                order(items, sentence);
            }
            if (sentence instanceof StatedSentence.Times times) {
                measure(times);
            }
        }
        double largest = bounds.stream().mapToDouble(StatedSystem::size).max().orElse(0);
        bindFallback(Math.max(largest, fallbackSize()));
    }

    private static double size(StatedSentence.Bound bound) {
        return Math.max(Math.abs(bound.low()), Math.abs(bound.high()));
    }

    private void bind(StatedSentence.Bound bound, @Nullable StatedSentence origin) {
        LinearSum above = bound.worth().plus(LinearSum.of(StatedParts.POINT, bound.low()), -1);
        if (bound.low() == bound.high()) {
            rows.add(new Row(Kind.ZERO, above, origin));
        } else {
            rows.add(new Row(Kind.AT_LEAST_ZERO, above, origin));
            rows.add(
                    new Row(
                            Kind.AT_LEAST_ZERO,
                            LinearSum.of(StatedParts.POINT, bound.high()).minus(bound.worth()),
                            origin));
        }
    }

    private void order(List<ItemRef> items, StatedSentence origin) {
        for (int k = 1; k < items.size(); k++) {
            LinearSum larger = swing(items.get(k - 1));
            LinearSum smaller = swing(items.get(k));
            rows.add(new Row(Kind.AT_LEAST_MARGIN, larger.minus(smaller), origin));
        }
    }

    private void measure(StatedSentence.Times times) {
        LinearSum larger = swing(times.larger());
        LinearSum smaller = swing(times.smaller());
        rows.add(new Row(Kind.AT_LEAST_ZERO, larger.plus(smaller, -times.least()), times));
        if (times.most() != null) {
            LinearSum most = LinearSum.ZERO.plus(smaller, times.most());
            rows.add(new Row(Kind.AT_LEAST_ZERO, most.minus(larger), times));
        }
    }

    private void add(Kind kind, LinearSum sum) {
        rows.add(new Row(kind, sum, null));
    }

    private LinearSum swing(ItemRef item) {
        return Objects.requireNonNull(swings.of(parts.world().indexOf(item)));
    }

    private double fallbackSize() {
        double[] ends = fallbackPoints();
        double[] outside = outsidePoints();
        double size = 0;
        for (double end : ends) {
            size = Math.max(size, Math.abs(end));
        }
        for (double end : outside) {
            size = Math.max(size, Math.abs(end));
        }
        return size;
    }

    private void bindFallback(double largestPoints) {
        LinearSum point = LinearSum.of(StatedParts.POINT, Math.max(largestPoints, 0));
        if (largestPoints > 0) {
            add(Kind.AT_LEAST_MARGIN, point);
        } else {
            add(Kind.ZERO, LinearSum.of(StatedParts.POINT, 1));
        }
        LinearSum fallback = LinearSum.of(StatedParts.FALLBACK, 1);
        LinearSum low = branch.low();
        LinearSum high = branch.high();
        if (low != null && high != null) {
            if (low.equals(high)) {
                add(Kind.ZERO, fallback.minus(low));
            } else {
                add(Kind.AT_LEAST_ZERO, fallback.minus(low));
                add(Kind.AT_LEAST_ZERO, high.minus(fallback));
            }
        }
        double[] ends = fallbackPoints();
        if (ends.length > 0) {
            bind(new StatedSentence.Bound(fallback, ends[0], ends[1]), null);
        }
        LinearSum floor = LinearSum.of(StatedParts.FLOOR, 1);
        double[] outside = outsidePoints();
        if (outside.length == 0) {
            add(Kind.ZERO, floor.minus(fallback));
        } else {
            LinearSum bound = outside();
            bind(new StatedSentence.Bound(bound, outside[0], outside[1]), null);
            add(Kind.AT_LEAST_ZERO, floor.minus(fallback));
            add(Kind.AT_LEAST_ZERO, floor.minus(bound));
        }
    }

    /// What an outside option is worth; meaningful where there is one.
    LinearSum outside() {
        return LinearSum.of(parts.fresh("outside"), 1);
    }

    boolean hasOutside() {
        return outsidePoints().length > 0;
    }

    private double[] outsidePoints() {
        Agreement agreement = parts.world().source().agreement();
        Figure figure =
                agreement == null || parts.open().otherwise()
                        ? null
                        : agreement.beliefs().outside().get(parts.party());
        return figure == null ? new double[0] : ends(figure.quantity());
    }

    private double[] fallbackPoints() {
        Agreement agreement = parts.world().source().agreement();
        if (agreement != null
                && !parts.open().otherwise()
                && agreement.beliefs().otherwise() instanceof Fallback.Values(var byParty)) {
            Figure figure = byParty.get(parts.party());
            return figure == null ? new double[0] : ends(figure.quantity());
        }
        return new double[0];
    }

    private double[] ends(Quantity quantity) {
        if (quantity instanceof Quantity.Named(String name, boolean negated)) {
            for (Assumption assumption : parts.world().source().assumptions()) {
                if (assumption.id().equals(name)) {
                    double[] own = ends(assumption.figure().quantity());
                    return negated ? new double[] {-own[1], -own[0]} : own;
                }
            }
        }
        return new double[] {
            Quantities.at(quantity, Factor.Position.LOW),
            Quantities.at(quantity, Factor.Position.HIGH)
        };
    }

    StatedBranch branch() {
        return branch;
    }

    StatedSwings swings() {
        return swings;
    }

    /// The polyhedron; how many unknowns there are is known only when all systems are put up.
    Polyhedron polyhedron() {
        int count = parts.unknownCount();
        double margin = scale == Scale.NONE ? 1 : MARGIN;
        Polyhedron.Builder builder = Polyhedron.builder(count);
        for (Row row : rows) {
            double[] dense = row.sum().dense(count);
            switch (row.kind()) {
                case AT_LEAST_MARGIN -> builder.atLeast(dense, margin);
                case AT_LEAST_ZERO -> builder.atLeast(dense, 0);
                case ZERO -> builder.equal(dense, 0);
            }
        }
        if (scale == Scale.SWINGS) {
            builder.equal(swings.total().dense(count), 1);
        }
        return builder.build();
    }

    /// The sentences whose rows contradict one another. Which levels are best and worst in an order
    /// of swings may hang on further sentences.
    ///
    /// @return none if all can hold together
    Set<StatedSentence> conflict() {
        Set<StatedSentence> found = new LinkedHashSet<>();
        BitSet conflict = new LinearPrograms(polyhedron()).conflict();
        for (int k = conflict.nextSetBit(0); k >= 0; k = conflict.nextSetBit(k + 1)) {
            StatedSentence origin = k < rows.size() ? rows.get(k).origin() : null;
            if (origin != null) {
                found.add(origin);
            }
        }
        return found;
    }

    /// Whether no value function is left.
    boolean isEmpty() {
        return polyhedron().isEmpty();
    }
}

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
        NONE,
        /// To anything, but the party's largest number of points is worth 1, and "better" is so by
        /// a margin of that.
        POINTS
    }

    private final StatedParts parts;
    private final StatedBranch branch;
    private final Scale scale;
    private final List<Row> rows = new ArrayList<>();
    private final StatedSwings swings;
    private final AssumedNumbers assumed;
    private final double largest;

    private enum Kind {
        AT_LEAST_MARGIN,
        AT_LEAST_ZERO,
        ZERO
    }

    /// A row with the sentence it comes from, or null where it comes from how numbers are told.
    private record Row(
            Kind kind,
            LinearSum sum,
            @Nullable StatedSentence origin,
            StatedSentence.@Nullable Bound bound) {
        Row(Kind kind, LinearSum sum, @Nullable StatedSentence origin) {
            this(kind, sum, origin, null);
        }
    }

    StatedSystem(
            StatedParts parts,
            StatedRows stated,
            List<StatedSentence> kept,
            StatedBranch branch,
            Scale scale) {
        this(parts, stated, kept, branch, scale, AssumedNumbers.AS_WRITTEN);
    }

    StatedSystem(
            StatedParts parts,
            StatedRows stated,
            List<StatedSentence> kept,
            StatedBranch branch,
            Scale scale,
            AssumedNumbers assumed) {
        this.assumed = assumed;
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
        this.swings = new StatedSwings(parts, positive, assumed.kept(bounds), branch.onceShare());
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
        double size =
                bounds.stream()
                        .filter(this::isKept)
                        .mapToDouble(StatedSystem::size)
                        .max()
                        .orElse(0);
        this.largest = Math.max(size, fallbackSize());
        bindFallback(largest);
    }

    private static double size(StatedSentence.Bound bound) {
        return Math.max(Math.abs(bound.low()), Math.abs(bound.high()));
    }

    private boolean isKept(StatedSentence.Bound bound) {
        return !(bound.assumed() && assumed instanceof AssumedNumbers.TakenAway);
    }

    private void bind(StatedSentence.Bound bound, @Nullable StatedSentence origin) {
        if (!isKept(bound)) {
            return;
        }
        LinearSum above = bound.worth().plus(LinearSum.of(StatedParts.POINT, bound.low()), -1);
        LinearSum below = LinearSum.of(StatedParts.POINT, bound.high()).minus(bound.worth());
        if (bound.assumed() && assumed instanceof AssumedNumbers.Wider(_, _, int unknown)) {
            LinearSum more = LinearSum.of(unknown, 1);
            rows.add(new Row(Kind.AT_LEAST_ZERO, above.plus(more, 1), origin, bound));
            rows.add(new Row(Kind.AT_LEAST_ZERO, below.plus(more, 1), origin, bound));
        } else if (bound.low() == bound.high()) {
            rows.add(new Row(Kind.ZERO, above, origin, bound));
        } else {
            rows.add(new Row(Kind.AT_LEAST_ZERO, above, origin, bound));
            rows.add(new Row(Kind.AT_LEAST_ZERO, below, origin, bound));
        }
    }

    /// The bound that a row of the polyhedron comes from, if any.
    StatedSentence.@Nullable Bound bound(int row) {
        return row < rows.size() ? rows.get(row).bound() : null;
    }

    /// The largest number of points that bind, regardless of sign.
    double largest() {
        return largest;
    }

    /// Numbers that are assumed and bind, those of no agreement too, each once.
    List<StatedSentence.Bound> assumed() {
        return rows.stream()
                .map(Row::bound)
                .filter(b -> b != null && b.assumed())
                .distinct()
                .toList();
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
        double size = 0;
        StatedSentence.Bound fallback = fallbackPoints();
        if (fallback != null && isKept(fallback)) {
            size = size(fallback);
        }
        StatedSentence.Bound outside = outsidePoints();
        if (outside != null && isKept(outside)) {
            size = Math.max(size, size(outside));
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
        StatedSentence.Bound points = fallbackPoints();
        if (points != null) {
            bind(points, null);
        }
        LinearSum floor = LinearSum.of(StatedParts.FLOOR, 1);
        StatedSentence.Bound outside = outsidePoints();
        if (outside == null) {
            add(Kind.ZERO, floor.minus(fallback));
        } else {
            bind(outside, null);
            add(Kind.AT_LEAST_ZERO, floor.minus(fallback));
            add(Kind.AT_LEAST_ZERO, floor.minus(outside.worth()));
        }
    }

    /// What an outside option is worth; meaningful where there is one.
    LinearSum outside() {
        return LinearSum.of(parts.fresh("outside"), 1);
    }

    boolean hasOutside() {
        return outsidePoints() != null;
    }

    private StatedSentence.@Nullable Bound outsidePoints() {
        Agreement agreement = parts.world().source().agreement();
        Figure figure =
                agreement == null || parts.open().otherwise()
                        ? null
                        : agreement.beliefs().outside().get(parts.party());
        return figure == null
                ? null
                : bound(outside(), figure, "agreement.outside." + parts.party());
    }

    private StatedSentence.@Nullable Bound fallbackPoints() {
        Agreement agreement = parts.world().source().agreement();
        if (agreement != null
                && !parts.open().otherwise()
                && agreement.beliefs().otherwise() instanceof Fallback.Values(var byParty)) {
            Figure figure = byParty.get(parts.party());
            return figure == null
                    ? null
                    : bound(
                            LinearSum.of(StatedParts.FALLBACK, 1),
                            figure,
                            "agreement.otherwise.values." + parts.party());
        }
        return null;
    }

    private StatedSentence.Bound bound(LinearSum worth, Figure figure, String path) {
        double[] ends = ends(figure.quantity());
        boolean isAssumed = figure.basis().markedAssumed();
        if (figure.quantity() instanceof Quantity.Named(String name, _)) {
            for (Assumption assumption : parts.world().source().assumptions()) {
                if (assumption.id().equals(name)) {
                    isAssumed = assumption.figure().basis().markedAssumed();
                }
            }
        }
        return new StatedSentence.Bound(worth, ends[0], ends[1], path, isAssumed);
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
        return polyhedron(true);
    }

    /// The same without the least that the party must get, which is no part of a value function.
    Polyhedron withoutFloor() {
        return polyhedron(false);
    }

    private Polyhedron polyhedron(boolean withFloor) {
        int count = parts.unknownCount();
        double margin = scale == Scale.NONE ? 1 : MARGIN;
        Polyhedron.Builder builder = Polyhedron.builder(count);
        if (!withFloor) {
            builder.equal(LinearSum.of(StatedParts.FLOOR, 1).dense(count), 0);
        }
        for (Row row : rows) {
            if (!withFloor && row.sum().terms().containsKey(StatedParts.FLOOR)) {
                continue;
            }
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
        if (scale == Scale.POINTS) {
            builder.equal(LinearSum.of(StatedParts.POINT, largest).dense(count), 1);
        }
        if (assumed instanceof AssumedNumbers.Wider(double from, double to, int unknown)) {
            builder.atLeast(LinearSum.of(unknown, largest).dense(count), from);
            if (Double.isFinite(to)) {
                builder.atLeast(LinearSum.of(unknown, -largest).dense(count), -to);
            }
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

// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.ModelError;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.Problem;
import org.detente.model.Region;

/// Evaluates conditions over packages: over the levels of the items that a condition mentions, with
/// all other options standing where they are.
///
/// Without items it evaluates a condition at one state, where every atom on a term is false.
final class PackageConditions {
    /// A condition over more combinations of levels than this is not taken on.
    private static final long MOST_CELLS = 1L << 26;

    private final Case source;
    private final List<PackageItem> items;
    private final Map<ItemRef, Integer> standing;

    /// Conditions of a case.
    ///
    /// @param source the case; outcomes must not refer to themselves
    /// @param items what a package fixes
    /// @param standing the level's index of every option that is no item
    PackageConditions(Case source, List<PackageItem> items, Map<ItemRef, Integer> standing) {
        this.source = source;
        this.items = items;
        this.standing = standing;
    }

    /// Whether a condition holds at one state.
    ///
    /// @param source the case
    /// @param condition the condition
    /// @param levels the level's index of every option
    static boolean holdsAt(Case source, Condition condition, Map<ItemRef, Integer> levels) {
        return new PackageConditions(source, List.of(), levels).where(condition).holdsSomewhere();
    }

    /// Where a condition holds.
    ///
    /// @param condition a condition of the case
    /// @return its cells over the items it mentions
    /// @throws ModelError if it mentions so many that it cannot be tabulated
    PackageTable where(Condition condition) {
        Set<ItemRef> mentioned = Mentions.of(source, condition);
        int[] scope = new int[items.size()];
        int width = 0;
        long cellCount = 1;
        for (int i = 0; i < items.size(); i++) {
            if (mentioned.contains(items.get(i).ref())) {
                scope[width++] = i;
                cellCount = Math.min(cellCount * items.get(i).levels().size(), 2 * MOST_CELLS);
            }
        }
        if (cellCount > MOST_CELLS) {
            throw new ModelError(
                    "case.yaml",
                    List.of(
                            Problem.error(
                                    "agreement",
                                    "the condition `%s` links %d items with more than %d combinations of levels"
                                            .formatted(condition, width, MOST_CELLS),
                                    "Split it into conditions on fewer items")));
        }
        int[] own = java.util.Arrays.copyOf(scope, width);
        return new PackageTable(
                own, new Cells(own, (int) cellCount).where(condition), (int) cellCount);
    }

    /// The combinations of some items' levels.
    private final class Cells {
        private final int[] scope;
        private final int cellCount;

        Cells(int[] scope, int cellCount) {
            this.scope = scope;
            this.cellCount = cellCount;
        }

        BitSet where(Condition condition) {
            return switch (condition) {
                case Condition.Compare(
                                ItemRef item,
                                Condition.Comparison comparison,
                                String name) -> {
                    int wanted = levelIndex(item, name);
                    yield atLevels(item, level -> comparison.test(level, wanted));
                }
                case Condition.In(ItemRef item, List<String> names) ->
                        atLevels(
                                item,
                                level ->
                                        names.stream().anyMatch(n -> levelIndex(item, n) == level));
                case Condition.Holds(ItemRef item) -> {
                    int yes = levelIndex(item, Level.YES);
                    yield atLevels(item, level -> level == yes);
                }
                case Condition.InOutcome(String outcome) -> outcome(outcome);
                case Condition.Not(Condition operand) -> not(where(operand));
                case Condition.And(List<Condition> operands) -> {
                    BitSet all = where(operands.getFirst());
                    operands.stream().skip(1).forEach(o -> all.and(where(o)));
                    yield all;
                }
                case Condition.Or(List<Condition> operands) -> {
                    BitSet any = where(operands.getFirst());
                    operands.stream().skip(1).forEach(o -> any.or(where(o)));
                    yield any;
                }
                case Condition.Implies(Condition premise, Condition conclusion) -> {
                    BitSet either = not(where(premise));
                    either.or(where(conclusion));
                    yield either;
                }
                case Condition.Iff(Condition left, Condition right) -> {
                    BitSet differ = where(left);
                    differ.xor(where(right));
                    yield not(differ);
                }
            };
        }

        private BitSet not(BitSet cells) {
            cells.flip(0, cellCount);
            return cells;
        }

        private BitSet outcome(String id) {
            Outcome outcome = java.util.Objects.requireNonNull(source.outcome(id));
            return switch (outcome.region()) {
                case Region.When(Condition condition) -> where(condition);
                case Region.Otherwise() -> {
                    BitSet covered = new BitSet(cellCount);
                    for (Outcome other : source.outcomes()) {
                        if (other.region() instanceof Region.When(Condition condition)) {
                            covered.or(where(condition));
                        }
                    }
                    yield not(covered);
                }
            };
        }

        private BitSet atLevels(ItemRef item, IntPredicate wanted) {
            BitSet cells = new BitSet(cellCount);
            int stride = 1;
            for (int index : scope) {
                int radix = items.get(index).levels().size();
                if (items.get(index).ref().equals(item)) {
                    for (int from = 0; from < cellCount; from += stride) {
                        if (wanted.test(from / stride % radix)) {
                            cells.set(from, from + stride);
                        }
                    }
                    return cells;
                }
                stride *= radix;
            }
            Integer level = standing.get(item);
            if (level != null && wanted.test(level)) {
                cells.set(0, cellCount);
            }
            return cells;
        }
    }

    private int levelIndex(ItemRef item, String name) {
        return PackageItem.levelIndex(levels(item), name);
    }

    private List<Level> levels(ItemRef item) {
        for (PackageItem candidate : items) {
            if (candidate.ref().equals(item)) {
                return candidate.levels();
            }
        }
        for (Option option : source.options()) {
            if (option.ref().equals(item)) {
                return option.levels();
            }
        }
        return List.of();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.detente.compile.StateSpace;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Condition.Comparison;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.Region;

/// A case's options as yes/no options: one with two levels is one of them, one with k + 1 levels is
/// k of them, "at least level 1", … "at least level k", each of which implies the one before. Moves
/// are the same; so are conditions, as an any-of of patterns.
final class Bits {
    /// As many patterns as one condition may become.
    private static final int MOST_PATTERNS = 4096;

    private final Case source;
    private final StateSpace space;
    private final int[] firstBit;
    private final int count;

    Bits(Case source, StateSpace space) {
        this.source = source;
        this.space = space;
        this.firstBit = new int[space.optionCount()];
        int next = 0;
        for (int option = 0; option < firstBit.length; option++) {
            firstBit[option] = next;
            next += space.radix(option) - 1;
        }
        this.count = next;
    }

    /// A condition that becomes too many patterns.
    static final class TooEntangled extends Exception {
        private static final long serialVersionUID = 1L;

        TooEntangled() {
            super("too many patterns", null, false, false);
        }
    }

    /// How many yes/no options there are.
    int count() {
        return count;
    }

    /// The first of an option's yes/no options.
    int firstBit(int option) {
        return firstBit[option];
    }

    /// The number of a state in the yes/no options.
    long number(int state) {
        long number = 0;
        for (int option = 0; option < firstBit.length; option++) {
            int level = space.level(state, option);
            number |= ((1L << level) - 1) << firstBit[option];
        }
        return number;
    }

    /// What no state can be, because a higher level implies the lower ones.
    List<Pattern> impossible() {
        List<Pattern> patterns = new ArrayList<>();
        for (int option = 0; option < firstBit.length; option++) {
            for (int level = 1; level < space.radix(option) - 1; level++) {
                long lower = 1L << (firstBit[option] + level - 1);
                patterns.add(new Pattern(lower << 1, lower));
            }
        }
        return patterns;
    }

    /// A condition as patterns, any of which holds.
    ///
    /// @throws TooEntangled if there would be too many
    List<Pattern> patterns(Condition condition) throws TooEntangled {
        return List.copyOf(patterns(condition, true));
    }

    private Set<Pattern> patterns(Condition condition, boolean wanted) throws TooEntangled {
        return switch (condition) {
            case Condition.Holds(ItemRef item) -> levels(item, atYes(item), wanted);
            case Condition.Compare(ItemRef item, Comparison comparison, String level) -> {
                boolean[] holds = new boolean[radix(item)];
                for (int i = 0; i < holds.length; i++) {
                    holds[i] = comparison.test(i, levelIndex(item, level));
                }
                yield levels(item, holds, wanted);
            }
            case Condition.In(ItemRef item, List<String> levels) -> {
                boolean[] holds = new boolean[radix(item)];
                for (String level : levels) {
                    if (holds.length > 0) {
                        holds[levelIndex(item, level)] = true;
                    }
                }
                yield levels(item, holds, wanted);
            }
            case Condition.InOutcome(String outcome) -> outcome(outcome, wanted);
            case Condition.Not(Condition operand) -> patterns(operand, !wanted);
            case Condition.And(List<Condition> operands) ->
                    wanted ? all(operands, true) : any(operands, false);
            case Condition.Or(List<Condition> operands) ->
                    wanted ? any(operands, true) : all(operands, false);
            case Condition.Implies(Condition premise, Condition conclusion) ->
                    patterns(
                            new Condition.Or(List.of(new Condition.Not(premise), conclusion)),
                            wanted);
            case Condition.Iff(Condition left, Condition right) ->
                    patterns(
                            new Condition.Or(
                                    List.of(
                                            new Condition.And(List.of(left, right)),
                                            new Condition.And(
                                                    List.of(
                                                            new Condition.Not(left),
                                                            new Condition.Not(right))))),
                            wanted);
        };
    }

    private int radix(ItemRef item) {
        int option = space.indexOf(item);
        return option < 0 ? 0 : space.radix(option);
    }

    private int levelIndex(ItemRef item, String level) {
        int option = space.indexOf(item);
        return option < 0 ? 0 : space.levelIndex(option, level);
    }

    private boolean[] atYes(ItemRef item) {
        boolean[] holds = new boolean[radix(item)];
        int option = space.indexOf(item);
        for (int i = 0; i < holds.length; i++) {
            holds[i] = space.options().get(option).levels().get(i).name().equals(Level.YES);
        }
        return holds;
    }

    /// The runs of levels that hold, each a pattern. A term's levels hold nowhere outside an
    /// agreement.
    private Set<Pattern> levels(ItemRef item, boolean[] holds, boolean wanted) {
        Set<Pattern> patterns = new LinkedHashSet<>();
        int option = space.indexOf(item);
        if (option < 0) {
            if (!wanted) {
                patterns.add(new Pattern(0, 0));
            }
            return patterns;
        }
        int top = holds.length - 1;
        for (int low = 0; low <= top; low++) {
            if (holds[low] == wanted && (low == 0 || holds[low - 1] != wanted)) {
                int high = low;
                while (high < top && holds[high + 1] == wanted) {
                    high++;
                }
                long yes = low == 0 ? 0 : 1L << (firstBit[option] + low - 1);
                long no = high == top ? 0 : 1L << (firstBit[option] + high);
                patterns.add(new Pattern(yes, no));
            }
        }
        return patterns;
    }

    private Set<Pattern> outcome(String id, boolean wanted) throws TooEntangled {
        Outcome outcome = source.outcome(id);
        if (outcome != null && outcome.region() instanceof Region.When(Condition condition)) {
            return patterns(condition, wanted);
        }
        List<Condition> others = new ArrayList<>();
        for (Outcome other : source.outcomes()) {
            if (other.region() instanceof Region.When(Condition condition)) {
                others.add(condition);
            }
        }
        return wanted ? all(others, false) : any(others, true);
    }

    private Set<Pattern> any(List<Condition> operands, boolean wanted) throws TooEntangled {
        Set<Pattern> patterns = new LinkedHashSet<>();
        for (Condition operand : operands) {
            patterns.addAll(patterns(operand, wanted));
            bound(patterns);
        }
        return patterns;
    }

    private Set<Pattern> all(List<Condition> operands, boolean wanted) throws TooEntangled {
        Set<Pattern> patterns = new LinkedHashSet<>(List.of(new Pattern(0, 0)));
        for (Condition operand : operands) {
            Set<Pattern> right = patterns(operand, wanted);
            Set<Pattern> both = new LinkedHashSet<>();
            for (Pattern left : patterns) {
                for (Pattern other : right) {
                    Pattern joined = left.and(other);
                    if (!joined.isContradiction()) {
                        both.add(joined);
                    }
                }
                bound(both);
            }
            patterns = both;
        }
        return patterns;
    }

    private static void bound(Set<Pattern> patterns) throws TooEntangled {
        if (patterns.size() > MOST_PATTERNS) {
            throw new TooEntangled();
        }
    }

    /// The name of a yes/no option: the option's own, or the level that is at least reached.
    String name(Option option, int level) {
        return option.levels().size() == 2
                ? Plain.twoLevelName(option)
                : "%s: at least %s".formatted(option.label(), option.levels().get(level).name());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.detente.compile.AgreementForm;
import org.detente.model.Agreement;
import org.detente.model.Assumption;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Lottery;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Quantity;
import org.detente.model.Setting;
import org.detente.model.Term;
import org.detente.model.Worth;
import org.detente.testing.SmallCase;

/// A random case in which a hidden value function fits all that a party states; its numbers are in
/// part assumed and in part carried by a claim. The case can be written again with every assumed
/// number as much further out.
final class Assumer {
    private static final Basis CARRIED = new Basis(List.of("c1"), null);
    private static final Basis MARKED = new Basis(List.of("c1"), "Assumed, whatever was said");
    private static final String ASSUMPTION = "shared";

    private final List<List<Integer>> hidden = new ArrayList<>();
    private final List<List<Range>> ranges = new ArrayList<>();
    private final List<PreferencePart> stated = new ArrayList<>();
    private final boolean isOutside;
    private final Range fallback;
    private final boolean hasWar;
    private final Range war;

    /// A number around a hidden one.
    private record Range(double low, double high, Basis basis, Use use) {
        Figure figure(double further) {
            double by = basis.markedAssumed() ? further : 0;
            return new Figure(
                    low == high && by == 0
                            ? new Quantity.Exact(low, false)
                            : new Quantity.Uniform(low - by, high + by, false),
                    basis);
        }
    }

    /// How a level's number is written.
    private enum Use {
        WRITTEN,
        NAMED,
        LEFT_OUT
    }

    Assumer(RandomGenerator random, int terms) {
        boolean named = false;
        for (int term = 0; term < terms; term++) {
            List<Integer> worths = new ArrayList<>();
            List<Range> row = new ArrayList<>();
            boolean hasPoints = term == 0 || random.nextInt(4) > 0;
            for (int level = random.nextInt(2, 4); level > 0; level--) {
                boolean leftOut = worths.size() == 2 && hasPoints && random.nextInt(4) == 0;
                int worth = worths.isEmpty() || leftOut ? 0 : random.nextInt(-9, 10);
                boolean isNamed = hasPoints && !leftOut && !named && !worths.isEmpty();
                isNamed &= random.nextInt(4) == 0;
                named |= isNamed;
                row.add(
                        range(
                                random,
                                worth,
                                worths.isEmpty() || leftOut || !hasPoints
                                        ? Use.LEFT_OUT
                                        : isNamed ? Use.NAMED : Use.WRITTEN));
                worths.add(worth);
            }
            hidden.add(worths);
            ranges.add(hasPoints ? row : List.of());
        }
        hasWar = random.nextInt(3) == 0;
        isOutside = random.nextInt(4) == 0;
        war = range(random, -random.nextInt(1, 10), Use.WRITTEN);
        fallback = range(random, random.nextInt(-9, 10), Use.WRITTEN);
        state(random);
    }

    private static Range range(RandomGenerator random, int about, Use use) {
        boolean exact = random.nextInt(3) == 0;
        return new Range(
                about - (exact ? 0 : random.nextInt(0, 5)),
                about + (exact ? 0 : random.nextInt(0, 5)),
                switch (random.nextInt(4)) {
                    case 0 -> CARRIED;
                    case 1 -> MARKED;
                    default -> Basis.ASSUMED;
                },
                use);
    }

    private void state(RandomGenerator random) {
        List<PreferencePart.Comparison> prefer = new ArrayList<>();
        for (int term = 0; term < hidden.size(); term++) {
            int levels = hidden.get(term).size();
            // A term without points has to be named by somebody.
            for (int k = ranges.get(term).isEmpty() ? 2 : random.nextInt(2); k > 0; k--) {
                int a = random.nextInt(levels);
                int b = random.nextInt(levels);
                int more = hidden.get(term).get(a) - hidden.get(term).get(b);
                if (more != 0) {
                    prefer.add(
                            new PreferencePart.Comparison(
                                    at(term, more > 0 ? a : b),
                                    at(term, more > 0 ? b : a),
                                    Basis.ASSUMED));
                }
            }
        }
        if (!prefer.isEmpty()) {
            stated.add(new PreferencePart.Prefer(prefer));
        }
        List<PreferencePart.PackageComparison> packages = new ArrayList<>();
        for (int k = random.nextInt(2); k > 0; k--) {
            int[] first = packageAt(random);
            int[] second = packageAt(random);
            int more = worth(first) - worth(second);
            if (more != 0) {
                packages.add(
                        new PreferencePart.PackageComparison(
                                bundle(more > 0 ? first : second),
                                bundle(more > 0 ? second : first),
                                Basis.ASSUMED));
            }
        }
        if (!packages.isEmpty()) {
            stated.add(new PreferencePart.Packages(packages));
        }
        List<Integer> sizes = hidden.stream().map(Assumer::swing).toList();
        if (random.nextInt(3) == 0 && sizes.stream().distinct().count() == sizes.size()) {
            List<Integer> order = new ArrayList<>();
            for (int term = 0; term < sizes.size(); term++) {
                order.add(term);
            }
            order.sort(java.util.Comparator.comparingInt((Integer k) -> -sizes.get(k)));
            stated.add(
                    new PreferencePart.Swings(
                            order.stream().map(k -> (ItemRef) ref(k)).toList(), Basis.ASSUMED));
        }
    }

    private static int swing(List<Integer> worths) {
        return worths.stream().mapToInt(w -> w).max().orElseThrow()
                - worths.stream().mapToInt(w -> w).min().orElseThrow();
    }

    private int worth(int[] levels) {
        int sum = 0;
        for (int term = 0; term < levels.length; term++) {
            sum += hidden.get(term).get(levels[term]);
        }
        return sum;
    }

    private static ItemRef.TermRef ref(int term) {
        return new ItemRef.TermRef("t" + term);
    }

    private static Condition at(int term, int level) {
        return new Condition.Compare(ref(term), Condition.Comparison.EQUAL, "l" + level);
    }

    private static PreferencePart.Bundle bundle(int[] levels) {
        List<Setting> settings = new ArrayList<>();
        for (int term = 0; term < levels.length; term++) {
            settings.add(new Setting(ref(term), "l" + levels[term]));
        }
        return new PreferencePart.Bundle.Of(settings);
    }

    int[] packageAt(RandomGenerator random) {
        return hidden.stream().mapToInt(l -> random.nextInt(l.size())).toArray();
    }

    List<int[]> all() {
        List<int[]> all = new ArrayList<>();
        all.add(new int[hidden.size()]);
        for (int term = 0; term < hidden.size(); term++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] known : all) {
                for (int level = 0; level < hidden.get(term).size(); level++) {
                    int[] next = known.clone();
                    next[term] = level;
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    /// The case with every assumed number further out by so many points.
    AgreementForm form(double further) {
        SmallCase small =
                new SmallCase()
                        .party("a")
                        .party("b")
                        .option("b", "war", Option.Moves.BOTH)
                        .outcome("war", SmallCase.holds("b.war"))
                        .otherwise("calm");
        List<PreferencePart> parts = new ArrayList<>(stated);
        List<Worth> worths = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        for (int term = 0; term < hidden.size(); term++) {
            List<Level> levels = new ArrayList<>();
            for (int level = 0; level < hidden.get(term).size(); level++) {
                levels.add(new Level("l" + level, null, null, Basis.ASSUMED));
            }
            terms.add(new Term(ref(term), null, levels, new LinkedHashMap<>(), Basis.ASSUMED));
            if (!ranges.get(term).isEmpty()) {
                worths.add(new Worth.OfItem(ref(term), points(term, further, small)));
            }
        }
        if (hasWar) {
            worths.add(new Worth.OfCondition(SmallCase.holds("b.war"), war.figure(further)));
        }
        parts.add(new PreferencePart.Values(worths));
        SequencedMap<String, Figure> outside = new LinkedHashMap<>();
        if (isOutside) {
            outside.put("a", fallback.figure(further));
        }
        return AgreementForm.of(
                small.prefers("a", parts.toArray(PreferencePart[]::new))
                        .agreement(
                                new Agreement(
                                        List.of("a", "b"),
                                        List.of(),
                                        terms,
                                        List.of(),
                                        new Agreement.Beliefs(
                                                otherwise(further),
                                                outside,
                                                null,
                                                List.of(),
                                                new LinkedHashMap<>()),
                                        false,
                                        new LinkedHashMap<>()))
                        .compiled());
    }

    /// Levels left out are worth 0; beside points that are all assumed these are assumed too, but
    /// for the first, from which the item counts.
    private List<Worth.LevelWorth> points(int term, double further, SmallCase small) {
        List<Worth.LevelWorth> points = new ArrayList<>();
        List<Range> row = ranges.get(term);
        boolean allAssumed =
                row.stream()
                        .filter(r -> r.use() != Use.LEFT_OUT)
                        .allMatch(r -> r.use() == Use.NAMED || r.basis().markedAssumed());
        for (int level = 1; level < row.size(); level++) {
            Range range = row.get(level);
            switch (range.use()) {
                case WRITTEN ->
                        points.add(new Worth.LevelWorth("l" + level, range.figure(further)));
                case NAMED -> {
                    small.assumption(new Assumption(ASSUMPTION, null, range.figure(further)));
                    points.add(
                            new Worth.LevelWorth(
                                    "l" + level,
                                    new Figure(
                                            new Quantity.Named(ASSUMPTION, false), Basis.ASSUMED)));
                }
                case LEFT_OUT -> {
                    if (allAssumed && further > 0) {
                        points.add(
                                new Worth.LevelWorth(
                                        "l" + level,
                                        new Figure(
                                                new Quantity.Uniform(-further, further, false),
                                                Basis.ASSUMED)));
                    }
                }
            }
        }
        return points;
    }

    private Fallback otherwise(double further) {
        if (hasWar) {
            return new Fallback.Shared(
                    new Lottery(
                            List.of(
                                    new Lottery.Chance(
                                            "war",
                                            new Figure(
                                                    new Quantity.Uniform(0.2, 0.6, true),
                                                    Basis.ASSUMED)),
                                    new Lottery.Chance("calm", null))));
        }
        SequencedMap<String, Figure> values = new LinkedHashMap<>();
        values.put("a", fallback.figure(further));
        values.put("b", new Figure(new Quantity.Exact(0, false), Basis.ASSUMED));
        return new Fallback.Values(values);
    }
}

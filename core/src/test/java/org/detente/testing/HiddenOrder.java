// SPDX-License-Identifier: Apache-2.0
package org.detente.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.detente.compile.CompiledCase;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Quantity;
import org.detente.model.Setting;
import org.detente.model.Worth;

/// A random case of two parties in which a hidden additive value function fits all that the first
/// states of states, and more and more of it is asked. The second has an order.
public final class HiddenOrder {
    /// How the first party's points are written.
    public enum Points {
        /// Not at all.
        NONE,
        /// As ranges.
        RANGES,
        /// Exactly, for every option.
        EXACT
    }

    private final RandomGenerator random;
    private final List<String> options = new ArrayList<>();
    private final List<List<Integer>> hidden = new ArrayList<>();
    private final List<Worth> worths = new ArrayList<>();
    private final List<PreferencePart.Comparison> prefer = new ArrayList<>();
    private final List<PreferencePart.PackageComparison> packages = new ArrayList<>();
    private List<ItemRef> swings = List.of();
    private final PreferencePart.Order other;

    /// A case about which nothing is stated yet but points.
    ///
    /// @param random where chance comes from
    /// @param optionCount how many options, dealt to the parties in turn
    /// @param points how points are written
    public HiddenOrder(RandomGenerator random, int optionCount, Points points) {
        this.random = random;
        for (int option = 0; option < optionCount; option++) {
            options.add((option % 2 == 0 ? "a" : "b") + ".o" + option);
            List<Integer> worth = new ArrayList<>(List.of(0));
            for (int level = random.nextInt(1, 3); level > 0; level--) {
                worth.add(random.nextInt(-6, 7));
            }
            hidden.add(worth);
            worths.add(worth(option, points));
        }
        other =
                SmallCase.order(
                        at(random.nextInt(optionCount), 1), at(random.nextInt(optionCount), 0));
        if (points == Points.NONE) {
            worths.clear();
        }
        while (points == Points.NONE && packages.isEmpty() && swings.isEmpty()) {
            if (random.nextBoolean()) {
                bundle();
            } else {
                order();
            }
            if (packages.isEmpty() && swings.isEmpty()) {
                // Of worths that are all alike nothing could ever be said.
                hidden.getFirst().set(1, hidden.getFirst().get(1) + 1);
            }
        }
    }

    private Worth worth(int option, Points points) {
        List<Worth.LevelWorth> levels = new ArrayList<>();
        for (int level = 1; level < hidden.get(option).size(); level++) {
            int about = hidden.get(option).get(level);
            boolean exact = points == Points.EXACT || random.nextInt(3) == 0;
            levels.add(
                    new Worth.LevelWorth(
                            "l" + level,
                            new Figure(
                                    exact
                                            ? new Quantity.Exact(about, false)
                                            : new Quantity.Uniform(
                                                    about - random.nextInt(3),
                                                    about + random.nextInt(1, 3),
                                                    false),
                                    Basis.ASSUMED)));
        }
        return new Worth.OfItem(ref(option), levels);
    }

    private ItemRef ref(int option) {
        String[] name = options.get(option).split("\\.", -1);
        return new ItemRef.OptionRef(name[0], name[1]);
    }

    private Condition at(int option, int level) {
        return SmallCase.at(options.get(option), "l" + level);
    }

    private int[] draw() {
        return hidden.stream().mapToInt(l -> random.nextInt(l.size())).toArray();
    }

    private int worth(int[] levels) {
        int sum = 0;
        for (int option = 0; option < levels.length; option++) {
            sum += hidden.get(option).get(levels[option]);
        }
        return sum;
    }

    /// One more true statement, if a true one was thought of.
    public void ask() {
        switch (random.nextInt(3)) {
            case 0 -> compare();
            case 1 -> bundle();
            default -> order();
        }
    }

    private void compare() {
        int option = random.nextInt(options.size());
        int one = random.nextInt(hidden.get(option).size());
        int two = random.nextInt(hidden.get(option).size());
        int more = hidden.get(option).get(one) - hidden.get(option).get(two);
        if (more != 0) {
            prefer.add(
                    new PreferencePart.Comparison(
                            at(option, more > 0 ? one : two),
                            at(option, more > 0 ? two : one),
                            Basis.ASSUMED));
        }
    }

    private void bundle() {
        int[] one = draw();
        int[] two = draw();
        int more = worth(one) - worth(two);
        if (more != 0) {
            packages.add(
                    new PreferencePart.PackageComparison(
                            settings(more > 0 ? one : two),
                            settings(more > 0 ? two : one),
                            Basis.ASSUMED));
        }
    }

    private PreferencePart.Bundle settings(int[] levels) {
        List<Setting> settings = new ArrayList<>();
        for (int option = 0; option < levels.length; option++) {
            settings.add(SmallCase.set(options.get(option), "l" + levels[option]));
        }
        return new PreferencePart.Bundle.Of(settings);
    }

    private int swing(int option) {
        List<Integer> worth = hidden.get(option);
        return worth.stream().mapToInt(w -> w).max().orElseThrow()
                - worth.stream().mapToInt(w -> w).min().orElseThrow();
    }

    private boolean swingsDiffer() {
        List<Integer> sizes = new ArrayList<>();
        for (int option = 0; option < options.size(); option++) {
            sizes.add(swing(option));
        }
        return sizes.stream().distinct().count() == sizes.size();
    }

    private void order() {
        if (swingsDiffer()) {
            List<Integer> sorted = new ArrayList<>();
            for (int option = 0; option < options.size(); option++) {
                sorted.add(option);
            }
            sorted.sort(java.util.Comparator.comparingInt((Integer k) -> -swing(k)));
            swings = sorted.stream().map(this::ref).toList();
        }
    }

    /// The hidden worth of a state.
    ///
    /// @param model the case
    /// @param state its number
    /// @return the sum over the options
    public int worth(CompiledCase model, int state) {
        int[] levels = new int[options.size()];
        for (int k = 0; k < levels.length; k++) {
            levels[k] = model.space().level(state, model.space().indexOf(ref(k)));
        }
        return worth(levels);
    }

    /// The case with what is stated so far.
    ///
    /// @return the case, compiled
    public CompiledCase model() {
        List<PreferencePart> parts = new ArrayList<>();
        if (!prefer.isEmpty()) {
            parts.add(new PreferencePart.Prefer(prefer));
        }
        if (!swings.isEmpty()) {
            parts.add(new PreferencePart.Swings(swings, Basis.ASSUMED));
        }
        if (!packages.isEmpty()) {
            parts.add(new PreferencePart.Packages(packages));
        }
        if (!worths.isEmpty()) {
            parts.add(new PreferencePart.Values(worths));
        }
        return with(parts.toArray(PreferencePart[]::new));
    }

    /// The case with other preferences of the first party.
    ///
    /// @param parts what it states
    /// @return the case, compiled
    public CompiledCase with(PreferencePart... parts) {
        SmallCase small = new SmallCase().party("a").party("b");
        for (int option = 0; option < options.size(); option++) {
            String[] levels = new String[hidden.get(option).size()];
            for (int level = 0; level < levels.length; level++) {
                levels[level] = "l" + level;
            }
            String[] name = options.get(option).split("\\.", -1);
            small.option(name[0], name[1], Option.Moves.BOTH, levels);
        }
        return small.prefers("a", parts).prefers("b", other).compiled();
    }
}

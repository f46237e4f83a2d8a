// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import org.detente.compile.AgreementForm;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.PreferencePart;
import org.detente.model.Setting;
import org.detente.model.Term;
import org.detente.testing.SmallCase;

/// A party with a hidden value function over a few terms that answers questions truthfully.
final class Interview {
    private final RandomGenerator random;
    private final List<Term> terms = new ArrayList<>();
    private final List<List<Integer>> hidden = new ArrayList<>();
    private final int hiddenFallback;
    private final List<PreferencePart.Comparison> prefer = new ArrayList<>();
    private final List<PreferencePart.PackageComparison> packages = new ArrayList<>();
    private List<ItemRef> swings = List.of();

    Interview(RandomGenerator random) {
        this(random, random.nextInt(2, 4));
    }

    Interview(RandomGenerator random, int termCount) {
        this.random = random;
        for (int k = termCount; k > 0; k--) {
            List<Level> levels = new ArrayList<>();
            List<Integer> worths = new ArrayList<>();
            for (int level = random.nextInt(2, 4); level > 0; level--) {
                worths.add(levels.isEmpty() ? 0 : random.nextInt(-9, 10));
                levels.add(new Level("l" + levels.size(), null, null, Basis.ASSUMED));
            }
            terms.add(
                    new Term(
                            new ItemRef.TermRef("t" + k),
                            null,
                            levels,
                            new LinkedHashMap<>(),
                            Basis.ASSUMED));
            hidden.add(worths);
        }
        this.hiddenFallback = random.nextInt(-9, 10);
        // Every term is named from the start, so that later statements name nothing new.
        for (int term = 0; term < terms.size(); term++) {
            compare(term, 0, hidden.get(term).size() - 1);
        }
        bundle(packageAt(random), true);
    }

    List<Term> terms() {
        return terms;
    }

    List<PreferencePart.Comparison> prefer() {
        return List.copyOf(prefer);
    }

    List<PreferencePart.PackageComparison> packages() {
        return List.copyOf(packages);
    }

    List<ItemRef> swings() {
        return List.copyOf(swings);
    }

    int gain(int[] levels) {
        return worth(levels) - hiddenFallback;
    }

    private int worth(int[] levels) {
        int sum = 0;
        for (int term = 0; term < levels.length; term++) {
            sum += hidden.get(term).get(levels[term]);
        }
        return sum;
    }

    int[] packageAt(RandomGenerator from) {
        return hidden.stream().mapToInt(levels -> from.nextInt(levels.size())).toArray();
    }

    /// One more true statement.
    void ask() {
        int term = random.nextInt(terms.size());
        switch (random.nextInt(4)) {
            case 0 -> {
                int count = hidden.get(term).size();
                compare(term, random.nextInt(count), random.nextInt(count));
            }
            case 1 -> bundle(packageAt(random), true);
            case 2 -> bundle(packageAt(random), false);
            default -> order();
        }
    }

    private void compare(int term, int a, int b) {
        int difference = hidden.get(term).get(a) - hidden.get(term).get(b);
        if (difference != 0) {
            prefer.add(
                    new PreferencePart.Comparison(
                            at(term, difference > 0 ? a : b),
                            at(term, difference > 0 ? b : a),
                            Basis.ASSUMED));
        }
    }

    private Condition at(int term, int level) {
        return new Condition.Compare(
                terms.get(term).ref(), Condition.Comparison.EQUAL, "l" + level);
    }

    private void bundle(int[] levels, boolean againstNothing) {
        int[] other = packageAt(random);
        int difference = againstNothing ? gain(levels) : worth(levels) - worth(other);
        if (difference != 0) {
            PreferencePart.Bundle first = settings(levels);
            PreferencePart.Bundle second =
                    againstNothing ? new PreferencePart.Bundle.NoAgreement() : settings(other);
            packages.add(
                    new PreferencePart.PackageComparison(
                            difference > 0 ? first : second,
                            difference > 0 ? second : first,
                            Basis.ASSUMED));
        }
    }

    private PreferencePart.Bundle settings(int[] levels) {
        List<Setting> settings = new ArrayList<>();
        for (int term = 0; term < levels.length; term++) {
            settings.add(new Setting(terms.get(term).ref(), "l" + levels[term]));
        }
        return new PreferencePart.Bundle.Of(settings);
    }

    private void order() {
        List<Integer> sizes = new ArrayList<>();
        for (List<Integer> worths : hidden) {
            sizes.add(
                    worths.stream().mapToInt(w -> w).max().orElseThrow()
                            - worths.stream().mapToInt(w -> w).min().orElseThrow());
        }
        if (sizes.stream().distinct().count() == sizes.size()) {
            List<Integer> order = new ArrayList<>();
            for (int term = 0; term < sizes.size(); term++) {
                order.add(term);
            }
            order.sort((a, b) -> sizes.get(b) - sizes.get(a));
            swings = order.stream().<ItemRef>map(term -> terms.get(term).ref()).toList();
        }
    }

    AgreementForm form() {
        List<PreferencePart> parts = new ArrayList<>();
        parts.add(new PreferencePart.Prefer(prefer));
        parts.add(new PreferencePart.Packages(packages));
        if (!swings.isEmpty()) {
            parts.add(new PreferencePart.Swings(swings, Basis.ASSUMED));
        }
        return AgreementForm.of(
                new SmallCase()
                        .party("a")
                        .party("b")
                        .prefers("a", parts.toArray(PreferencePart[]::new))
                        .agreement(
                                new Agreement(
                                        List.of("a", "b"),
                                        List.of(),
                                        terms,
                                        List.of(),
                                        new Agreement.Beliefs(
                                                null,
                                                new LinkedHashMap<>(),
                                                null,
                                                List.of(),
                                                new LinkedHashMap<>()),
                                        false,
                                        new LinkedHashMap<>()))
                        .compiled());
    }

    List<int[]> all() {
        List<int[]> all = new ArrayList<>();
        all.add(new int[terms.size()]);
        for (int term = 0; term < terms.size(); term++) {
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
}

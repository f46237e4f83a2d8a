// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.detente.compile.CompiledCase;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Term;
import org.detente.testing.SmallCase;

/// Random talks over a few terms with a person who has a hidden value function over them.
final class Talks {
    private final CompiledCase model;
    private final List<List<Integer>> hidden = new ArrayList<>();
    private final Map<String, Double> worth = new HashMap<>();
    private final int fallback;
    private final List<String> redLines = new ArrayList<>();

    Talks(RandomGenerator random, int termCount, boolean drawsRedLines) {
        List<Term> terms = new ArrayList<>();
        for (int k = 0; k < termCount; k++) {
            List<Level> levels = new ArrayList<>();
            List<Integer> worths = new ArrayList<>();
            ItemRef.TermRef ref = new ItemRef.TermRef("t" + k);
            int scale = random.nextInt(10, 100);
            for (int count = random.nextInt(2, 5); count > 0; count--) {
                String name = "l" + levels.size();
                worths.add(random.nextInt(-scale, scale + 1));
                worth.put(ref + " = " + name, (double) worths.getLast());
                levels.add(new Level(name, null, null, Basis.ASSUMED));
            }
            if (drawsRedLines && random.nextInt(4) == 0) {
                redLines.add(ref + " = l" + random.nextInt(levels.size()));
            }
            terms.add(new Term(ref, null, levels, new LinkedHashMap<>(), Basis.ASSUMED));
            hidden.add(worths);
        }
        int least = 0;
        int most = 0;
        for (List<Integer> worths : hidden) {
            least += worths.stream().mapToInt(w -> w).min().orElseThrow();
            most += worths.stream().mapToInt(w -> w).max().orElseThrow();
        }
        this.fallback = random.nextInt(least, most + 1);
        Case source =
                new SmallCase()
                        .party("a")
                        .party("b")
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
                        .done();
        this.model = CompiledCase.of(source, 1 << 20);
    }

    CompiledCase model() {
        return model;
    }

    double gain(List<Integer> levels) {
        int sum = -fallback;
        for (int k = 0; k < levels.size(); k++) {
            sum += hidden.get(k).get(levels.get(k));
        }
        return sum;
    }

    boolean isRefused(int[] levels) {
        for (int k = 0; k < levels.length; k++) {
            if (redLines.contains("terms.t%d = l%d".formatted(k, levels[k]))) {
                return true;
            }
        }
        return gain(java.util.Arrays.stream(levels).boxed().toList()) < 0;
    }

    HiddenPerson person(Agenda agenda) {
        return new HiddenPerson(agenda, worth, redLines, this::gain);
    }
}

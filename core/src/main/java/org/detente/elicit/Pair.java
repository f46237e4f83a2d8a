// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.detente.model.Setting;
import org.jspecify.annotations.Nullable;

/// Two things to choose between, with a key from which they can be told again.
sealed interface Pair {
    /// The key of the question, which says what is asked.
    String key();

    /// Two levels of one item, all else equal.
    record OfLevels(Topic topic, int first, int second) implements Pair {
        @Override
        public String key() {
            return "%s or %s".formatted(topic.at(first), topic.at(second));
        }
    }

    /// Two changes from worst to best.
    record OfSwings(Topic first, Topic second) implements Pair {
        @Override
        public String key() {
            return "%s or %s".formatted(first.ref(), second.ref());
        }
    }

    /// A package, or no agreement.
    ///
    /// @param levels a level index for each item of the agreement
    /// @param words the levels of the items that differ between packages
    record OfPackage(List<Integer> levels, String words) implements Pair {
        public OfPackage {
            levels = List.copyOf(levels);
        }

        @Override
        public String key() {
            return words + " or no agreement";
        }
    }

    /// A change from an item's worst level to one that is not its best, and another item's whole
    /// change.
    record OfStep(Topic topic, int level, Topic other) implements Pair {
        @Override
        public String key() {
            return "%s before all of %s".formatted(topic.at(level), other.ref());
        }
    }

    /// A package of an agreement.
    static OfPackage of(Agenda agenda, int[] levels) {
        String words =
                agenda.inside().stream()
                        .map(t -> t.at(levels[t.packageIndex()]).toString())
                        .collect(Collectors.joining("; "));
        return new OfPackage(java.util.Arrays.stream(levels).boxed().toList(), words);
    }

    /// The pair of a key.
    ///
    /// @return null if the key is of no pair that the agenda knows
    static @Nullable Pair of(Agenda agenda, String key) {
        if (key.endsWith(" or no agreement")) {
            return packageOf(agenda, key.substring(0, key.length() - " or no agreement".length()));
        }
        for (Topic topic : agenda.topics()) {
            for (int a = 0; a < topic.levels().size(); a++) {
                for (int b = 0; b < topic.levels().size(); b++) {
                    Pair pair = new OfLevels(topic, a, b);
                    if (a != b && pair.key().equals(key)) {
                        return pair;
                    }
                }
                for (Topic other : agenda.topics()) {
                    Pair pair = new OfStep(topic, a, other);
                    if (pair.key().equals(key)) {
                        return pair;
                    }
                }
            }
            for (Topic other : agenda.topics()) {
                Pair pair = new OfSwings(topic, other);
                if (pair.key().equals(key)) {
                    return pair;
                }
            }
        }
        return null;
    }

    private static @Nullable Pair packageOf(Agenda agenda, String words) {
        int[] levels = agenda.fixed();
        String rest = words;
        for (Topic topic : agenda.inside()) {
            int found = -1;
            int longest = -1;
            for (int level = 0; level < topic.levels().size(); level++) {
                String setting = topic.at(level).toString();
                boolean fits = rest.equals(setting) || rest.startsWith(setting + "; ");
                if (fits && setting.length() > longest) {
                    found = level;
                    longest = setting.length();
                }
            }
            if (found < 0) {
                return null;
            }
            levels[topic.packageIndex()] = found;
            rest = rest.substring(Math.min(rest.length(), longest + 2));
        }
        return of(agenda, levels);
    }

    /// The levels of a package as settings, for all items of the agreement.
    static List<Setting> settings(Agenda agenda, List<Integer> levels) {
        List<Setting> settings = new ArrayList<>();
        for (int k = 0; k < levels.size(); k++) {
            var item = agenda.form().items().get(k);
            settings.add(new Setting(item.ref(), item.levels().get(levels.get(k)).name()));
        }
        return settings;
    }
}

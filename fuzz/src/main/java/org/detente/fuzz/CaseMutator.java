// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Changes cases by their parts: drops, moves, doubles, renames and nests them, takes parts from
/// other cases, changes their words; then now and then the text, and the bytes.
final class CaseMutator {
    private static final List<String> SCALARS =
            List.of(
                    "",
                    "~",
                    "null",
                    "yes",
                    "no",
                    "true",
                    "0",
                    "-0",
                    "1",
                    "-1",
                    "1e308",
                    "1e309",
                    "-1e-320",
                    "NaN",
                    ".inf",
                    "0x10",
                    "99999999999999999999",
                    "0.1 to 0.2",
                    "5% to 90%",
                    "90% to 5%",
                    "about 3",
                    "20 to",
                    "2026-02-30",
                    "0000-00-00",
                    "9999-12-31",
                    "2026-02",
                    "1 step",
                    "0 steps",
                    "-3 steps",
                    "otherwise",
                    "all",
                    "never",
                    "us.strike",
                    "iran",
                    "a over b",
                    "*",
                    "!x",
                    "&a",
                    "%s",
                    "%n",
                    "%",
                    "\n",
                    "a\nb: c",
                    "\u0000",
                    "\ufeff",
                    "\ud83d\ude00",
                    "\u202eabc",
                    "\u0085",
                    "../../../etc/passwd",
                    "sources/article.txt",
                    "/",
                    "[",
                    "{",
                    "]]",
                    ": :");
    private static final int MOST_SLOTS = 20_000;
    private static final int LONGEST_WORDS = 30_000;

    private final Seedbed seeds = new Seedbed();
    private final ConditionMutator conditions = new ConditionMutator(seeds.conditions);
    private final TextMutator texts = new TextMutator();

    /// A case made by the given decisions, each mutation of which is a few of them.
    ///
    /// @param random what decides
    /// @param mutations how many parts are changed
    /// @return the bytes of a file
    byte[] make(RandomGenerator random, int mutations) {
        Object tree = Trees.copy(seed(random));
        for (int i = 0; i < mutations; i++) {
            List<Trees.Slot> slots = Trees.slots(tree);
            if (!slots.isEmpty() && slots.size() < MOST_SLOTS) {
                change(slots, random);
            }
        }
        String text = Trees.write(tree, random.nextInt(8) != 1);
        for (int i = random.nextInt(8) - 5; i > 0; i--) {
            text = texts.mutate(text, random);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(16) == 15) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /// The conditions' mutator.
    ConditionMutator conditions() {
        return conditions;
    }

    /// Small cases mostly: the largest once in thirty.
    private Object seed(RandomGenerator random) {
        int count = seeds.trees.size();
        return seeds.trees.get(random.nextInt(30) == 29 ? count - 1 : random.nextInt(count - 1));
    }

    private void change(List<Trees.Slot> slots, RandomGenerator random) {
        Trees.Slot slot = slots.get(random.nextInt(slots.size()));
        Object value = slot.value();
        switch (random.nextInt(15)) {
            case 0 -> slot.remove();
            case 1 -> slot.replace(part(random));
            case 2 -> slot.replace(SCALARS.get(random.nextInt(SCALARS.size())));
            case 3 -> slot.add(key(random), part(random));
            case 4 -> slot.add(key(random), Trees.copy(value));
            case 5 -> slot.rename(key(random));
            case 6 -> slot.replace(new ArrayList<>(List.of(value)));
            case 7 -> slot.replace(new LinkedHashMap<>(Map.of(key(random), value)));
            case 8 -> slot.replace(deep(value, random));
            case 9 -> slot.replace(repeated(value, random));
            case 10 -> slot.replace(Trees.copy(slots.get(random.nextInt(slots.size())).value()));
            default -> slot.replace(inItself(value, random));
        }
    }

    private Object part(RandomGenerator random) {
        return Trees.copy(seeds.parts.get(random.nextInt(seeds.parts.size())));
    }

    private String key(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> SCALARS.get(random.nextInt(SCALARS.size()));
            case 1 -> "k" + random.nextInt(1000);
            default -> seeds.keys.get(random.nextInt(seeds.keys.size()));
        };
    }

    private Object deep(Object value, RandomGenerator random) {
        Object deep = value;
        for (int i = random.nextInt(150); i > 0; i--) {
            deep =
                    random.nextInt(2) == 0
                            ? new ArrayList<>(List.of(deep))
                            : new LinkedHashMap<>(Map.of("k", deep));
        }
        return deep;
    }

    private Object repeated(Object value, RandomGenerator random) {
        int most = MOST_SLOTS / (1 + Trees.slots(value).size());
        int times = Math.min(most, random.nextInt(random.nextInt(8) == 0 ? 2000 : 8));
        return switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> {
                Object item = map.values().iterator().next();
                Map<String, Object> wide = new LinkedHashMap<>();
                map.forEach((key, entry) -> wide.put(String.valueOf(key), entry));
                for (int i = 0; i < times; i++) {
                    wide.put("x" + i, Trees.copy(item));
                }
                yield wide;
            }
            case List<?> list when !list.isEmpty() -> {
                List<Object> longer = new ArrayList<>(list);
                for (int i = 0; i < times; i++) {
                    longer.add(Trees.copy(list.get(i % list.size())));
                }
                yield longer;
            }
            default -> value + "x".repeat(times * 10);
        };
    }

    /// A text changed in its own words; a list or map with two of its parts exchanged.
    private Object inItself(Object value, RandomGenerator random) {
        List<Trees.Slot> inner = Trees.slots(value);
        if (inner.size() > 1) {
            Trees.Slot one = inner.get(random.nextInt(inner.size()));
            Object other = Trees.copy(inner.get(random.nextInt(inner.size())).value());
            one.replace(other);
            return value;
        }
        if (value instanceof String words && words.length() < LONGEST_WORDS) {
            return random.nextInt(4) == 0
                    ? texts.mutate(words, random)
                    : conditions.mutate(words, random);
        }
        return conditions.any(random);
    }
}

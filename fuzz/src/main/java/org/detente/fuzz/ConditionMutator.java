// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Changes conditions by their words: drops, doubles, swaps and nests them, and joins conditions.
final class ConditionMutator {
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?<=[ (){},=<>!])|(?=[ (){},=<>!])");
    private static final List<String> WORDS =
            List.of(
                    "not",
                    "and",
                    "or",
                    "implies",
                    "iff",
                    "in",
                    "over",
                    "(",
                    ")",
                    "{",
                    "}",
                    ",",
                    "=",
                    "!=",
                    "<",
                    "<=",
                    ">",
                    ">=",
                    "==",
                    "!",
                    "&&",
                    "|",
                    "'",
                    "''",
                    "'a b'",
                    "\"",
                    ".",
                    "a.b.c",
                    "A.B",
                    "-",
                    "_",
                    "1",
                    "0.5",
                    "yes",
                    "no",
                    "otherwise",
                    "\t",
                    "\n",
                    "\u00a0",
                    "\u0000",
                    "\ud83d\ude00",
                    "\ud83d",
                    "\u202e",
                    "é",
                    "#",
                    "%",
                    ":");

    private static final int LONGEST = 30_000;

    private final List<String> conditions;

    ConditionMutator(List<String> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    /// One of the conditions it begins with.
    String any(RandomGenerator random) {
        return conditions.get(random.nextInt(conditions.size()));
    }

    /// A condition changed once.
    String mutate(String condition, RandomGenerator random) {
        List<String> words = new ArrayList<>(BETWEEN_WORDS.splitAsStream(condition).toList());
        int at = random.nextInt(Math.max(1, words.size()));
        boolean isEmpty = words.isEmpty();
        switch (random.nextInt(11)) {
            case 0, 1 -> words.add(at, word(random));
            case 2 -> {
                if (!isEmpty) {
                    words.remove(at);
                }
            }
            case 3, 4 -> {
                if (!isEmpty) {
                    words.set(at, word(random));
                }
            }
            case 5 -> {
                if (!isEmpty) {
                    words.add(at, words.get(random.nextInt(words.size())));
                }
            }
            case 6 -> {
                return nested(condition, random);
            }
            case 7, 8 -> {
                return condition + joint(random) + any(random);
            }
            case 9 -> {
                int times = random.nextInt(1 + Math.min(200, LONGEST / (1 + condition.length())));
                return (condition + joint(random)).repeat(times) + any(random);
            }
            default -> {
                return condition.substring(0, random.nextInt(condition.length() + 1));
            }
        }
        return String.join("", words);
    }

    private String word(RandomGenerator random) {
        if (random.nextInt(2) == 0) {
            return " " + WORDS.get(random.nextInt(WORDS.size())) + " ";
        }
        String[] words = BETWEEN_WORDS.split(any(random), -1);
        return " " + words[random.nextInt(words.length)] + " ";
    }

    private static String joint(RandomGenerator random) {
        return List.of(" and ", " or ", " implies ", " iff ", " over ").get(random.nextInt(5));
    }

    private static String nested(String condition, RandomGenerator random) {
        int deep = random.nextInt(4) == 0 ? random.nextInt(5000) : random.nextInt(4);
        return switch (random.nextInt(3)) {
            case 0 -> "(".repeat(deep) + condition + ")".repeat(deep);
            case 1 -> "not ".repeat(deep) + condition;
            default -> "not (".repeat(deep) + condition + ")".repeat(deep);
        };
    }
}

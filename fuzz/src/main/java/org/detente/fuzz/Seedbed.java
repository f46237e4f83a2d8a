// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.detente.yaml.ConditionParser;
import org.detente.yaml.ConditionParser.Reading;

/// The cases that mutation begins with, and what can be taken from them: parts, keys, conditions.
final class Seedbed {
    /// The cases as trees; small ones first.
    final List<Object> trees = new ArrayList<>();

    /// Every part of every case.
    final List<Object> parts = new ArrayList<>();

    /// Every key of every case.
    final List<String> keys;

    /// Every text that reads as a condition or a preference.
    final List<String> conditions = new ArrayList<>();

    Seedbed() {
        TreeSet<String> seen = new TreeSet<>();
        for (String name : lines("org/detente/cases/index.txt")) {
            trees.add(Trees.read(text("org/detente/cases/" + name + "/case.yaml")));
        }
        trees.add(Trees.read(text("org/detente/fuzz/everything/case.yaml")));
        for (Object tree : trees) {
            for (Trees.Slot slot : Trees.slots(tree)) {
                parts.add(slot.value());
                seen.add(slot.key());
                if (slot.value() instanceof String words && isCondition(words)) {
                    conditions.add(words);
                }
            }
        }
        keys = List.copyOf(seen);
        trees.sort((a, b) -> Integer.compare(Trees.slots(a).size(), Trees.slots(b).size()));
    }

    private static boolean isCondition(String words) {
        return ConditionParser.condition(words) instanceof Reading.Understood
                || ConditionParser.preference(words) instanceof Reading.Understood;
    }

    static List<String> lines(String resource) {
        return text(resource).lines().filter(line -> !line.isBlank()).toList();
    }

    static String text(String resource) {
        try (InputStream in = Seedbed.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

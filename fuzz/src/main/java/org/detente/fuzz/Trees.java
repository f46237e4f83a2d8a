// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// YAML as a tree of maps, lists and texts, in which every scalar is a text.
final class Trees {
    /// Lines are not folded: deep in a tree, each would begin with its whole indent.
    private static final int LONGEST_LINE = 1 << 20;

    private Trees() {}

    static Object read(String yaml) {
        LoadSettings settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        return copy(new Load(settings).loadFromString(yaml));
    }

    static String write(Object tree, boolean inBlocks) {
        DumpSettings settings =
                DumpSettings.builder()
                        .setSchema(new FailsafeSchema())
                        .setDereferenceAliases(true)
                        .setWidth(LONGEST_LINE)
                        .setDefaultFlowStyle(inBlocks ? FlowStyle.BLOCK : FlowStyle.FLOW)
                        .build();
        return new Dump(settings).dumpToString(tree);
    }

    /// A copy that shares nothing that can change.
    static Object copy(Object tree) {
        return switch (tree) {
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
                yield copy;
            }
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(copy(item)));
                yield copy;
            }
            default -> String.valueOf(tree);
        };
    }

    /// Where a part of a tree hangs.
    ///
    /// @param owner a map or a list
    /// @param key the key, empty in a list
    /// @param index the position, 0 in a map
    record Slot(Object owner, String key, int index) {
        @SuppressWarnings("unchecked") // made by Trees.copy alone
        private Map<String, Object> map() {
            return (Map<String, Object>) owner;
        }

        @SuppressWarnings("unchecked") // made by Trees.copy alone
        private List<Object> list() {
            return (List<Object>) owner;
        }

        boolean inMap() {
            return owner instanceof Map;
        }

        Object value() {
            return inMap() ? map().getOrDefault(key, "") : list().get(index);
        }

        void replace(Object value) {
            if (inMap()) {
                map().put(key, value);
            } else {
                list().set(index, value);
            }
        }

        void remove() {
            if (inMap()) {
                map().remove(key);
            } else {
                list().remove(index);
            }
        }

        /// Adds a neighbour, in a map under the given key.
        void add(String otherKey, Object value) {
            if (inMap()) {
                map().put(otherKey, value);
            } else {
                list().add(index, value);
            }
        }

        /// Gives the part another key and keeps its place among the keys.
        void rename(String otherKey) {
            if (inMap()) {
                Map<String, Object> before = new LinkedHashMap<>(map());
                map().clear();
                before.forEach((k, v) -> map().put(k.equals(key) ? otherKey : k, v));
            }
        }
    }

    /// Every part of a tree but its root, in the order of the text.
    static List<Slot> slots(Object tree) {
        List<Slot> slots = new ArrayList<>();
        collect(tree, slots);
        return slots;
    }

    private static void collect(Object node, List<Slot> slots) {
        switch (node) {
            case Map<?, ?> map ->
                    map.forEach((key, value) -> {
                        slots.add(new Slot(map, String.valueOf(key), 0));
                        collect(value, slots);
                    });
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    slots.add(new Slot(list, "", i));
                    collect(list.get(i), slots);
                }
            }
            default -> {}
        }
    }
}

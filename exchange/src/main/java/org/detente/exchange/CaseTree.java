// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// A case as a tree of maps, lists and words, every scalar a word: what YAML says before anybody
/// asks what it means.
final class CaseTree {
    private static final int LONGEST_LINE = 1 << 20;

    private CaseTree() {}

    /// The tree of a document.
    ///
    /// @return a map, a list or a text; null where it is no YAML
    static @Nullable Object read(String yaml) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setSchema(new FailsafeSchema())
                        .setCodePointLimit(ForeignFile.MOST_BYTES)
                        .setMaxAliasesForCollections(0)
                        .build();
        try {
            return copy(new Load(settings).loadFromString(yaml));
        } catch (YamlEngineException _) {
            return null;
        }
    }

    /// Nodes with every scalar as a text, in maps that keep their order.
    private static Object copy(@Nullable Object node) {
        return switch (node) {
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
            case null -> "";
            default -> String.valueOf(node);
        };
    }

    /// A document of a tree; words that YAML would take for something else are quoted.
    static String write(Object tree) {
        return dump(tree, FlowStyle.BLOCK);
    }

    /// A node on one line.
    static String line(Object node) {
        return dump(node, FlowStyle.FLOW).strip();
    }

    private static String dump(Object tree, FlowStyle style) {
        DumpSettings settings =
                DumpSettings.builder()
                        .setSchema(new CoreSchema())
                        .setDereferenceAliases(true)
                        .setWidth(LONGEST_LINE)
                        .setSplitLines(false)
                        .setMaxSimpleKeyLength(1024)
                        .setDefaultFlowStyle(style)
                        .build();
        return new Dump(settings).dumpToString(tree);
    }

    /// The entries of a map, or none.
    static Map<String, Object> map(@Nullable Object node) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> entries.put(String.valueOf(key), value));
        }
        return entries;
    }

    /// The items of a list, or none.
    static List<Object> list(@Nullable Object node) {
        return node instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }
}

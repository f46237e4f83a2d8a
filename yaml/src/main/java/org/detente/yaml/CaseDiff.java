// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.detente.model.Case;
import org.detente.model.Difference;
import org.jspecify.annotations.Nullable;

/// What two cases, or two readings of one, say differently, part by part.
///
/// Compared is what [CaseWriter] writes of each, so that two ways of writing one thing are no
/// difference, and every part has the path that a user would give it. Layout, comments and the
/// order of keys do not count, except where order has a meaning: of options and of levels. Time
/// O(size of both), and for lists O(a·b) in their lengths.
public final class CaseDiff {
    /// Keys below which the order of keys means something.
    private static final Pattern ORDERED =
            Pattern.compile("options(\\.[^.]+)?|(.*\\.)?levels|agreement\\.terms");

    /// Keys that a part has when it is written at length, of which one stands alone in short form.
    private static final List<String> SHORT_FOR = List.of("value", "when", "condition", "never");

    private final List<Difference> differences = new ArrayList<>();

    private CaseDiff() {}

    /// Compares two cases.
    ///
    /// @param before one case
    /// @param after the other
    /// @return the differences, in the order of the first case, then of the second; empty if equal
    public static List<Difference> of(Case before, Case after) {
        CaseDiff diff = new CaseDiff();
        diff.nodes("", tree(before), tree(after));
        return List.copyOf(diff.differences);
    }

    private static YamlNode tree(Case model) {
        Findings findings = new Findings();
        CaseText text =
                CaseText.decode(
                        CaseWriter.write(model).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        findings);
        YamlNode tree = text == null ? null : YamlComposer.compose(text, findings);
        if (tree == null || findings.anyError()) {
            throw new IllegalStateException("a case is written so that it cannot be read");
        }
        return tree;
    }

    private void nodes(String path, @Nullable YamlNode before, @Nullable YamlNode after) {
        if (before == null || after == null) {
            differ(path, before == null ? null : flow(before), after == null ? null : flow(after));
            return;
        }
        YamlNode a = atLength(before, after);
        YamlNode b = atLength(after, before);
        if (a instanceof YamlNode.Mapping left && b instanceof YamlNode.Mapping right) {
            mappings(path, left, right);
        } else if (a instanceof YamlNode.Listing left && b instanceof YamlNode.Listing right) {
            lists(path, left, right);
        } else {
            differ(path, flow(before), flow(after));
        }
    }

    /// The node as it would be written at length, where the other one is.
    private static YamlNode atLength(YamlNode node, YamlNode other) {
        if (!(other instanceof YamlNode.Mapping mapping)) {
            return node;
        }
        if (node instanceof YamlNode.Scalar scalar) {
            for (String key : SHORT_FOR) {
                if (mapping.entry(key) != null) {
                    return new YamlNode.Mapping(
                            List.of(new YamlNode.Entry(key(key, scalar), scalar)), scalar.place());
                }
            }
        }
        if (node instanceof YamlNode.Listing list
                && list.items().stream().allMatch(YamlNode.Scalar.class::isInstance)) {
            List<YamlNode.Entry> entries = new ArrayList<>();
            for (YamlNode item : list.items()) {
                entries.add(
                        new YamlNode.Entry(
                                (YamlNode.Scalar) item,
                                new YamlNode.Mapping(List.of(), list.place())));
            }
            return new YamlNode.Mapping(entries, list.place());
        }
        return node;
    }

    private static YamlNode.Scalar key(String words, YamlNode.Scalar at) {
        return new YamlNode.Scalar(words, true, at.place(), at.startIndex(), at.endIndex());
    }

    private void mappings(String path, YamlNode.Mapping before, YamlNode.Mapping after) {
        for (YamlNode.Entry entry : before.entries()) {
            String key = entry.key().text();
            YamlNode.Entry other = after.entry(key);
            nodes(under(path, key), entry.value(), other == null ? null : other.value());
        }
        for (YamlNode.Entry entry : after.entries()) {
            if (before.entry(entry.key().text()) == null) {
                nodes(under(path, entry.key().text()), null, entry.value());
            }
        }
        if (ORDERED.matcher(path).matches()) {
            order(path, keys(before), keys(after));
        }
    }

    private static List<String> keys(YamlNode.Mapping mapping) {
        return mapping.entries().stream().map(e -> e.key().text()).toList();
    }

    private static String under(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /// Items that stand in one list only, those at the same place as a pair; and another order of
    /// the rest.
    private void lists(String path, YamlNode.Listing before, YamlNode.Listing after) {
        List<String> left = before.items().stream().map(CaseDiff::flow).toList();
        List<String> right = after.items().stream().map(CaseDiff::flow).toList();
        if (left.equals(right)) {
            return;
        }
        List<String> gone = without(left, right);
        List<String> come = without(right, left);
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            differ(
                    path,
                    i < gone.size() ? gone.get(i) : null,
                    i < come.size() ? come.get(i) : null);
        }
        order(path, left, right);
    }

    private static List<String> without(List<String> items, List<String> others) {
        List<String> left = new ArrayList<>(items);
        others.forEach(left::remove);
        return left;
    }

    private void order(String path, List<String> before, List<String> after) {
        Set<String> common = new LinkedHashSet<>(before);
        common.retainAll(after);
        List<String> left = List.copyOf(common);
        List<String> right = after.stream().filter(common::contains).distinct().toList();
        if (!left.equals(right)) {
            differ(path, "in the order " + list(left), "in the order " + list(right));
        }
    }

    private void differ(String path, @Nullable String before, @Nullable String after) {
        if (before == null ? after != null : !before.equals(after)) {
            differences.add(new Difference(path, before, after));
        }
    }

    private static String list(List<String> items) {
        return "[" + String.join(", ", items) + "]";
    }

    /// A node on one line.
    private static String flow(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar.text();
            case YamlNode.Listing list -> list(list.items().stream().map(CaseDiff::flow).toList());
            case YamlNode.Mapping mapping ->
                    "{"
                            + String.join(
                                    ", ",
                                    mapping.entries().stream()
                                            .map(e -> e.key().text() + ": " + flow(e.value()))
                                            .toList())
                            + "}";
        };
    }
}

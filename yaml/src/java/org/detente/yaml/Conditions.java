// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Place;
import org.detente.yaml.ConditionParser.Mention;
import org.detente.yaml.ConditionParser.Preference;
import org.detente.yaml.Names.Kind;
import org.jspecify.annotations.Nullable;

/// Reads conditions where they stand in a case, and checks the names in them. Each distinct text is
/// parsed once.
final class Conditions {
    private final Findings findings;
    private final Names names;
    private final CaseText text;
    private final Map<String, ConditionParser.Reading<Condition>> parsed = new HashMap<>();

    Conditions(Findings findings, Names names, CaseText text) {
        this.findings = findings;
        this.names = names;
        this.text = text;
    }

    /// Reads a value as a condition.
    @Nullable Condition value(Part part) {
        if (Scalars.text(part, findings) == null
                || !(part.node() instanceof YamlNode.Scalar scalar)) {
            return null;
        }
        return condition(part.path(), scalar);
    }

    /// Reads a key as a condition.
    @Nullable Condition key(Part part) {
        YamlNode.Scalar key = part.key();
        if (key == null) {
            throw new IllegalArgumentException("no key at " + part.path());
        }
        return condition(part.path(), key);
    }

    private @Nullable Condition condition(String path, YamlNode.Scalar scalar) {
        return understood(
                parsed.computeIfAbsent(scalar.text(), ConditionParser::condition), path, scalar);
    }

    /// Reads a value as `A over B`.
    @Nullable Preference preference(Part part) {
        String stripped = Scalars.text(part, findings);
        if (stripped == null || !(part.node() instanceof YamlNode.Scalar scalar)) {
            return null;
        }
        if (!stripped.contains("over")) {
            findings.error(
                    part,
                    "is %s, not a comparison".formatted(Show.quoted(stripped)),
                    "Write two conditions with over between them: us.relief = full over"
                            + " us.relief = partial");
            return null;
        }
        return understood(ConditionParser.preference(scalar.text()), part.path(), scalar);
    }

    private <T> @Nullable T understood(
            ConditionParser.Reading<T> reading, String path, YamlNode.Scalar scalar) {
        return switch (reading) {
            case ConditionParser.Reading.Misread<T>(int offset, String fact, String mend) -> {
                findings.error(path, placeIn(scalar, offset), fact, mend);
                yield null;
            }
            case ConditionParser.Reading.Understood<T>(T value, List<Mention> mentions) -> {
                mentions.forEach(mention -> check(mention, path, scalar));
                yield value;
            }
        };
    }

    private Place placeIn(YamlNode.Scalar scalar, int offset) {
        return findings.isFull() ? scalar.place() : text.placeIn(scalar, offset);
    }

    private void check(Mention mention, String path, YamlNode.Scalar scalar) {
        switch (mention) {
            case Mention.Item(ItemRef item, boolean bare, int offset) -> {
                if (!names.accepts(item)) {
                    names.use(item, path, placeIn(scalar, offset));
                } else if (bare) {
                    refuseBare(item, path, scalar, offset);
                }
            }
            case Mention.Level(ItemRef item, String level, int offset) -> {
                List<String> levels = names.levels(item);
                if (levels != null && !levels.contains(level)) {
                    names.useLevel(item, level, path, placeIn(scalar, offset));
                }
            }
            case Mention.Outcome(String id, int offset) -> {
                if (!names.accepts(Kind.OUTCOME, id)) {
                    names.use(Kind.OUTCOME, id, path, placeIn(scalar, offset));
                }
            }
        }
    }

    private void refuseBare(ItemRef item, String path, YamlNode.Scalar scalar, int offset) {
        List<String> levels = names.levels(item);
        if (levels == null || levels.equals(List.of(Level.NO, Level.YES))) {
            return;
        }
        String last = quoted(levels.getLast());
        String second = quoted(levels.get(1));
        findings.error(
                path,
                placeIn(scalar, offset),
                "asks for %s alone, which has the levels %s".formatted(item, Show.list(levels)),
                "Write which you mean, such as %s >= %s or %s = %s"
                        .formatted(item, second, item, last));
    }

    private static String quoted(String level) {
        return Ids.isId(level) ? level : "'" + level.replace("'", "''") + "'";
    }
}

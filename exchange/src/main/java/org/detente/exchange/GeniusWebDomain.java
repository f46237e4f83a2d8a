// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// The issues of a GeniusWeb domain, in the order of the file.
///
/// @param name the domain's name
/// @param issues the issues
record GeniusWebDomain(String name, List<Issue> issues) {
    GeniusWebDomain {
        issues = List.copyOf(issues);
    }

    /// An issue.
    ///
    /// @param name its name as the file has it
    /// @param values its values as the file has them
    /// @param numeric whether they are steps of a range of numbers
    record Issue(String name, List<String> values, boolean numeric) {
        Issue {
            values = List.copyOf(values);
        }

        /// The issue with names that a case can hold.
        Negotiation.Issue plain() {
            Words.Levels levels = new Words.Levels();
            String line = Words.line(name);
            return new Negotiation.Issue(
                    line.isEmpty() ? "issue" : line, values.stream().map(levels::of).toList());
        }
    }

    static boolean isDomain(Json.Obj root) {
        return root.first("issuesValues", "issueValues") != null
                && root.get("issueUtilities") == null;
    }

    static GeniusWebDomain of(ForeignFile file, Json.Obj root, Findings findings) {
        Json issueNode = root.first("issuesValues", "issueValues");
        List<Issue> issues = new ArrayList<>();
        for (Map.Entry<String, Json> entry : Json.entriesOf(issueNode).entrySet()) {
            Issue issue = issue(file, entry.getKey(), entry.getValue(), findings);
            if (issue != null) {
                issues.add(issue);
            }
        }
        if (issues.isEmpty()) {
            findings.error(
                    file,
                    "issuesValues",
                    issueNode == null ? root.place() : issueNode.place(),
                    "names no issue that can be read",
                    "Write issues with their values: {\"Food\": {\"values\": [\"plain\", \"rich\"]}}");
        }
        Json named = root.get("name");
        String name = named == null || named.name() == null ? "" : Words.line(named.name());
        return new GeniusWebDomain(name.isEmpty() ? file.stem() : name, issues);
    }

    private static @Nullable Issue issue(
            ForeignFile file, String name, Json node, Findings findings) {
        Json.Obj object = node instanceof Json.Obj inner ? unwrapped(inner) : null;
        Json values = object == null ? node : object.get("values");
        if (values instanceof Json.Arr(List<Json> items, _, _)) {
            return discrete(file, name, node, items, findings);
        }
        Json range = object == null ? null : object.get("range");
        Json.Obj bounds = range instanceof Json.Obj inner ? inner : object;
        List<Json> three = Json.itemsOf(range);
        BigDecimal low = number(three.size() == 3 ? three.get(0) : value(bounds, "low"));
        BigDecimal high = number(three.size() == 3 ? three.get(1) : value(bounds, "high"));
        BigDecimal step = number(three.size() == 3 ? three.get(2) : value(bounds, "step"));
        if (low == null || high == null || step == null || step.signum() <= 0) {
            findings.error(
                    file,
                    "issuesValues." + Words.line(name),
                    node.place(),
                    "has neither values nor a range with low, high and step",
                    "Write {\"values\": [\"plain\", \"rich\"]}");
            return null;
        }
        return numeric(file, name, node, new BigDecimal[] {low, high, step}, findings);
    }

    /// A value set that is wrapped in the name of its kind.
    private static Json.Obj unwrapped(Json.Obj object) {
        for (String kind :
                List.of("discreteValues", "DiscreteValueSet", "NumberValueSet", "numberValues")) {
            if (object.get(kind) instanceof Json.Obj inner) {
                return inner;
            }
        }
        return object;
    }

    private static @Nullable Json value(Json.@Nullable Obj object, String key) {
        return object == null ? null : object.get(key);
    }

    static @Nullable BigDecimal number(@Nullable Json node) {
        return switch (node) {
            case Json.Int(int value, _, _) -> BigDecimal.valueOf(value);
            case Json.Num(String text, _, _) -> Numbers.exact(text);
            case Json.Str(String text, _, _) -> Numbers.exact(text);
            case null -> null;
            case Json.Obj _, Json.Arr _, Json.Bool _, Json.Nothing _ -> null;
        };
    }

    private static @Nullable Issue discrete(
            ForeignFile file, String name, Json node, List<Json> items, Findings findings) {
        SequencedSet<String> values = new LinkedHashSet<>();
        for (Json item : items) {
            String value = item.name();
            if (value == null) {
                findings.error(
                        file,
                        "issuesValues." + Words.line(name),
                        item.place(),
                        "is %s, not a value's name".formatted(item.inWords()),
                        "Write words or numbers");
            } else if (!values.add(value)) {
                findings.loss(
                        Words.line(name),
                        "the value %s twice".formatted(Words.shown(value)),
                        "one level");
            }
        }
        if (values.isEmpty() || values.size() > Negotiation.MOST_VALUES) {
            findings.error(
                    file,
                    "issuesValues." + Words.line(name),
                    node.place(),
                    "has %,d values".formatted(values.size()),
                    "Give it from one to %,d".formatted(Negotiation.MOST_VALUES));
            return null;
        }
        return new Issue(name, List.copyOf(values), false);
    }

    private static @Nullable Issue numeric(
            ForeignFile file, String name, Json node, BigDecimal[] range, Findings findings) {
        BigDecimal steps = range[1].subtract(range[0]).divideToIntegralValue(range[2]);
        if (steps.signum() < 0
                || steps.compareTo(BigDecimal.valueOf(Negotiation.MOST_VALUES)) >= 0) {
            findings.error(
                    file,
                    "issuesValues." + Words.line(name),
                    node.place(),
                    "has no value, or more than %,d".formatted(Negotiation.MOST_VALUES),
                    "Make it an issue with the values that matter");
            return null;
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i <= steps.intValueExact(); i++) {
            BigDecimal value = range[0].add(range[2].multiply(BigDecimal.valueOf(i)));
            values.add(value.stripTrailingZeros().toPlainString());
        }
        return new Issue(name, values, true);
    }
}

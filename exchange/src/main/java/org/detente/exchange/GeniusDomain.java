// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// The issues of a Genius domain, in the order of the file.
///
/// @param issues the issues
record GeniusDomain(List<Issue> issues) {
    GeniusDomain {
        issues = List.copyOf(issues);
    }

    /// An issue.
    ///
    /// @param name its name
    /// @param index its number in the file, or null
    /// @param values its values as the file has them
    /// @param lowest the lowest value of an integer issue, or null for a discrete one
    record Issue(
            String name, @Nullable String index, List<String> values, @Nullable Integer lowest) {
        Issue {
            values = List.copyOf(values);
        }

        /// The issue with names that a case can hold.
        Negotiation.Issue plain() {
            Words.Levels levels = new Words.Levels();
            return new Negotiation.Issue(name, values.stream().map(levels::of).toList());
        }
    }

    static GeniusDomain of(ForeignFile file, Xml root, Findings findings) {
        List<Issue> issues = new ArrayList<>();
        root.walk(element -> {
            if (element.name().equals("issue")) {
                Issue issue = issue(file, element, issues.size(), findings);
                if (issue != null) {
                    issues.add(issue);
                }
            }
        });
        if (issues.isEmpty()) {
            findings.error(
                    file,
                    "",
                    root.place(),
                    "has no issue that can be read",
                    "Add issues in Genius");
        }
        return new GeniusDomain(issues);
    }

    private static @Nullable Issue issue(
            ForeignFile file, Xml element, int position, Findings findings) {
        String given = element.get("name");
        String line = given == null ? "" : Words.line(given);
        String name = line.isEmpty() ? "Issue " + (position + 1) : line;
        String type = type(element);
        return switch (type) {
            case "discrete" -> discrete(file, element, name, findings);
            case "integer" -> integer(file, element, name, findings);
            default -> {
                findings.error(
                        file,
                        name,
                        element.place(),
                        type.equals("real")
                                ? "is a real-valued issue, and terms have levels"
                                : "is an issue of the kind %s".formatted(Words.shown(type)),
                        "Make it a discrete or an integer issue in Genius, with the values that matter");
                yield null;
            }
        };
    }

    static String type(Xml issue) {
        String type = issue.first("vtype", "type", "etype");
        return type == null || type.isBlank() ? "discrete" : type.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Issue discrete(
            ForeignFile file, Xml element, String name, Findings findings) {
        SequencedSet<String> values = new LinkedHashSet<>();
        for (Xml item : element.named("item")) {
            String value = item.get("value");
            if (!values.add(value == null ? "" : value)) {
                findings.loss(
                        name,
                        "the value %s twice".formatted(Words.shown(String.valueOf(value))),
                        "one level");
            }
            String cost = item.get("cost");
            if (cost != null && Numbers.parse(cost) != 0) {
                findings.loss(
                        name,
                        "the cost %s of %s"
                                .formatted(Words.line(cost), Words.shown(String.valueOf(value))),
                        "left out: it is no part of the utility");
            }
        }
        return sized(
                file,
                element,
                new Issue(name, element.get("index"), List.copyOf(values), null),
                findings);
    }

    private static @Nullable Issue integer(
            ForeignFile file, Xml element, String name, Findings findings) {
        Integer low = bound(element, "lowerbound");
        Integer high = bound(element, "upperbound");
        if (low == null || high == null || low > high) {
            findings.error(
                    file,
                    name,
                    element.place(),
                    "is an integer issue without a lowerbound and an upperbound above it",
                    "Give both, as whole numbers");
            return null;
        }
        if ((long) high - low + 1 > Negotiation.MOST_VALUES) {
            findings.error(
                    file,
                    name,
                    element.place(),
                    "has %,d values, and a term has at most %,d levels"
                            .formatted((long) high - low + 1, Negotiation.MOST_VALUES),
                    "Make it a discrete issue with the values that matter");
            return null;
        }
        List<String> values = new ArrayList<>();
        for (int value = low; value <= high; value++) {
            values.add(Integer.toString(value));
        }
        return new Issue(name, element.get("index"), values, low);
    }

    private static @Nullable Integer bound(Xml element, String attribute) {
        String text = element.get(attribute);
        for (Xml range : element.named("range")) {
            text = text == null ? range.get(attribute) : text;
        }
        double number = text == null ? Double.NaN : Numbers.parse(text);
        return number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE
                ? Integer.valueOf((int) number)
                : null;
    }

    private static @Nullable Issue sized(
            ForeignFile file, Xml element, Issue issue, Findings findings) {
        int count = issue.values().size();
        if (count == 0 || count > Negotiation.MOST_VALUES) {
            findings.error(
                    file,
                    issue.name(),
                    element.place(),
                    "has %,d values".formatted(count),
                    "Give it from one to %,d".formatted(Negotiation.MOST_VALUES));
            return null;
        }
        return issue;
    }
}

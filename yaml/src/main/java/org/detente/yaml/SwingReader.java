// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.PreferencePart;
import org.detente.model.PreferencePart.Gap;
import org.detente.model.PreferencePart.Strength;
import org.detente.model.Quantity;
import org.jspecify.annotations.Nullable;

/// Reads an order of swings, by how much each matters more than the next, and what is left open.
final class SwingReader {
    private static final String OTHERWISE = "otherwise";
    private static final String GAP_MEND =
            "Write slightly, clearly or far, or times as in 1.5 to 3";

    private static final Pattern AT_LEAST =
            Pattern.compile("at least ([1-9][0-9]{0,8}(?:\\.[0-9]{1,9})?)");

    private final Findings findings;
    private final Figures figures;
    private final Conditions conditions;
    private final RegionReader regions;

    SwingReader(Reading reading, RegionReader regions) {
        this.findings = reading.findings();
        this.figures = reading.figures();
        this.conditions = reading.conditions();
        this.regions = regions;
    }

    PreferencePart.Swings read(Part part) {
        if (!(part.node() instanceof YamlNode.Mapping)) {
            return new PreferencePart.Swings(items(part), Basis.ASSUMED);
        }
        Fields fields =
                Fields.of(
                        part,
                        findings,
                        List.of("items", "by how much", "open", "because", "note", "by", "on"));
        if (fields == null) {
            return new PreferencePart.Swings(List.of(), Basis.ASSUMED);
        }
        Part list = fields.get("items");
        if (list == null && !fields.has("open")) {
            fields.required("items", "Add items: with options and terms");
        }
        List<ItemRef> items = list == null ? List.of() : items(list);
        Part gaps = fields.get("by how much");
        Part open = fields.get("open");
        return new PreferencePart.Swings(
                items,
                gaps == null ? List.of() : gaps(gaps, items),
                open == null ? PreferencePart.Open.NOTHING : open(open),
                figures.basis(fields));
    }

    private List<ItemRef> items(Part part) {
        List<ItemRef> swings = new ArrayList<>();
        List<Part> items = Fields.items(part, findings, "Write options and terms in a list");
        for (Part entry : items == null ? List.<Part>of() : items) {
            String text = Scalars.text(entry, findings);
            ItemRef item = text == null ? null : regions.item(text, entry, true);
            if (item != null && swings.contains(item)) {
                findings.error(entry, "names %s twice".formatted(item), "Name each item once");
            } else if (item != null) {
                swings.add(item);
            }
        }
        return swings;
    }

    private List<Gap> gaps(Part part, List<ItemRef> items) {
        List<Gap> gaps = new ArrayList<>();
        List<Part> entries =
                Fields.entries(part, findings, "Write items of the order, each with a word");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            ItemRef item = regions.item(entry.name().strip(), entry, true);
            if (item != null && items.indexOf(item) < 1) {
                findings.error(
                        entry.path(),
                        entry.keyPlace(),
                        items.contains(item)
                                ? "is the first of the order, with none before it"
                                : "is not in the order",
                        "Name the one that matters less of two that follow one another");
            } else if (item != null) {
                Gap gap = gap(entry, item);
                if (gap != null) {
                    gaps.add(gap);
                }
            }
        }
        return gaps;
    }

    private @Nullable Gap gap(Part entry, ItemRef item) {
        Part times = entry;
        Basis basis = Basis.ASSUMED;
        if (entry.node() instanceof YamlNode.Mapping) {
            Fields fields =
                    Fields.of(entry, findings, List.of("times", "because", "note", "by", "on"));
            Part inner = fields == null ? null : fields.required("times", GAP_MEND);
            if (fields == null || inner == null) {
                return null;
            }
            times = inner;
            basis = figures.basis(fields);
        }
        String text = Scalars.text(times, findings);
        if (text == null) {
            return null;
        }
        for (Strength strength : Strength.values()) {
            if (strength.word().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return new Gap(item, strength.least(), strength.most(), basis);
            }
        }
        Matcher least = AT_LEAST.matcher(text.strip());
        if (least.matches()) {
            return new Gap(item, Double.parseDouble(least.group(1)), null, basis);
        }
        Quantity quantity = figures.quantity(times, Bounds.TIMES);
        return switch (quantity) {
            case Quantity.Exact(double value, _) -> new Gap(item, value, value, basis);
            case Quantity.Uniform(double low, double high, _) -> new Gap(item, low, high, basis);
            case Quantity.Pert _, Quantity.Normal _, Quantity.Named _ -> {
                findings.error(
                        times, "is neither a word nor times from a least to a most", GAP_MEND);
                yield null;
            }
            case null -> null;
        };
    }

    private PreferencePart.Open open(Part part) {
        List<ItemRef> items = new ArrayList<>();
        List<Condition> when = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean otherwise = false;
        List<Part> entries =
                Fields.items(part, findings, "Write options, terms, conditions or otherwise");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            String text = Scalars.text(entry, findings);
            if (text == null) {
                continue;
            }
            String word = text.strip();
            if (!seen.add(word)) {
                findings.error(entry, "names %s twice".formatted(word), "Name each once");
            } else if (word.equals(OTHERWISE)) {
                otherwise = true;
            } else if (Ids.isItem(word)) {
                ItemRef item = regions.item(word, entry, true);
                if (item != null) {
                    items.add(item);
                }
            } else {
                Condition condition = conditions.value(entry);
                if (condition != null) {
                    when.add(condition);
                }
            }
        }
        return new PreferencePart.Open(items, when, otherwise);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Worth;
import org.detente.yaml.ConditionParser.Preference;
import org.detente.yaml.Names.Kind;
import org.jspecify.annotations.Nullable;

/// Reads what each party prefers; the same for the case and for its views.
final class PreferenceReader {
    static final List<String> KEYS =
            List.of(
                    "order",
                    "ranking",
                    "red lines",
                    "prefer",
                    "swings",
                    "packages",
                    "values",
                    "once");

    private final Findings findings;
    private final Names names;
    private final Figures figures;
    private final Conditions conditions;
    private final RegionReader regions;
    private final SwingReader swings;

    PreferenceReader(Reading reading, RegionReader regions) {
        this.findings = reading.findings();
        this.names = reading.names();
        this.figures = reading.figures();
        this.conditions = reading.conditions();
        this.regions = regions;
        this.swings = new SwingReader(reading, regions);
    }

    List<Preferences> preferences(Part part) {
        List<Preferences> preferences = new ArrayList<>();
        List<Part> entries =
                Fields.entries(
                        part, findings, "Write each party's id with what it prefers below it");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            names.use(Kind.PARTY, entry.name(), entry.path(), entry.keyPlace());
            List<Part> kinds = Fields.of(entry, findings, KEYS) == null ? null : kinds(entry);
            if (kinds != null) {
                refuseTwoOrders(kinds);
                preferences.add(new Preferences(entry.name(), parts(kinds)));
            }
        }
        return preferences;
    }

    private void refuseTwoOrders(List<Part> kinds) {
        Part order = null;
        Part ranking = null;
        for (Part kind : kinds) {
            switch (kind.name()) {
                case "order" -> order = kind;
                case "ranking" -> ranking = kind;
                default -> {}
            }
        }
        if (order != null && ranking != null) {
            findings.error(
                    ranking.path(),
                    ranking.keyPlace(),
                    "stands beside an order, and both say which states are better",
                    "Keep one of the two");
        }
    }

    /// The known keys of one party's preferences, in the order written.
    private static List<Part> kinds(Part party) {
        List<Part> kinds = new ArrayList<>();
        if (party.node() instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                if (KEYS.contains(entry.key().text())) {
                    kinds.add(party.under(entry));
                }
            }
        }
        return kinds;
    }

    private List<PreferencePart> parts(List<Part> kinds) {
        List<PreferencePart> parts = new ArrayList<>();
        for (Part kind : kinds) {
            switch (kind.name()) {
                case "order" ->
                        parts.add(new PreferencePart.Order(regions.statements(kind, "when")));
                case "red lines" ->
                        parts.add(new PreferencePart.RedLines(regions.statements(kind, "never")));
                case "ranking" -> parts.add(ranking(kind));
                case "prefer" -> parts.add(prefer(kind));
                case "swings" -> parts.add(swings.read(kind));
                case "packages" -> parts.add(packages(kind));
                case "values" -> parts.add(new PreferencePart.Values(worths(kind)));
                case "once" -> parts.add(once(kind));
                default -> throw new IllegalStateException("no such kind: " + kind.name());
            }
        }
        return parts;
    }

    private PreferencePart ranking(Part part) {
        Part listPart = part;
        Basis basis = Basis.ASSUMED;
        if (part.node() instanceof YamlNode.Mapping) {
            Fields fields = Fields.of(part, findings, List.of("groups", "because", "note"));
            Part inner =
                    fields == null
                            ? null
                            : fields.required("groups", "Add groups: with the state numbers");
            if (fields == null || inner == null) {
                return new PreferencePart.Ranking(List.of(), basis);
            }
            listPart = inner;
            basis = figures.basis(fields);
        }
        if (listPart.node() instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
            return new PreferencePart.Ranking(
                    RankingText.read(scalar.text(), listPart, findings), basis);
        }
        List<List<Integer>> groups = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        String mend =
                "Write state numbers, best first, ties in a list of their own: [7, [3, 4], 8]";
        List<Part> items = Fields.items(listPart, findings, mend);
        for (Part item : items == null ? List.<Part>of() : items) {
            List<Part> tied =
                    item.node() instanceof YamlNode.Listing
                            ? Fields.items(item, findings, mend)
                            : List.of(item);
            List<Integer> group = new ArrayList<>();
            for (Part state : tied == null ? List.<Part>of() : tied) {
                Integer number = Scalars.whole(state, 0, 999_999_999, findings);
                if (number != null && !seen.add(number)) {
                    findings.error(state, "ranks state %d twice".formatted(number), "Rank it once");
                } else if (number != null) {
                    group.add(number);
                }
            }
            if (tied != null && tied.isEmpty()) {
                findings.error(item, "is an empty tie", "Write state numbers in it, or remove it");
            }
            groups.add(group);
        }
        return new PreferencePart.Ranking(groups, basis);
    }

    private PreferencePart prefer(Part part) {
        List<PreferencePart.Comparison> comparisons = new ArrayList<>();
        List<Part> items = Fields.items(part, findings, "Write comparisons, each A over B");
        for (Part item : items == null ? List.<Part>of() : items) {
            Part that = item;
            Basis basis = Basis.ASSUMED;
            if (item.node() instanceof YamlNode.Mapping) {
                Fields fields =
                        Fields.of(item, findings, List.of("that", "because", "note", "by", "on"));
                Part inner = fields == null ? null : fields.required("that", "Add that: A over B");
                if (fields == null || inner == null) {
                    continue;
                }
                that = inner;
                basis = figures.basis(fields);
            }
            Preference preference = conditions.preference(that);
            if (preference != null) {
                comparisons.add(
                        new PreferencePart.Comparison(
                                preference.better(), preference.worse(), basis));
            }
        }
        return new PreferencePart.Prefer(comparisons);
    }

    private PreferencePart packages(Part part) {
        List<PreferencePart.PackageComparison> comparisons = new ArrayList<>();
        List<Part> items = Fields.items(part, findings, "Write items {better: {…}, worse: {…}}");
        for (Part item : items == null ? List.<Part>of() : items) {
            Fields fields =
                    Fields.of(
                            item,
                            findings,
                            List.of("better", "worse", "because", "note", "by", "on"));
            if (fields == null) {
                continue;
            }
            Part better = fields.required("better", "Add better: with a package, or otherwise");
            Part worse = fields.required("worse", "Add worse: with a package, or otherwise");
            PreferencePart.Bundle left = better == null ? null : bundle(better);
            PreferencePart.Bundle right = worse == null ? null : bundle(worse);
            Basis basis = figures.basis(fields);
            if (left != null && left.equals(right)) {
                findings.error(item, "compares a package with itself", "Change one of the two");
            } else if (left != null && right != null) {
                comparisons.add(new PreferencePart.PackageComparison(left, right, basis));
            }
        }
        return new PreferencePart.Packages(comparisons);
    }

    private PreferencePart.@Nullable Bundle bundle(Part part) {
        if (part.node() instanceof YamlNode.Scalar scalar) {
            if (scalar.text().strip().equals("otherwise")) {
                return new PreferencePart.Bundle.NoAgreement();
            }
            findings.error(
                    part,
                    "is %s, not a package".formatted(part.node().kindInWords()),
                    "Write {us.relief: full, …}, or otherwise for no agreement");
            return null;
        }
        return new PreferencePart.Bundle.Of(regions.settings(part, true));
    }

    /// Points by item and by condition.
    private List<Worth> worths(Part part) {
        List<Worth> worths = new ArrayList<>();
        Set<Condition> valued = new HashSet<>();
        List<Part> entries =
                Fields.entries(
                        part,
                        findings,
                        "Write {us.relief: {full: 35 to 50}} or a condition: points");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            boolean byLevel =
                    Ids.isItem(entry.name().strip())
                            && entry.node() instanceof YamlNode.Mapping mapping
                            && mapping.entry("value") == null;
            if (byLevel) {
                ItemRef item = regions.item(entry.name().strip(), entry, true);
                List<Worth.LevelWorth> levels = levelWorths(item, entry);
                if (item != null) {
                    worths.add(new Worth.OfItem(item, levels));
                }
            } else {
                Worth.OfCondition worth = conditional(entry, valued);
                if (worth != null) {
                    worths.add(worth);
                }
            }
        }
        return worths;
    }

    /// Points by level.
    ///
    /// @param item whose levels they are, or null where that is not known
    List<Worth.LevelWorth> levelWorths(@Nullable ItemRef item, Part part) {
        List<Worth.LevelWorth> worths = new ArrayList<>();
        List<Part> entries = Fields.entries(part, findings, "Write levels with points: {full: 40}");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            if (item != null) {
                names.useLevel(item, entry.name(), entry.path(), entry.keyPlace());
            }
            Figure points = figures.figure(entry, Bounds.POINTS);
            if (points != null) {
                worths.add(new Worth.LevelWorth(entry.name(), points));
            }
        }
        if (entries != null && entries.isEmpty()) {
            findings.error(part, "names no level", "Write levels with points, or remove the key");
        }
        return worths;
    }

    private PreferencePart once(Part part) {
        List<Worth.OfCondition> amounts = new ArrayList<>();
        Set<Condition> paid = new HashSet<>();
        List<Part> entries = Fields.entries(part, findings, "Write conditions with points");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            Worth.OfCondition amount = conditional(entry, paid);
            if (amount != null) {
                amounts.add(amount);
            }
        }
        return new PreferencePart.Once(amounts);
    }

    private Worth.@Nullable OfCondition conditional(Part entry, Set<Condition> seen) {
        Condition condition = conditions.key(entry);
        Figure points = figures.figure(entry, Bounds.POINTS);
        if (condition != null && !seen.add(condition)) {
            findings.error(
                    entry.path(),
                    entry.keyPlace(),
                    "gives points to a condition that has some already",
                    "Merge the two");
        }
        return condition == null || points == null
                ? null
                : new Worth.OfCondition(condition, points);
    }
}

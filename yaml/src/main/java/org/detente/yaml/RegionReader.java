// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Outcome;
import org.detente.model.Region;
import org.detente.model.Rule;
import org.detente.model.Same;
import org.detente.model.Setting;
import org.detente.model.Statement;
import org.detente.model.Unseen;
import org.detente.yaml.Names.Kind;
import org.jspecify.annotations.Nullable;

/// Reads what describes sets of states: rules, outcomes, settings, what is unseen, what is the
/// same.
final class RegionReader {
    private static final String OTHERWISE = "otherwise";
    private static final List<String> OUTCOME_KEYS =
            List.of("when", "at", "ends", "text", "because", "note");

    private final Findings findings;
    private final Names names;
    private final Figures figures;
    private final Conditions conditions;

    RegionReader(Reading reading) {
        this.findings = reading.findings();
        this.names = reading.names();
        this.figures = reading.figures();
        this.conditions = reading.conditions();
    }

    List<Rule> rules(Part part) {
        List<Rule> rules = new ArrayList<>();
        List<Part> entries =
                Fields.entries(part, findings, "Write each rule's id with {never: …, because: …}");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            Ids.check(entry, findings);
            Fields fields = Fields.of(entry, findings, List.of("never", "because", "note"));
            Part never =
                    fields == null
                            ? null
                            : fields.required("never", "Add never: with what cannot be");
            if (fields != null && never != null) {
                Condition condition = conditions.value(never);
                Basis basis = figures.basis(fields);
                if (condition != null) {
                    rules.add(new Rule(entry.name(), condition, basis));
                }
            }
        }
        return rules;
    }

    List<Outcome> outcomes(Part part) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Part> entries =
                Fields.entries(part, findings, "Write each outcome's id with a condition");
        String first = null;
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            Ids.checkFree(entry, findings);
            Outcome outcome = outcome(entry);
            if (outcome == null) {
                continue;
            }
            outcomes.add(outcome);
            if (outcome.region() instanceof Region.Otherwise) {
                if (first != null) {
                    findings.error(
                            entry.path(),
                            entry.keyPlace(),
                            "is otherwise, and so is %s".formatted(first),
                            "Give one of the two a condition");
                }
                first = outcome.id();
            }
        }
        if (entries != null) {
            OutcomeOrder.check(outcomes, entries, findings);
        }
        return outcomes;
    }

    private @Nullable Outcome outcome(Part entry) {
        if (!(entry.node() instanceof YamlNode.Mapping)) {
            Region region = region(entry);
            return region == null
                    ? null
                    : new Outcome(entry.name(), null, region, List.of(), false, Basis.ASSUMED);
        }
        Fields fields = Fields.of(entry, findings, OUTCOME_KEYS);
        if (fields == null) {
            return null;
        }
        Part when = fields.required("when", "Add when: with a condition, or otherwise");
        Region region = when == null ? null : region(when);
        Part at = fields.get("at");
        List<Setting> settings = at == null ? List.of() : settings(at, false);
        Part endsPart = fields.get("ends");
        Boolean ends = endsPart == null ? null : Scalars.choice(endsPart, Scalars.NO_YES, findings);
        String text = fields.text("text");
        Basis basis = figures.basis(fields);
        return region == null
                ? null
                : new Outcome(
                        entry.name(), text, region, settings, Boolean.TRUE.equals(ends), basis);
    }

    private @Nullable Region region(Part part) {
        if (part.node() instanceof YamlNode.Scalar scalar
                && scalar.text().strip().equals(OTHERWISE)) {
            return new Region.Otherwise();
        }
        Condition condition = conditions.value(part);
        return condition == null ? null : new Region.When(condition);
    }

    /// Levels by item, as in `{us.relief: none}`.
    ///
    /// @param termsToo whether terms may stand among them
    List<Setting> settings(Part part, boolean termsToo) {
        List<Setting> settings = new ArrayList<>();
        List<Part> entries =
                Fields.entries(
                        part, findings, "Write options with their levels: {us.relief: none}");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            ItemRef item = item(entry.name(), entry, termsToo);
            String level = Scalars.text(entry, findings);
            if (item != null && level != null) {
                names.useLevel(item, level, entry.path(), entry.node().place());
                settings.add(new Setting(item, level));
            }
        }
        return settings;
    }

    /// The item that a text names, or null after a finding.
    @Nullable ItemRef item(String text, Part part, boolean termsToo) {
        if (!Ids.isItem(text)) {
            findings.error(
                    part.path(),
                    part.keyPlace(),
                    "is %s, not an option".formatted(Show.quoted(text)),
                    "Write party.option%s".formatted(termsToo ? " or terms.name" : ""));
            return null;
        }
        ItemRef item = Ids.item(text);
        if (item instanceof ItemRef.TermRef && !termsToo) {
            findings.error(
                    part.path(),
                    part.keyPlace(),
                    "is a term, which exists only inside an agreement",
                    "Name an option here, as party.option");
            return null;
        }
        return names.use(item, part.path(), part.keyPlace()) ? item : null;
    }

    /// An option among the items of a list, or null after a finding.
    ItemRef.@Nullable OptionRef option(Part part) {
        String text = Scalars.text(part, findings);
        return text != null && item(text, part, false) instanceof ItemRef.OptionRef option
                ? option
                : null;
    }

    /// A condition, or a mapping of it with what it rests on.
    ///
    /// @param key the mapping's key for the condition, `when` or `never`
    @Nullable Statement statement(Part part, String key) {
        if (!(part.node() instanceof YamlNode.Mapping)) {
            Condition condition = conditions.value(part);
            return condition == null ? null : new Statement(condition, Basis.ASSUMED);
        }
        Fields fields = Fields.of(part, findings, List.of(key, "because", "note", "by", "on"));
        Part inner =
                fields == null ? null : fields.required(key, "Add " + key + ": with a condition");
        if (fields == null || inner == null) {
            return null;
        }
        Condition condition = conditions.value(inner);
        Basis basis = figures.basis(fields);
        return condition == null ? null : new Statement(condition, basis);
    }

    /// Statements in a list.
    List<Statement> statements(Part part, String key) {
        List<Statement> statements = new ArrayList<>();
        List<Part> items = Fields.items(part, findings, "Write conditions, each an item of a list");
        for (Part item : items == null ? List.<Part>of() : items) {
            Statement statement = statement(item, key);
            if (statement != null) {
                statements.add(statement);
            }
        }
        return statements;
    }

    List<Unseen> unseen(Part part) {
        List<Unseen> unseen = new ArrayList<>();
        List<Part> entries =
                Fields.entries(part, findings, "Write a party's id with what it does not see");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            names.use(Kind.PARTY, entry.name(), entry.path(), entry.keyPlace());
            List<Statement> statements;
            if (entry.node() instanceof YamlNode.Listing) {
                statements = statements(entry, "when");
            } else {
                Statement one = statement(entry, "when");
                statements = one == null ? List.of() : List.of(one);
            }
            for (Statement statement : statements) {
                unseen.add(new Unseen(entry.name(), statement.condition(), statement.basis()));
            }
        }
        return unseen;
    }

    List<Same> same(Part part) {
        List<Same> same = new ArrayList<>();
        for (Statement statement : statements(part, "when")) {
            same.add(new Same(statement.condition(), statement.basis()));
        }
        return same;
    }

    /// Parties in a list, each once.
    List<String> parties(Part part, int least) {
        List<String> parties = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Part> items = Fields.items(part, findings, "Write parties' ids: [us, iran]");
        for (Part item : items == null ? List.<Part>of() : items) {
            String id = Scalars.text(item, findings);
            if (id != null) {
                names.use(Kind.PARTY, id, item.path(), item.node().place());
                if (seen.add(id)) {
                    parties.add(id);
                } else {
                    findings.error(item, "names %s twice".formatted(id), "Name each party once");
                }
            }
        }
        if (items != null && items.size() < least) {
            findings.error(
                    part,
                    "names %d part%s".formatted(items.size(), items.size() == 1 ? "y" : "ies"),
                    "Name at least %d".formatted(least));
        }
        return parties;
    }

    List<List<String>> coalitions(Part part) {
        List<List<String>> coalitions = new ArrayList<>();
        List<Part> items = Fields.items(part, findings, "Write lists of parties: [[us, israel]]");
        for (Part item : items == null ? List.<Part>of() : items) {
            coalitions.add(parties(item, 2));
        }
        return coalitions;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.detente.model.Agreement;
import org.detente.model.Agreement.Beliefs;
import org.detente.model.Basis;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Rule;
import org.detente.model.Term;
import org.detente.model.Worth;
import org.detente.yaml.Names.Kind;
import org.jspecify.annotations.Nullable;

/// Reads what could be agreed.
final class AgreementReader {
    private static final SequencedMap<String, String> COLLAPSE =
            new LinkedHashMap<>(Map.of("collapse", "collapse"));
    private static final List<String> KEYS =
            List.of(
                    "between",
                    "covers",
                    "terms",
                    "rules",
                    "otherwise",
                    "outside",
                    "risk",
                    "meanwhile",
                    "weights",
                    "breach",
                    "ratify");
    private static final List<String> TERM_KEYS =
            List.of("text", "levels", "values", "because", "note");

    private final Findings findings;
    private final Names names;
    private final Figures figures;
    private final ItemReader items;
    private final RegionReader regions;
    private final PreferenceReader preferences;
    private final BeliefReader beliefs;

    AgreementReader(
            Reading reading,
            ItemReader items,
            RegionReader regions,
            PreferenceReader preferences,
            BeliefReader beliefs) {
        this.findings = reading.findings();
        this.names = reading.names();
        this.figures = reading.figures();
        this.items = items;
        this.regions = regions;
        this.preferences = preferences;
        this.beliefs = beliefs;
    }

    /// A term with what is read of it before names can be looked up.
    private record HalfTerm(ItemRef.TermRef ref, Part part, Fields fields, List<Level> levels) {}

    /// An agreement whose terms are known by name, and the rest not yet read.
    final class Half {
        private final Fields fields;
        private final List<HalfTerm> terms;

        private Half(Fields fields, List<HalfTerm> terms) {
            this.fields = fields;
            this.terms = terms;
        }

        /// Reads the rest, once every name is known.
        Agreement rest() {
            List<String> between = between();
            Part coversPart = fields.get("covers");
            List<ItemRef.OptionRef> covers =
                    coversPart == null ? List.of() : covers(coversPart, between);
            Part rulesPart = fields.get("rules");
            List<Rule> rules = rulesPart == null ? List.of() : regions.rules(rulesPart);
            List<Term> whole = new ArrayList<>();
            terms.forEach(term -> whole.add(term(term)));
            Beliefs held = beliefs.beliefs(fields, covers);
            Part breach = fields.get("breach");
            boolean collapses =
                    breach != null && Scalars.choice(breach, COLLAPSE, findings) != null;
            Part ratifyPart = fields.get("ratify");
            SequencedMap<String, String> ratify =
                    ratifyPart == null ? new LinkedHashMap<>() : ratify(ratifyPart, between);
            if (coversPart == null && !fields.has("terms")) {
                findings.error(
                        fields.owner().path(),
                        fields.owner().keyPlace(),
                        "fixes nothing",
                        "Add covers: with options, or terms:");
            }
            return new Agreement(between, covers, whole, rules, held, collapses, ratify);
        }

        private List<String> between() {
            Part part = fields.required("between", "Add between: with the signatories: [us, iran]");
            return part == null ? List.of() : regions.parties(part, 2);
        }
    }

    /// Reads the names of the terms, so that conditions can mention them.
    ///
    /// @return the agreement to read on, or null after a finding
    @Nullable Half half(Part part) {
        Fields fields = Fields.of(part, findings, KEYS);
        Part termsPart = fields == null ? null : fields.get("terms");
        if (fields == null) {
            names.unreliable(Kind.TERM);
            return null;
        }
        List<HalfTerm> terms = new ArrayList<>();
        List<Part> entries =
                termsPart == null
                        ? List.of()
                        : Fields.entries(termsPart, findings, "Write each term's name and levels");
        if (entries == null) {
            names.unreliable(Kind.TERM);
        }
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            Ids.check(entry, findings);
            ItemRef.TermRef ref = new ItemRef.TermRef(entry.name());
            Fields termFields = Fields.orEmpty(entry, findings, TERM_KEYS);
            List<Level> levels =
                    termFields == null ? null : items.levels(termFields, ItemReader.LEAST_OF_TERM);
            names.declareItem(
                    ref, levels == null ? null : levels.stream().map(Level::name).toList());
            if (termFields != null) {
                terms.add(
                        new HalfTerm(ref, entry, termFields, levels == null ? List.of() : levels));
            }
        }
        return new Half(fields, terms);
    }

    private Term term(HalfTerm half) {
        String text = half.fields().text("text");
        Part valuesPart = half.fields().get("values");
        SequencedMap<String, List<Worth.LevelWorth>> values = new LinkedHashMap<>();
        List<Part> entries =
                valuesPart == null
                        ? List.of()
                        : Fields.entries(
                                valuesPart, findings, "Write parties with points by level");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            names.use(Kind.PARTY, entry.name(), entry.path(), entry.keyPlace());
            values.put(entry.name(), preferences.levelWorths(half.ref(), entry));
        }
        Basis basis = figures.basis(half.fields());
        VagueLevels.warn(half.part(), half.levels(), findings);
        return new Term(half.ref(), text, half.levels(), values, basis);
    }

    private List<ItemRef.OptionRef> covers(Part part, List<String> between) {
        SequencedMap<ItemRef.OptionRef, Part> covers = new LinkedHashMap<>();
        List<Part> entries = Fields.items(part, findings, "Write options: [us.relief, iran.stock]");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            ItemRef.OptionRef option = regions.option(entry);
            if (option == null) {
                continue;
            }
            if (covers.putIfAbsent(option, entry) != null) {
                findings.error(entry, "names %s twice".formatted(option), "Name each option once");
            }
            boolean outsider =
                    !between.isEmpty()
                            && !between.contains(option.party())
                            && names.isKnown(Kind.PARTY, option.party());
            if (outsider) {
                findings.error(
                        entry,
                        "covers %s, whose owner is not in between".formatted(option),
                        "Add %s to between, or say under meanwhile what it may do"
                                .formatted(option.party()));
            }
        }
        return List.copyOf(covers.keySet());
    }

    private SequencedMap<String, String> ratify(Part part, List<String> between) {
        SequencedMap<String, String> ratify = new LinkedHashMap<>();
        List<Part> entries =
                Fields.entries(
                        part, findings, "Write ratifiers with their signatories: {congress: us}");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            names.use(Kind.PARTY, entry.name(), entry.path(), entry.keyPlace());
            String signatory = Scalars.text(entry, findings);
            if (signatory == null) {
                continue;
            }
            boolean known = names.use(Kind.PARTY, signatory, entry.path(), entry.node().place());
            if (known && !between.isEmpty() && !between.contains(signatory)) {
                findings.error(
                        entry,
                        "belongs to %s, which is not in between".formatted(signatory),
                        "Write one of " + Show.choice(between));
            }
            if (between.contains(entry.name())) {
                findings.error(
                        entry.path(),
                        entry.keyPlace(),
                        "is a signatory, who agrees by signing",
                        "Remove it, or name the body that must approve");
            }
            ratify.put(entry.name(), signatory);
        }
        return ratify;
    }
}

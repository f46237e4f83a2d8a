// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.detente.model.Agreement;
import org.detente.model.Assumption;
import org.detente.model.Case;
import org.detente.model.ItemRef;
import org.detente.model.Option;
import org.detente.model.PartialDate;
import org.detente.model.Party;
import org.detente.model.View;
import org.detente.yaml.Names.Kind;
import org.jspecify.annotations.Nullable;

/// Reads the sections of a case in an order in which every name is known before it is used.
final class CaseAssembly {
    private static final List<String> KEYS =
            List.of(
                    "detente",
                    "title",
                    "cutoff",
                    "marking",
                    "about",
                    "sources",
                    "claims",
                    "parties",
                    "options",
                    "rules",
                    "outcomes",
                    "now",
                    "assumptions",
                    "preferences",
                    "agreement",
                    "time",
                    "coalitions",
                    "unseen",
                    "same",
                    "views");
    private static final List<String> PARTY_KEYS =
            List.of("name", "code", "role", "text", "because", "note");
    private static final SequencedMap<String, Party.Role> ROLES =
            Scalars.words(Party.Role.values());

    private final Findings findings;
    private final Reading reading;

    CaseAssembly(CaseText text, Findings findings) {
        this.findings = findings;
        this.reading = Reading.of(text, findings);
    }

    @Nullable Case read(Part root, CaseInput input) {
        findings.mark("", root.node().place());
        Fields fields = Fields.of(root, findings, KEYS);
        if (fields == null) {
            return null;
        }
        head(fields);
        declare(fields);
        Case model = sections(fields);
        reading.names().reportMissing();
        reading.figures().checkUses(model.views().stream().map(View::assumptions).toList());
        new QuoteCheck(input, findings).check(model.sources(), model.claims());
        new CrossChecks(findings).check(model);
        return model;
    }

    private Case sections(Fields fields) {
        String title = required(fields, "title", "Add title: with the crisis's name");
        Part cutoffPart = fields.get("cutoff");
        PartialDate cutoff = cutoffPart == null ? null : Scalars.date(cutoffPart, findings);
        List<Assumption> assumptions = section(fields, "assumptions", this::assumptions);
        List<Party> parties = section(fields, "parties", this::parties);

        ItemReader items = new ItemReader(reading);
        RegionReader regions = new RegionReader(reading);
        PreferenceReader preferences = new PreferenceReader(reading, regions);
        BeliefReader beliefs = new BeliefReader(reading, regions);
        AgreementReader agreements =
                new AgreementReader(reading, items, regions, preferences, beliefs);
        List<Option> options = section(fields, "options", items::options);
        Part agreementPart = fields.get("agreement");
        AgreementReader.Half half = agreementPart == null ? null : agreements.half(agreementPart);

        // From here on every name is known.
        LedgerReader ledger = new LedgerReader(reading, cutoff);
        TimeReader times = new TimeReader(reading, regions, beliefs);
        Part timePart = fields.get("time");
        Agreement agreement = half == null ? null : half.rest();
        List<ItemRef.OptionRef> covers = agreement == null ? null : agreement.covers();
        ViewReader views = new ViewReader(reading, preferences, beliefs, times);
        return new Case(
                1,
                title == null ? "" : title,
                cutoff,
                fields.text("marking"),
                fields.text("about"),
                section(fields, "sources", ledger::sources),
                section(fields, "claims", ledger::claims),
                parties,
                options,
                section(fields, "rules", regions::rules),
                section(fields, "outcomes", regions::outcomes),
                section(fields, "now", part -> regions.settings(part, false)),
                assumptions,
                section(fields, "preferences", preferences::preferences),
                agreement,
                timePart == null ? null : times.time(timePart),
                section(fields, "coalitions", regions::coalitions),
                section(fields, "unseen", regions::unseen),
                section(fields, "same", regions::same),
                section(fields, "views", part -> views.views(part, covers, timePart != null)));
    }

    private void head(Fields fields) {
        Part version =
                fields.required("detente", "Begin with detente: 1, the version of the format");
        String number = version == null ? null : Scalars.text(version, findings);
        if (version != null && number != null && !number.equals("1")) {
            findings.error(
                    version,
                    "is format version %s, and this Détente reads version 1"
                            .formatted(Show.quoted(number)),
                    "Write detente: 1, or use a Détente that reads that version");
        }
        fields.required("parties", "Add parties: with an id and a name for each");
        Part agreement = fields.get("agreement");
        boolean terms =
                agreement != null
                        && agreement.node() instanceof YamlNode.Mapping mapping
                        && mapping.entry("terms") != null;
        if (!fields.has("options") && !terms) {
            findings.error(
                    "",
                    fields.owner().node().place(),
                    "has neither options nor agreement.terms",
                    "Add options: with what each party can do, or agreement: with terms");
        }
    }

    private void declare(Fields fields) {
        Names names = reading.names();
        names.declareKeys(Kind.PARTY, fields.get("parties"));
        names.declareKeys(Kind.SOURCE, fields.get("sources"));
        names.declareKeys(Kind.CLAIM, fields.get("claims"));
        names.declareKeys(Kind.OUTCOME, fields.get("outcomes"));
        names.declareKeys(Kind.ASSUMPTION, fields.get("assumptions"));
    }

    private @Nullable String required(Fields fields, String key, String mend) {
        Part part = fields.required(key, mend);
        return part == null ? null : Scalars.text(part, findings);
    }

    private static <T> List<T> section(Fields fields, String key, Function<Part, List<T>> reader) {
        Part part = fields.get(key);
        return part == null ? List.of() : reader.apply(part);
    }

    private List<Assumption> assumptions(Part part) {
        List<Assumption> assumptions = new ArrayList<>();
        List<Part> entries =
                Fields.entries(
                        part, findings, "Write each assumption's id with {value: 30 to 150}");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            Ids.checkFree(entry, findings);
            Assumption assumption = reading.figures().assumption(entry);
            if (assumption != null) {
                reading.figures().refuseNames(entry, assumption);
                reading.figures().declare(assumption);
                assumptions.add(assumption);
            }
        }
        return assumptions;
    }

    private List<Party> parties(Part part) {
        List<Party> parties = new ArrayList<>();
        List<Part> entries = Fields.entries(part, findings, "Write each party's id with {name: …}");
        if (entries != null && entries.isEmpty()) {
            findings.error(part, "is empty", "Write each party's id with {name: …}");
        }
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            Ids.checkFree(entry, findings);
            Fields fields = Fields.orEmpty(entry, findings, PARTY_KEYS);
            if (fields == null) {
                continue;
            }
            String name = fields.text("name");
            String code = fields.text("code");
            Part rolePart = fields.get("role");
            Party.Role role = rolePart == null ? null : Scalars.choice(rolePart, ROLES, findings);
            parties.add(
                    new Party(
                            entry.name(),
                            name == null ? entry.name() : name,
                            code,
                            role == null ? Party.Role.PRINCIPAL : role,
                            fields.text("text"),
                            reading.figures().basis(fields)));
        }
        return parties;
    }
}

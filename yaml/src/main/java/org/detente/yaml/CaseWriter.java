// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;
import org.detente.model.Assumption;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Claim;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.Party;
import org.detente.model.Region;
import org.detente.model.Same;
import org.detente.model.Source;
import org.detente.model.Speaker;
import org.detente.model.Statement;
import org.detente.model.Unseen;
import org.detente.model.View;
import org.detente.yaml.Nodes.Keys;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.nodes.Node;

/// Writes a case as `case.yaml`. What [CaseReader] read comes back equal when it is read again;
/// comments, places and the writer's own layout do not.
public final class CaseWriter {
    private static final int LINE_WIDTH = 100;

    private CaseWriter() {}

    /// Writes a case.
    ///
    /// @param model the case
    /// @return YAML, ending in a line break
    public static String write(Case model) {
        return text(root(model));
    }

    /// Writes a view as it stands below `views`.
    ///
    /// @param view the view
    /// @return YAML with the view's id as its one key, ending in a line break
    static String write(View view) {
        return text(Nodes.keys().put(view.id(), view(view)).block());
    }

    static String text(Node node) {
        DumpSettings settings =
                DumpSettings.builder()
                        .setWidth(LINE_WIDTH)
                        .setIndicatorIndent(2)
                        .setIndentWithIndicator(true)
                        .setUseUnicodeEncoding(true)
                        .build();
        return new Present(settings)
                .emitToString(new Serialize(settings).serializeOne(node).iterator());
    }

    private static Node root(Case model) {
        Keys keys = Nodes.keys();
        keys.put("detente", Nodes.plain(Integer.toString(model.formatVersion())));
        keys.putWords("title", model.title());
        if (model.cutoff() != null) {
            keys.put("cutoff", Nodes.plain(model.cutoff().toString()));
        }
        keys.putWords("marking", model.marking()).putWords("about", model.about());
        putAll(keys, "sources", model.sources(), Source::id, CaseWriter::source);
        putAll(keys, "claims", model.claims(), Claim::id, CaseWriter::claim);
        putAll(keys, "parties", model.parties(), Party::id, CaseWriter::party);
        if (!model.options().isEmpty()) {
            keys.put("options", options(model.options()));
        }
        if (!model.rules().isEmpty()) {
            keys.put("rules", AgreementNodes.rules(model.rules()));
        }
        putAll(keys, "outcomes", model.outcomes(), Outcome::id, CaseWriter::outcome);
        if (!model.now().isEmpty()) {
            keys.put("now", Nodes.settings(model.now()));
        }
        putAll(keys, "assumptions", model.assumptions(), Assumption::id, CaseWriter::assumption);
        if (!model.preferences().isEmpty()) {
            keys.put("preferences", PreferenceNodes.preferences(model.preferences()));
        }
        if (model.agreement() != null) {
            keys.put("agreement", AgreementNodes.agreement(model.agreement()));
        }
        if (model.time() != null) {
            keys.put("time", AgreementNodes.time(model.time()));
        }
        putSets(keys, model);
        putAll(keys, "views", model.views(), View::id, CaseWriter::view);
        return keys.block();
    }

    private static void putSets(Keys keys, Case model) {
        if (!model.coalitions().isEmpty()) {
            keys.put(
                    "coalitions",
                    Nodes.flowList(
                            model.coalitions().stream()
                                    .map(c -> Nodes.flowList(c.stream().map(Nodes::words).toList()))
                                    .toList()));
        }
        if (!model.unseen().isEmpty()) {
            SequencedMap<String, List<Node>> byParty = new LinkedHashMap<>();
            for (Unseen one : model.unseen()) {
                byParty.computeIfAbsent(one.party(), _ -> new ArrayList<>())
                        .add(Nodes.statement("when", new Statement(one.states(), one.basis())));
            }
            Keys unseen = Nodes.keys();
            byParty.forEach((party, nodes) -> unseen.put(party, Nodes.oneOrList(nodes)));
            keys.put("unseen", unseen.block());
        }
        if (!model.same().isEmpty()) {
            List<Statement> same = new ArrayList<>();
            for (Same one : model.same()) {
                same.add(new Statement(one.states(), one.basis()));
            }
            keys.put("same", Nodes.statements("when", same));
        }
    }

    private static <T> void putAll(
            Keys keys,
            String section,
            List<T> items,
            Function<T, String> id,
            Function<T, Node> node) {
        if (!items.isEmpty()) {
            Keys inner = Nodes.keys();
            items.forEach(item -> inner.put(id.apply(item), node.apply(item)));
            keys.put(section, inner.block());
        }
    }

    private static Node source(Source source) {
        Keys keys = Nodes.keys().putWords("title", source.title()).putWords("kind", source.kind());
        if (source.date() != null) {
            keys.put("date", Nodes.plain(source.date().toString()));
        }
        if (source.reliability() != null) {
            keys.putWords("reliability", source.reliability().name());
        }
        return keys.putWords("author", source.author())
                .putWords("file", source.file())
                .putWords("url", source.url())
                .putWords("note", source.note())
                .block();
    }

    private static Node claim(Claim claim) {
        Keys keys =
                Nodes.keys()
                        .putWords("quote", claim.quote())
                        .putWords("says", claim.says())
                        .putWords("in", claim.in())
                        .put("by", speakers(claim.by()))
                        .putWords("kind", claim.kind().name().toLowerCase(Locale.ROOT));
        if (claim.date() != null) {
            keys.put("date", Nodes.plain(claim.date().toString()));
        }
        Integer credibility = claim.credibility();
        if (credibility != null) {
            keys.put("credibility", Nodes.plain(credibility.toString()));
        }
        keys.putWords("condition", claim.condition());
        if (claim.isContested()) {
            keys.put(
                    "contested",
                    Nodes.oneOrList(
                            claim.contested().stream()
                                    .map(contest ->
                                            Nodes.keys()
                                                    .put("by", speakers(contest.by()))
                                                    .putWords("note", contest.note())
                                                    .flow())
                                    .toList()));
        }
        return keys.putWords("note", claim.note()).block();
    }

    private static Node speakers(List<Speaker> speakers) {
        List<Node> nodes = new ArrayList<>();
        for (Speaker speaker : speakers) {
            nodes.add(
                    switch (speaker) {
                        case Speaker.OfParty(String party) -> Nodes.words(party);
                        case Speaker.OfSource(String source) -> Nodes.words(source);
                        case Speaker.Named(String name, String of) ->
                                Nodes.keys().putWords("name", name).putWords("of", of).flow();
                    });
        }
        return Nodes.oneOrList(nodes);
    }

    private static Node party(Party party) {
        Keys keys = Nodes.keys();
        if (!party.name().equals(party.id())) {
            keys.putWords("name", party.name());
        }
        keys.putWords("code", party.code());
        if (party.role() != Party.Role.PRINCIPAL) {
            keys.putWords("role", party.role().name().toLowerCase(Locale.ROOT));
        }
        return keys.putWords("text", party.text()).putBasis(party.basis()).flow();
    }

    /// Options grouped by party where the order allows it, flat otherwise.
    private static Node options(List<Option> options) {
        SequencedMap<String, Keys> byParty = new LinkedHashMap<>();
        List<String> owners = options.stream().map(option -> option.ref().party()).toList();
        boolean together = true;
        for (int i = 1; i < owners.size(); i++) {
            boolean changes = !owners.get(i).equals(owners.get(i - 1));
            together &= !changes || owners.indexOf(owners.get(i)) == i;
        }
        Keys flat = Nodes.keys();
        for (Option option : options) {
            flat.put(option.ref().toString(), option(option));
            byParty.computeIfAbsent(option.ref().party(), _ -> Nodes.keys())
                    .put(option.ref().name(), option(option));
        }
        Keys grouped = Nodes.keys();
        byParty.forEach((party, keys) -> grouped.put(party, keys.block()));
        return together ? grouped.block() : flat.block();
    }

    private static Node option(Option option) {
        Keys keys = Nodes.keys().putWords("text", option.text());
        if (!Nodes.noYes(option.levels())) {
            keys.put("levels", Nodes.levels(option.levels()));
        }
        if (option.moves() != Option.Moves.BOTH) {
            keys.putWords("moves", option.moves().name().toLowerCase(Locale.ROOT));
        }
        if (option.undoSteps() != 0) {
            keys.putWords("undo", AgreementNodes.steps(option.undoSteps()));
        }
        if (option.trancheCount() != 1) {
            keys.put("tranches", Nodes.plain(Integer.toString(option.trancheCount())));
        }
        return keys.putBasis(option.basis()).block();
    }

    private static Node outcome(Outcome outcome) {
        Node when =
                switch (outcome.region()) {
                    case Region.When(var condition) -> Nodes.words(condition.toString());
                    case Region.Otherwise() -> Nodes.words("otherwise");
                };
        Keys keys = Nodes.keys().put("when", when);
        if (!outcome.at().isEmpty()) {
            keys.put("at", Nodes.settings(outcome.at()));
        }
        if (outcome.ends()) {
            keys.putWords("ends", "yes");
        }
        keys.putWords("text", outcome.text()).putBasis(outcome.basis());
        boolean bare =
                outcome.at().isEmpty()
                        && !outcome.ends()
                        && outcome.text() == null
                        && outcome.basis().equals(Basis.ASSUMED);
        return bare ? when : keys.block();
    }

    private static Node assumption(Assumption assumption) {
        if (assumption.text() == null) {
            return Nodes.figure(assumption.figure());
        }
        return Nodes.keys()
                .put("value", Nodes.plain(Nodes.quantity(assumption.figure().quantity())))
                .putWords("text", assumption.text())
                .putBasis(assumption.figure().basis())
                .flow();
    }

    private static Node view(View view) {
        Keys keys = Nodes.keys().putWords("name", view.name()).putWords("text", view.text());
        keys.putBasis(view.basis());
        if (!view.preferences().isEmpty()) {
            keys.put("preferences", PreferenceNodes.preferences(view.preferences()));
        }
        putAll(keys, "assumptions", view.assumptions(), Assumption::id, CaseWriter::assumption);
        if (view.beliefs() != null) {
            keys.put("agreement", AgreementNodes.beliefs(view.beliefs()));
        }
        if (view.time() != null) {
            keys.put("time", AgreementNodes.time(view.time()));
        }
        return keys.block();
    }
}

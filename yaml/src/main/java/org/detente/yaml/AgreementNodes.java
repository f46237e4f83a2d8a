// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.List;
import java.util.Locale;
import org.detente.model.Agreement;
import org.detente.model.Agreement.Beliefs;
import org.detente.model.Basis;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.Lottery;
import org.detente.model.Quantity;
import org.detente.model.Rule;
import org.detente.model.Term;
import org.detente.model.Time;
import org.detente.yaml.Nodes.Keys;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Makes YAML nodes of agreements, beliefs and time.
final class AgreementNodes {
    private AgreementNodes() {}

    static Node agreement(Agreement agreement) {
        Keys keys = Nodes.keys();
        keys.put(
                "between", Nodes.flowList(agreement.between().stream().map(Nodes::words).toList()));
        if (!agreement.covers().isEmpty() || agreement.terms().isEmpty()) {
            keys.put(
                    "covers",
                    Nodes.flowList(
                            agreement.covers().stream()
                                    .map(option -> Nodes.words(option.toString()))
                                    .toList()));
        }
        if (!agreement.terms().isEmpty()) {
            Keys terms = Nodes.keys();
            agreement.terms().forEach(term -> terms.put(term.ref().name(), term(term)));
            keys.put("terms", terms.block());
        }
        if (!agreement.rules().isEmpty()) {
            keys.put("rules", rules(agreement.rules()));
        }
        putBeliefs(agreement.beliefs(), keys);
        if (agreement.breachCollapses()) {
            keys.putWords("breach", "collapse");
        }
        if (!agreement.ratify().isEmpty()) {
            Keys ratify = Nodes.keys();
            agreement.ratify().forEach(ratify::putWords);
            keys.put("ratify", ratify.flow());
        }
        return keys.block();
    }

    private static Node term(Term term) {
        Keys keys = Nodes.keys().putWords("text", term.text());
        if (!Nodes.noYes(term.levels())) {
            keys.put("levels", Nodes.levels(term.levels()));
        }
        if (!term.values().isEmpty()) {
            Keys values = Nodes.keys();
            term.values()
                    .forEach((party, worths) -> values.put(party, PreferenceNodes.levels(worths)));
            keys.put("values", values.block());
        }
        return keys.putBasis(term.basis()).block();
    }

    static Node rules(List<Rule> rules) {
        Keys keys = Nodes.keys();
        for (Rule rule : rules) {
            keys.put(
                    rule.id(),
                    Nodes.keys()
                            .putWords("never", rule.never().toString())
                            .putBasis(rule.basis())
                            .flow());
        }
        return keys.block();
    }

    static Node beliefs(Beliefs beliefs) {
        Keys keys = Nodes.keys();
        putBeliefs(beliefs, keys);
        return keys.block();
    }

    private static void putBeliefs(Beliefs beliefs, Keys keys) {
        if (beliefs.otherwise() != null) {
            keys.put("otherwise", fallback(beliefs.otherwise()));
        }
        if (!beliefs.outside().isEmpty()) {
            keys.put("outside", Nodes.figures(beliefs.outside()));
        }
        if (beliefs.risk() != null) {
            keys.put("risk", lottery(beliefs.risk()));
        }
        if (!beliefs.meanwhile().isEmpty()) {
            Keys meanwhile = Nodes.keys();
            for (Agreement.Meanwhile one : beliefs.meanwhile()) {
                Keys levels = Nodes.keys();
                one.levels()
                        .forEach(chance ->
                                levels.put(chance.level(), Nodes.figure(chance.probability())));
                meanwhile.put(one.option().toString(), levels.flow());
            }
            keys.put("meanwhile", meanwhile.block());
        }
        if (!beliefs.weights().isEmpty()) {
            keys.put("weights", Nodes.figures(beliefs.weights()));
        }
    }

    private static Node fallback(Fallback fallback) {
        return switch (fallback) {
            case Fallback.Shared(Lottery lottery) -> lottery(lottery);
            case Fallback.Beliefs(var byParty) -> {
                Keys keys = Nodes.keys();
                byParty.forEach((party, lottery) -> keys.put(party, lottery(lottery)));
                yield keys.block();
            }
            case Fallback.Values(var byParty) ->
                    Nodes.keys().put("values", Nodes.figures(byParty)).flow();
        };
    }

    private static Node lottery(Lottery lottery) {
        Keys keys = Nodes.keys();
        for (Lottery.Chance chance : lottery.chances()) {
            Figure share = chance.share();
            keys.put(chance.outcome(), share == null ? Nodes.words("rest") : Nodes.figure(share));
        }
        return keys.flow();
    }

    static Node time(Time time) {
        Keys keys = Nodes.keys();
        Time.Span step = time.step();
        if (step != null) {
            String unit = step.unit().name().toLowerCase(Locale.ROOT);
            keys.putWords("step", counted(step.count(), unit));
        }
        Integer horizon = time.horizonSteps();
        if (horizon != null) {
            keys.putWords("horizon", steps(horizon));
        }
        if (!time.patience().isEmpty()) {
            keys.put("patience", Nodes.figures(time.patience()));
        }
        if (!time.rate().isEmpty()) {
            keys.put("rate", Nodes.figures(time.rate()));
        }
        if (!time.precision().isEmpty()) {
            keys.put("precision", Nodes.figures(time.precision()));
        }
        if (!time.detection().isEmpty()) {
            Keys detection = Nodes.keys();
            time.detection().forEach(d -> detection.put(d.option().toString(), detection(d)));
            keys.put("detection", detection.block());
        }
        return keys.block();
    }

    private static Node detection(Time.Detection detection) {
        Figure everywhere = detection.chances().get("");
        boolean plain = detection.delaySteps() == 0 && detection.falseAlarms() == null;
        if (detection.by() != null || everywhere == null) {
            Keys keys = Nodes.keys().put("by", Nodes.words(String.valueOf(detection.by())));
            detection.chances().forEach((level, chance) -> keys.put(level, Nodes.figure(chance)));
            return putDelay(detection, keys).flow();
        }
        Quantity quantity = everywhere.quantity();
        Basis basis = everywhere.basis();
        if (plain && basis.equals(Basis.ASSUMED)) {
            return Nodes.figure(everywhere);
        }
        Keys keys = Nodes.keys().put("value", Nodes.plain(Nodes.quantity(quantity)));
        return putDelay(detection, keys).putBasis(basis).flow();
    }

    private static Keys putDelay(Time.Detection detection, Keys keys) {
        if (detection.delaySteps() != 0) {
            keys.putWords("delay", steps(detection.delaySteps()));
        }
        @Nullable Figure alarms = detection.falseAlarms();
        return alarms == null ? keys : keys.put("false alarms", Nodes.figure(alarms));
    }

    static String steps(int count) {
        return counted(count, "step");
    }

    private static String counted(int count, String unit) {
        return count == 1 ? "1 " + unit : count + " " + unit + "s";
    }
}

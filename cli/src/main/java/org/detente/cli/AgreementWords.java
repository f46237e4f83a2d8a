// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.model.Agreement;
import org.detente.model.Fallback;
import org.detente.model.Term;
import org.detente.model.Time;

/// What could be agreed, and how time passes, in a few words each.
final class AgreementWords {
    private AgreementWords() {}

    /// What could be agreed.
    ///
    /// @param agreement the agreement
    /// @param limit how many entries of a key are shown
    /// @return the listing
    static Listing agreement(Agreement agreement, ListLimit limit) {
        List<String> ratify = new ArrayList<>();
        agreement.ratify().forEach((who, whom) -> ratify.add("%s for %s".formatted(who, whom)));
        Listing listing =
                new Listing(limit)
                        .counted("between", agreement.between())
                        .counted(
                                "covers",
                                agreement.covers().stream().map(Object::toString).toList())
                        .counted(
                                "terms",
                                agreement.terms().stream().map(AgreementWords::term).toList())
                        .counted(
                                "rules",
                                agreement.rules().stream()
                                        .map(r -> "%s: never %s".formatted(r.id(), r.never()))
                                        .toList());
        beliefs(agreement.beliefs(), listing, "");
        return listing.counted("ratify", ratify)
                .single("breach", agreement.breachCollapses() ? "collapse" : "");
    }

    private static String term(Term term) {
        List<String> levels = term.levels().stream().map(l -> l.name()).toList();
        StringBuilder words =
                new StringBuilder(
                        "%s [%s]".formatted(term.ref().name(), String.join(", ", levels)));
        term.values()
                .forEach((party, worths) ->
                        words.append(" %s {%s}".formatted(party, PreferenceWords.levels(worths))));
        return words.toString();
    }

    /// What is believed about the agreement and its absence.
    ///
    /// @param beliefs the beliefs
    /// @param listing gets the keys
    /// @param prefix what stands before each key
    static void beliefs(Agreement.Beliefs beliefs, Listing listing, String prefix) {
        List<String> otherwise = new ArrayList<>();
        switch (beliefs.otherwise()) {
            case Fallback.Shared(var lottery) -> otherwise.add(FigureWords.of(lottery));
            case Fallback.Beliefs(var byParty) ->
                    byParty.forEach((party, lottery) ->
                            otherwise.add(
                                    "%s believes %s".formatted(party, FigureWords.of(lottery))));
            case Fallback.Values(var byParty) -> otherwise.add(FigureWords.of(byParty));
            case null -> {}
        }
        listing.single(prefix + "otherwise", String.join("; ", otherwise))
                .single(prefix + "outside", FigureWords.of(beliefs.outside()))
                .single(
                        prefix + "risk",
                        beliefs.risk() == null ? "" : FigureWords.of(beliefs.risk()))
                .counted(
                        prefix + "meanwhile",
                        beliefs.meanwhile().stream().map(AgreementWords::meanwhile).toList())
                .single(prefix + "weights", FigureWords.of(beliefs.weights()));
    }

    private static String meanwhile(Agreement.Meanwhile meanwhile) {
        return meanwhile.option()
                + " "
                + String.join(
                        ", ",
                        meanwhile.levels().stream()
                                .map(l ->
                                        l.level()
                                                + " "
                                                + FigureWords.of(l.probability().quantity()))
                                .toList());
    }

    /// How time passes.
    ///
    /// @param time the time
    /// @param listing gets the keys
    /// @param prefix what stands before each key
    static void time(Time time, Listing listing, String prefix) {
        Time.Span step = time.step();
        listing.single(
                        prefix + "step",
                        step == null ? "" : step.count() + " " + Inventory.lower(step.unit()))
                .single(
                        prefix + "horizon",
                        time.horizonSteps() == null ? "" : time.horizonSteps() + " steps")
                .single(prefix + "patience", FigureWords.of(time.patience()))
                .single(prefix + "rate", FigureWords.of(time.rate()))
                .single(prefix + "precision", FigureWords.of(time.precision()))
                .counted(
                        prefix + "detection",
                        time.detection().stream().map(AgreementWords::detection).toList());
    }

    private static String detection(Time.Detection detection) {
        StringBuilder words = new StringBuilder(detection.option().toString());
        if (detection.by() != null) {
            words.append(" by ").append(detection.by());
        }
        words.append(": ").append(FigureWords.of(detection.chances()));
        if (detection.delaySteps() > 0) {
            words.append(", seen with a delay of steps: ").append(detection.delaySteps());
        }
        if (detection.falseAlarms() != null) {
            words.append(", false alarms ");
            words.append(FigureWords.of(detection.falseAlarms().quantity()));
        }
        return words.toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Figure;
import org.detente.model.Option;
import org.detente.model.Place;
import org.detente.model.Places;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Said;
import org.detente.model.Term;
import org.detente.model.Time;
import org.detente.model.View;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// Checks that concern two sections at once.
final class CrossChecks {
    private final Findings findings;
    private final Places places;

    CrossChecks(Findings findings) {
        this.findings = findings;
        this.places = findings.places();
    }

    void check(Case model) {
        checkHorizon(model);
        check(
                model,
                "",
                model.preferences(),
                patient(model.time() == null ? null : model.time().patience()));
        for (View view : model.views()) {
            Set<String> patient = patient(model.time() == null ? null : model.time().patience());
            if (view.time() != null) {
                patient.addAll(view.time().patience().keySet());
            }
            check(model, "views." + view.id() + ".", view.preferences(), patient);
            warnOfHindsight(model, view);
        }
    }

    /// An expert may be heard after the cutoff, and may then know what came after it.
    private void warnOfHindsight(Case model, View view) {
        Said said = view.basis().said();
        if (said != null && model.cutoff() != null && said.on().compareTo(model.cutoff()) > 0) {
            warning(
                    "views.%s.on".formatted(view.id()),
                    "was said on %s, after the cutoff %s"
                            .formatted(said.on().inWords(), model.cutoff().inWords()),
                    "Bear in mind that whoever spoke may have known what came later");
        }
    }

    private void check(
            Case model, String prefix, List<Preferences> preferences, Set<String> patient) {
        for (Preferences one : preferences) {
            String path = prefix + "preferences." + one.party();
            for (PreferencePart part : one.parts()) {
                switch (part) {
                    case PreferencePart.Values(List<Worth> worths) ->
                            refuseTwice(model.agreement(), one.party(), worths, path + ".values");
                    case PreferencePart.Once _ -> {
                        if (!patient.contains(one.party())) {
                            warning(
                                    path + ".once",
                                    "counts only where the party's patience is known",
                                    "Add time.patience.%s, as in 0.85 to 0.98"
                                            .formatted(one.party()));
                        }
                    }
                    case PreferencePart.Ranking(List<List<Integer>> groups, _) ->
                            checkStates(model.options(), groups, path + ".ranking");
                    case PreferencePart.Order _,
                            PreferencePart.RedLines _,
                            PreferencePart.Prefer _,
                            PreferencePart.Swings _,
                            PreferencePart.Packages _ -> {}
                }
            }
        }
    }

    /// What takes longer to undo than anybody looks ahead can never be seen to be undone.
    private void checkHorizon(Case model) {
        Integer horizon = horizon(model.time());
        for (Option option : model.options()) {
            if (horizon != null && option.undoSteps() > horizon) {
                error(
                        "options.%s.undo".formatted(option.ref()),
                        "takes %s, beyond the horizon of %s"
                                .formatted(steps(option.undoSteps()), steps(horizon)),
                        "Write at most %s, or look further ahead with time.horizon"
                                .formatted(steps(horizon)));
            }
        }
        for (View view : model.views()) {
            Integer own = horizon(view.time());
            Option slowest =
                    model.options().stream()
                            .max(Comparator.comparingInt(Option::undoSteps))
                            .orElse(null);
            if (own != null && slowest != null && slowest.undoSteps() > own) {
                error(
                        "views.%s.time.horizon".formatted(view.id()),
                        "looks %s ahead, and undoing %s takes %s"
                                .formatted(steps(own), slowest.ref(), steps(slowest.undoSteps())),
                        "Look at least %s ahead, or shorten the undo of %s"
                                .formatted(steps(slowest.undoSteps()), slowest.ref()));
            }
        }
    }

    private static @Nullable Integer horizon(@Nullable Time time) {
        return time == null ? null : time.horizonSteps();
    }

    private static String steps(int count) {
        return count == 1 ? "1 step" : count + " steps";
    }

    private static Set<String> patient(@Nullable SequencedMap<String, Figure> patience) {
        return patience == null ? new HashSet<>() : new HashSet<>(patience.keySet());
    }

    /// A term's points stand in one place.
    private void refuseTwice(
            @Nullable Agreement agreement, String party, List<Worth> worths, String path) {
        if (agreement == null) {
            return;
        }
        for (Worth worth : worths) {
            if (worth instanceof Worth.OfItem(var item, _)) {
                for (Term term : agreement.terms()) {
                    if (term.ref().equals(item) && term.values().containsKey(party)) {
                        error(
                                path + "." + item,
                                "gives points that agreement.%s.values.%s gives already"
                                        .formatted(item, party),
                                "Keep them in one place; a view can replace only those in"
                                        + " preferences");
                    }
                }
            }
        }
    }

    private void checkStates(List<Option> options, List<List<Integer>> groups, String path) {
        long product = 1;
        for (Option option : options) {
            product = Math.min(Integer.MAX_VALUE, product * option.levels().size());
        }
        int largest = 0;
        for (List<Integer> group : groups) {
            for (int state : group) {
                largest = Math.max(largest, state);
            }
        }
        if (largest >= product) {
            error(
                    path,
                    "ranks state %d, and the states are numbered 0 to %d"
                            .formatted(largest, product - 1),
                    "Number states as the options are written, the first option counting least");
        }
    }

    private void error(String path, String fact, String mend) {
        findings.error(path, place(path), fact, mend);
    }

    private void warning(String path, String fact, String mend) {
        findings.warning(path, place(path), fact, mend);
    }

    private Place place(String path) {
        Place place = places.nearest(path);
        return place == null ? new Place(1, 1) : place;
    }
}

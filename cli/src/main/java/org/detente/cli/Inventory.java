// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.model.Case;
import org.detente.model.Claim;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.Party;
import org.detente.model.Preferences;
import org.detente.model.Region;
import org.detente.model.Source;
import org.detente.model.View;

/// What a case holds, key by key, as it was understood.
final class Inventory {
    private Inventory() {}

    /// Everything but the preferences, the agreement, the time and the views.
    ///
    /// @param source the case
    /// @param limit how many entries of a key are shown
    /// @return the listing
    static Listing basics(Case source, ListLimit limit) {
        return new Listing(limit)
                .counted("sources", source.sources().stream().map(Inventory::source).toList())
                .counted("claims", source.claims().stream().map(Inventory::claim).toList())
                .counted("parties", source.parties().stream().map(Inventory::party).toList())
                .counted("options", source.options().stream().map(Inventory::option).toList())
                .counted(
                        "rules",
                        source.rules().stream()
                                .map(r -> "%s: never %s".formatted(r.id(), r.never()))
                                .toList())
                .counted("outcomes", source.outcomes().stream().map(Inventory::outcome).toList())
                .counted("now", source.now().stream().map(Object::toString).toList())
                .counted(
                        "assumptions",
                        source.assumptions().stream()
                                .map(a -> a.id() + " " + FigureWords.of(a.figure().quantity()))
                                .toList())
                .counted(
                        "coalitions",
                        source.coalitions().stream().map(c -> String.join(" + ", c)).toList())
                .counted(
                        "unseen",
                        source.unseen().stream()
                                .map(u -> "%s does not see %s".formatted(u.party(), u.states()))
                                .toList())
                .counted("same", source.same().stream().map(s -> s.states().toString()).toList());
    }

    private static String source(Source source) {
        List<String> about = new ArrayList<>();
        if (source.kind() != null) {
            about.add(source.kind());
        }
        if (source.date() != null) {
            about.add(source.date().toString());
        }
        if (source.reliability() != null) {
            about.add("reliability " + source.reliability());
        }
        return named(source.id(), about);
    }

    private static String claim(Claim claim) {
        List<String> about = new ArrayList<>();
        about.add(lower(claim.kind()));
        if (claim.credibility() != null) {
            about.add("credibility " + claim.credibility());
        }
        if (claim.isContested()) {
            about.add("contested");
        }
        return named(claim.id(), about);
    }

    private static String party(Party party) {
        return party.role() == Party.Role.PRINCIPAL
                ? party.id()
                : named(party.id(), List.of(lower(party.role())));
    }

    private static String option(Option option) {
        StringBuilder words = new StringBuilder(option.ref().toString());
        if (!option.yesNo()) {
            words.append(" [");
            words.append(String.join(", ", option.levels().stream().map(l -> l.name()).toList()));
            words.append(']');
        }
        if (option.moves() != Option.Moves.BOTH) {
            words.append(", only ").append(lower(option.moves()));
        }
        if (option.undoSteps() > 0) {
            words.append(", undone in " + Wording.counted(option.undoSteps(), "step", "steps"));
        }
        if (option.trancheCount() > 1) {
            words.append(", in %d tranches".formatted(option.trancheCount()));
        }
        return words.toString();
    }

    private static String outcome(Outcome outcome) {
        String region =
                switch (outcome.region()) {
                    case Region.When(var condition) -> condition.toString();
                    case Region.Otherwise() -> "otherwise";
                };
        String at =
                outcome.at().isEmpty()
                        ? ""
                        : " at "
                                + String.join(
                                        ", ", outcome.at().stream().map(Object::toString).toList());
        return "%s: %s%s%s".formatted(outcome.id(), region, at, outcome.ends() ? ", ends" : "");
    }

    /// What the parties prefer, one key for each party and kind of statement.
    ///
    /// @param preferences the parties' preferences
    /// @param listing gets the keys
    /// @param prefix what stands before each key
    static void preferences(List<Preferences> preferences, Listing listing, String prefix) {
        for (Preferences each : preferences) {
            each.parts()
                    .forEach(part -> PreferenceWords.list(part, listing, prefix + each.party()));
        }
    }

    /// The views, one key for each.
    ///
    /// @param source the case
    /// @param limit how many entries of a key are shown
    /// @return the listing
    static Listing views(Case source, ListLimit limit) {
        Listing listing = new Listing(limit);
        for (View view : source.views()) {
            String prefix = view.id() + " ";
            listing.single(view.id(), view.label());
            preferences(view.preferences(), listing, prefix);
            listing.counted(
                    prefix + "assumptions",
                    view.assumptions().stream()
                            .map(a -> a.id() + " " + FigureWords.of(a.figure().quantity()))
                            .toList());
            if (view.beliefs() != null) {
                AgreementWords.beliefs(view.beliefs(), listing, prefix);
            }
            if (view.time() != null) {
                AgreementWords.time(view.time(), listing, prefix);
            }
        }
        return listing;
    }

    private static String named(String name, List<String> about) {
        return about.isEmpty() ? name : "%s (%s)".formatted(name, String.join(", ", about));
    }

    /// A constant's name as a word.
    ///
    /// @param value the constant
    /// @return its name in lower case
    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

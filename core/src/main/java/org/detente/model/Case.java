// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A crisis, written down once. Everything that refers to something by id refers to something that
/// is here: whoever makes a case has checked that.
///
/// @param formatVersion the version of the case format, 1
/// @param title its title
/// @param cutoff nothing later is known, or null
/// @param marking who may read it, as printed on every report; or null
/// @param about what it is about, or null
/// @param sources where its claims are taken from
/// @param claims who says what
/// @param parties who has a part in it
/// @param options what each party can do, in the order written: it numbers the states
/// @param rules what cannot be
/// @param outcomes named regions
/// @param now the status quo; options not named are at their first level
/// @param assumptions named uncertain numbers
/// @param preferences what each party prefers
/// @param agreement what could be agreed, or null
/// @param time how time passes, or null
/// @param coalitions parties that may move together, by id
/// @param unseen what some party does not see
/// @param same what nobody tells apart
/// @param views rival readings
public record Case(
        int formatVersion,
        String title,
        @Nullable PartialDate cutoff,
        @Nullable String marking,
        @Nullable String about,
        List<Source> sources,
        List<Claim> claims,
        List<Party> parties,
        List<Option> options,
        List<Rule> rules,
        List<Outcome> outcomes,
        List<Setting> now,
        List<Assumption> assumptions,
        List<Preferences> preferences,
        @Nullable Agreement agreement,
        @Nullable Time time,
        List<List<String>> coalitions,
        List<Unseen> unseen,
        List<Same> same,
        List<View> views) {
    /// Copies the lists.
    public Case {
        sources = List.copyOf(sources);
        claims = List.copyOf(claims);
        parties = List.copyOf(parties);
        options = List.copyOf(options);
        rules = List.copyOf(rules);
        outcomes = List.copyOf(outcomes);
        now = List.copyOf(now);
        assumptions = List.copyOf(assumptions);
        preferences = List.copyOf(preferences);
        coalitions = coalitions.stream().map(List::copyOf).toList();
        unseen = List.copyOf(unseen);
        same = List.copyOf(same);
        views = List.copyOf(views);
    }

    /// The case as a view sees it.
    ///
    /// @param view one of this case's views
    /// @return a case in which what the view gives has replaced the case's own
    public Case under(View view) {
        return new Case(
                formatVersion,
                title,
                cutoff,
                marking,
                about,
                sources,
                claims,
                parties,
                options,
                rules,
                outcomes,
                now,
                merged(assumptions, view.assumptions(), Assumption::id, (_, b) -> b),
                merged(
                        preferences,
                        view.preferences(),
                        Preferences::party,
                        Preferences::overriddenBy),
                agreement == null || view.beliefs() == null
                        ? agreement
                        : new Agreement(
                                agreement.between(),
                                agreement.covers(),
                                agreement.terms(),
                                agreement.rules(),
                                agreement.beliefs().overriddenBy(view.beliefs()),
                                agreement.breachCollapses(),
                                agreement.ratify()),
                time == null || view.time() == null ? time : time.overriddenBy(view.time()),
                coalitions,
                unseen,
                same,
                views);
    }

    /// The same case with other preferences and another agreement.
    ///
    /// @param others all preferences
    /// @param other the agreement
    /// @return another case
    public Case stating(List<Preferences> others, @Nullable Agreement other) {
        return new Case(
                formatVersion,
                title,
                cutoff,
                marking,
                about,
                sources,
                claims,
                parties,
                options,
                rules,
                outcomes,
                now,
                assumptions,
                others,
                other,
                time,
                coalitions,
                unseen,
                same,
                views);
    }

    private static <T> List<T> merged(
            List<T> own,
            List<T> overriding,
            Function<T, String> key,
            java.util.function.BinaryOperator<T> merge) {
        List<T> result = new ArrayList<>();
        for (T item : own) {
            T other = find(overriding, key, key.apply(item));
            result.add(other == null ? item : merge.apply(item, other));
        }
        for (T item : overriding) {
            if (find(own, key, key.apply(item)) == null) {
                result.add(item);
            }
        }
        return result;
    }

    private static <T> @Nullable T find(List<T> items, Function<T, String> key, String wanted) {
        for (T item : items) {
            if (key.apply(item).equals(wanted)) {
                return item;
            }
        }
        return null;
    }

    /// A party by id.
    ///
    /// @param id the id
    /// @return the party
    /// @throws IllegalArgumentException if there is none
    public Party party(String id) {
        return required(find(parties, Party::id, id), "party", id);
    }

    /// A claim by id.
    ///
    /// @param id the id
    /// @return the claim
    /// @throws IllegalArgumentException if there is none
    public Claim claim(String id) {
        return required(find(claims, Claim::id, id), "claim", id);
    }

    /// A source by id.
    ///
    /// @param id the id
    /// @return the source
    /// @throws IllegalArgumentException if there is none
    public Source source(String id) {
        return required(find(sources, Source::id, id), "source", id);
    }

    /// An outcome by id.
    ///
    /// @param id the id
    /// @return the outcome, or null if there is none
    public @Nullable Outcome outcome(String id) {
        return find(outcomes, Outcome::id, id);
    }

    /// A view by id.
    ///
    /// @param id the id
    /// @return the view, or null if there is none
    public @Nullable View view(String id) {
        return find(views, View::id, id);
    }

    /// A party's preferences.
    ///
    /// @param party the party's id
    /// @return its preferences, or null if it has none: it is then indifferent
    public @Nullable Preferences preferencesOf(String party) {
        return find(preferences, Preferences::party, party);
    }

    /// A party's options, in the order written.
    ///
    /// @param party the party's id
    /// @return its options; empty if it has none
    public List<Option> optionsOf(String party) {
        return options.stream().filter(o -> o.ref().party().equals(party)).toList();
    }

    private static <T> T required(@Nullable T item, String kind, String id) {
        if (item == null) {
            throw new IllegalArgumentException("no %s '%s' in this case".formatted(kind, id));
        }
        return item;
    }
}

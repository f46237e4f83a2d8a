// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Party;
import org.detente.model.Quantity;
import org.detente.model.Term;
import org.detente.model.Time;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// A negotiation domain with its profiles, as the negotiation platforms have it: issues with
/// values, and for each party the additive utility of every value, its reservation value and its
/// discount factor.
///
/// @param title the domain's name
/// @param issues what is negotiated, in the domain's order
/// @param profiles the parties, in the order of the profiles
record Negotiation(String title, List<Issue> issues, List<Profile> profiles) {
    /// The most values an issue may have.
    static final int MOST_VALUES = 1000;

    Negotiation {
        issues = List.copyOf(issues);
        profiles = List.copyOf(profiles);
    }

    /// What is negotiated.
    ///
    /// @param name its name
    /// @param values its values' names, no two alike
    record Issue(String name, List<String> values) {
        Issue {
            values = List.copyOf(values);
        }
    }

    /// One party's view of a domain.
    ///
    /// @param name its name
    /// @param utilities by issue and value, in the tool's own scale: they add up to the utility
    /// @param reservation what no agreement is worth to it
    /// @param discount its discount factor, or null if time costs it nothing
    /// @param discountNote what the tool means by it
    record Profile(
            String name,
            List<double[]> utilities,
            double reservation,
            @Nullable Double discount,
            String discountNote) {
        Profile {
            utilities = List.copyOf(utilities);
        }
    }

    /// The case: issues as terms of an agreement, utilities as points.
    Case toCase() {
        Words.Ids partyIds = new Words.Ids("party");
        List<Party> parties = new ArrayList<>();
        for (Profile profile : profiles) {
            parties.add(
                    new Party(
                            partyIds.of(profile.name),
                            profile.name,
                            null,
                            Party.Role.PRINCIPAL,
                            null,
                            Basis.ASSUMED));
        }
        List<String> ids = parties.stream().map(Party::id).toList();
        SequencedMap<String, Figure> reservations = new LinkedHashMap<>();
        SequencedMap<String, Figure> patience = new LinkedHashMap<>();
        for (int p = 0; p < ids.size(); p++) {
            Profile profile = profiles.get(p);
            reservations.put(ids.get(p), figure(profile.reservation, null));
            if (profile.discount != null) {
                patience.put(ids.get(p), figure(profile.discount, profile.discountNote));
            }
        }
        Agreement agreement =
                new Agreement(
                        ids,
                        List.of(),
                        terms(ids),
                        List.of(),
                        new Agreement.Beliefs(
                                new Fallback.Values(reservations),
                                new LinkedHashMap<>(),
                                null,
                                List.of(),
                                new LinkedHashMap<>()),
                        false,
                        new LinkedHashMap<>());
        return NewCase.ofAgreement(
                title, parties, agreement, patience.isEmpty() ? null : time(patience));
    }

    private static Time time(SequencedMap<String, Figure> patience) {
        return new Time(
                null, null, patience, new LinkedHashMap<>(), new LinkedHashMap<>(), List.of());
    }

    private List<Term> terms(List<String> parties) {
        Words.Ids termIds = new Words.Ids("issue");
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < issues.size(); i++) {
            Issue issue = issues.get(i);
            List<Level> levels = new ArrayList<>();
            for (String value : issue.values) {
                levels.add(new Level(value, null, null, Basis.ASSUMED));
            }
            SequencedMap<String, List<Worth.LevelWorth>> values = new LinkedHashMap<>();
            for (int p = 0; p < parties.size(); p++) {
                List<Worth.LevelWorth> worths = new ArrayList<>();
                for (int v = 0; v < issue.values.size(); v++) {
                    worths.add(
                            new Worth.LevelWorth(
                                    issue.values.get(v),
                                    figure(profiles.get(p).utilities.get(i)[v], null)));
                }
                values.put(parties.get(p), worths);
            }
            String id = termIds.of(issue.name);
            terms.add(
                    new Term(
                            new ItemRef.TermRef(id),
                            issue.name.equals(id) ? null : issue.name,
                            levels,
                            values,
                            Basis.ASSUMED));
        }
        return terms;
    }

    private static Figure figure(double value, @Nullable String note) {
        return new Figure(
                new Quantity.Exact(value, false),
                note == null ? Basis.ASSUMED : new Basis(List.of(), note));
    }
}

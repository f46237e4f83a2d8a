// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.compile.AgreementForm;
import org.detente.compile.Factor;
import org.detente.compile.StateSpace;
import org.detente.compile.Worths;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;

/// A party outside an agreement, and what its best move goes by in one view of the case.
///
/// @param mover its index among the movers
/// @param id its id
/// @param by what it goes by
/// @param numbers the uncertain numbers that its points rest on; none where it goes by something
///   else
/// @param compares whether it compares things, beside what it goes by
/// @param beside what else it states, by the keys of the case
record Outsider(
        int mover, String id, By by, List<Factor> numbers, boolean compares, List<String> beside) {
    /// What the best move of a party outside goes by.
    enum By {
        /// Statements, most important first.
        ORDER,
        /// A ranking of states.
        RANKING,
        /// Its points, terms counting as the agreement has them.
        POINTS,
        /// Nothing that says what it would do.
        NOTHING
    }

    /// Copies the lists.
    Outsider {
        numbers = List.copyOf(numbers);
        beside = List.copyOf(beside);
    }

    /// The parties outside that have options.
    ///
    /// @param form the agreement as the view has it
    /// @return them, by their indices among the movers
    static List<Outsider> of(AgreementForm form) {
        List<Outsider> found = new ArrayList<>();
        StateSpace space = form.model().space();
        for (int mover = 0; mover < space.moverCount(); mover++) {
            String id = space.movers().get(mover).id();
            if (!form.signatories().contains(id)) {
                found.add(of(form, mover, id));
            }
        }
        return List.copyOf(found);
    }

    private static Outsider of(AgreementForm form, int mover, String id) {
        By by =
                switch (Taste.of(form, mover)) {
                    case Taste.Ordered _ -> By.ORDER;
                    case Taste.Ranked _ -> By.RANKING;
                    case Taste.Valued _ -> By.POINTS;
                    case Taste.Indifferent _ -> By.NOTHING;
                };
        Preferences own = form.model().source().preferencesOf(id);
        List<String> beside = new ArrayList<>();
        boolean compares = false;
        for (PreferencePart part : own == null ? List.<PreferencePart>of() : own.parts()) {
            String key =
                    switch (part) {
                        case PreferencePart.Order _ -> by == By.ORDER ? "" : "order";
                        case PreferencePart.Ranking _ -> by == By.RANKING ? "" : "ranking";
                        case PreferencePart.Values _ -> by == By.POINTS ? "" : "values";
                        case PreferencePart.Once _ -> by == By.POINTS ? "" : "once";
                        case PreferencePart.Prefer _ -> "prefer";
                        case PreferencePart.Swings _ -> "swings";
                        case PreferencePart.Packages _ -> "packages";
                        case PreferencePart.RedLines _ -> ""; // a ratifier's; of no move
                    };
            compares |= key.equals("prefer") || key.equals("swings") || key.equals("packages");
            if (!key.isEmpty()) {
                beside.add(key);
            }
        }
        if (by != By.POINTS
                && Worths.isStated(form, id)
                && !beside.contains("values")
                && !beside.contains("once")) {
            beside.add("values"); // beside terms
        }
        return new Outsider(
                mover, id, by, by == By.POINTS ? form.factorsOf(id) : List.of(), compares, beside);
    }

    /// Whether its points rest on a number.
    boolean restsOn(Factor factor) {
        return numbers.stream().anyMatch(f -> f.path().equals(factor.path()));
    }

    /// Whether it goes by points some of which are uncertain.
    boolean isUncertain() {
        return !numbers.isEmpty();
    }
}

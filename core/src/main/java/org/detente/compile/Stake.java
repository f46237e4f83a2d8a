// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Figure;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Term;
import org.detente.model.Worth;

/// Points that a party gives to something, and where they are written.
///
/// @param worth the points
/// @param root what the paths of its numbers start with
/// @param once whether they are paid once, when the condition becomes true, instead of per step
record Stake(Worth worth, String root, boolean once) {
    /// All that a party gives points to: its `values`, its `once`, and its values beside terms.
    ///
    /// @param source the case
    /// @param party the party's id
    /// @return the stakes, in the order of the case
    static List<Stake> of(Case source, String party) {
        List<Stake> stakes = new ArrayList<>();
        Preferences preferences = source.preferencesOf(party);
        if (preferences != null) {
            PreferencePart.Values values = preferences.part(PreferencePart.Values.class);
            if (values != null) {
                values.worths().forEach(w -> stakes.add(new Stake(w, Points.root(party), false)));
            }
            PreferencePart.Once once = preferences.part(PreferencePart.Once.class);
            if (once != null) {
                String root = "preferences.%s.once.".formatted(party);
                once.amounts().forEach(w -> stakes.add(new Stake(w, root, true)));
            }
        }
        Agreement agreement = source.agreement();
        if (agreement != null) {
            for (Term term : agreement.terms()) {
                List<Worth.LevelWorth> levels = term.values().get(party);
                if (levels != null) {
                    String root =
                            "agreement.terms.%s.values.%s.".formatted(term.ref().name(), party);
                    stakes.add(new Stake(new Worth.OfItem(term.ref(), levels), root, false));
                }
            }
        }
        return stakes;
    }

    /// The path of a level's points.
    ///
    /// @param item the item they belong to
    /// @param level the level
    /// @return the path
    String path(Worth.OfItem item, Worth.LevelWorth level) {
        return root.startsWith("preferences.")
                ? root + item.item() + "." + level.level()
                : root + level.level();
    }

    /// Adds the uncertain numbers among the points.
    ///
    /// @param factors gets them
    void addTo(Factors factors) {
        switch (worth) {
            case Worth.OfItem item ->
                    item.levels().forEach(l -> factors.add(l.points(), path(item, l)));
            case Worth.OfCondition(var condition, Figure points) ->
                    factors.add(points, root + condition);
        }
    }
}

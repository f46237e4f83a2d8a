// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ProposesPackages.Proposed;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.Monitoring;
import org.detente.compile.PackageItem;
import org.detente.compile.StateSpace;
import org.detente.compile.Worths;
import org.detente.math.PackageSpace;
import org.detente.model.Agreement;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;

/// One reading of a case with all that tests of agreements look up. Signatories go by their index
/// in the agreement.
final class Ground {
    private final String name;
    private final AgreementForm form;
    private final Proposed proposed;
    private final Worths worths;
    private final Monitoring monitoring;
    private final Punishments punishments;
    private final boolean collapses;
    private final PackageSpace space;
    private final int[] movers;
    private final double[] scales;
    private final boolean[] gainsNothing;
    private final double[] fallback;
    private final int[] itemOptions;

    private Ground(
            String name,
            AgreementForm form,
            Proposed proposed,
            Punishments punishments,
            boolean collapses) {
        this.name = name;
        this.form = form;
        this.proposed = proposed;
        this.collapses = collapses;
        this.space = form.space(proposed.parties(), _ -> true);
        CompiledCase model = form.model();
        List<String> signatories = form.signatories();
        this.worths = punishments.worths();
        this.monitoring = Monitoring.of(form);
        this.punishments = punishments;
        this.movers = signatories.stream().mapToInt(model.space()::moverIndex).toArray();
        this.scales = new double[signatories.size()];
        this.gainsNothing = new boolean[signatories.size()];
        this.fallback = signatories.stream().mapToDouble(form::fallback).toArray();
        for (int party = 0; party < scales.length; party++) {
            double hope = proposed.best().get(party) - proposed.fallback().get(party);
            double range = proposed.range().get(party);
            double rounding = Kept.ROUNDING * Math.max(1, Math.abs(proposed.best().get(party)));
            gainsNothing[party] = hope <= rounding && !proposed.packages().isEmpty();
            scales[party] = hope > rounding ? hope : range > rounding ? range : 1;
        }
        this.itemOptions =
                form.items().stream().mapToInt(i -> model.space().indexOf(i.ref())).toArray();
    }

    /// A reading.
    ///
    /// @param name what it is called
    /// @param form the agreement with its numbers
    /// @param proposed what stands out among its packages
    /// @param stable the states that last
    static Ground of(String name, AgreementForm form, Proposed proposed, StableSlices stable) {
        Agreement agreement = form.model().source().agreement();
        return new Ground(
                name,
                form,
                proposed,
                new Punishments(form.model(), Worths.of(form, form.signatories()), stable),
                agreement != null && agreement.breachCollapses());
    }

    /// The same reading with some numbers elsewhere; what packages stand out, and the measures of
    /// margins, stay.
    ///
    /// @param moved the agreement with other numbers
    /// @param stable the states that last there
    Ground with(AgreementForm moved, StableSlices stable) {
        return of(name, moved, proposed, stable);
    }

    /// The same reading with other numbers in `time` only.
    ///
    /// @param moved the agreement, in which all points are the same
    Ground withTime(AgreementForm moved) {
        return new Ground(name, moved, proposed, punishments, collapses);
    }

    String name() {
        return name;
    }

    AgreementForm form() {
        return form;
    }

    CompiledCase model() {
        return form.model();
    }

    StateSpace space() {
        return form.model().space();
    }

    Proposed proposed() {
        return proposed;
    }

    Worths worths() {
        return worths;
    }

    Monitoring monitoring() {
        return monitoring;
    }

    Punishments punishments() {
        return punishments;
    }

    int partyCount() {
        return movers.length;
    }

    String party(int party) {
        return form.signatories().get(party);
    }

    /// A signatory's index among the movers, or -1 if it has no options.
    int mover(int party) {
        return movers[party];
    }

    /// The most a signatory could gain over no agreement, by which its margins are divided.
    double scale(int party) {
        return scales[party];
    }

    /// Whether a signatory can gain nothing by any acceptable package, so that its margins are
    /// divided by how far its points lie apart instead.
    boolean gainsNothing(int party) {
        return gainsNothing[party];
    }

    /// What no agreement is worth to a signatory, with this reading's numbers.
    double fallback(int party) {
        return fallback[party];
    }

    /// Whether somebody's points depend on its patience, because amounts are paid once.
    boolean countsOnce() {
        return form.signatories().stream()
                .anyMatch(party -> {
                    Preferences own = model().source().preferencesOf(party);
                    return own != null && own.part(PreferencePart.Once.class) != null;
                });
    }

    /// Whether a seen breach brings what no agreement brings.
    boolean collapses() {
        return collapses;
    }

    /// The same reading in which a seen breach brings what no agreement brings.
    Ground collapsing() {
        return new Ground(name, form, proposed, punishments, true);
    }

    double patience(int party) {
        return monitoring.patience(party(party));
    }

    /// Whether every signatory's patience is stated.
    boolean hasPatience() {
        for (int party = 0; party < movers.length; party++) {
            if (Double.isNaN(patience(party))) {
                return false;
            }
        }
        return true;
    }

    /// The option behind an item, or -1 for a term.
    int option(int item) {
        return itemOptions[item];
    }

    /// The levels of the terms in a package.
    ///
    /// @param levels a level index for each item
    int[] terms(int[] levels) {
        int count = 0;
        for (int option : itemOptions) {
            count += option < 0 ? 1 : 0;
        }
        int[] terms = new int[count];
        int at = 0;
        for (int item = 0; item < levels.length; item++) {
            if (itemOptions[item] < 0) {
                terms[at++] = levels[item];
            }
        }
        return terms;
    }

    /// The chance that a signatory's compliance looks like a breach within a step.
    double falseAlarm(int party) {
        List<Integer> own = new ArrayList<>();
        for (int item = 0; item < itemOptions.length; item++) {
            int option = itemOptions[item];
            if (option >= 0 && space().moverOf(option) == movers[party]) {
                own.add(option);
            }
        }
        return monitoring.falseAlarm(own);
    }

    /// Whether a package is allowed and gives every side what it must get.
    ///
    /// @param levels a level index for each item
    boolean isAcceptable(int[] levels) {
        if (!space.allows(levels)) {
            return false;
        }
        for (int party = 0; party < proposed.parties().size(); party++) {
            double floor = proposed.floor().get(party);
            double tolerance = Kept.ROUNDING * Math.max(1, Math.abs(floor));
            if (space.value(party, levels) < floor - tolerance) {
                return false;
            }
        }
        return true;
    }

    /// The packages, with the points of those who must agree.
    PackageSpace packages() {
        return space;
    }

    /// The items' levels at the status quo, terms at their first.
    int[] nowLevels() {
        return form.items().stream().mapToInt(PackageItem::nowIndex).toArray();
    }
}

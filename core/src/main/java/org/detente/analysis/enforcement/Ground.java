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
import org.jspecify.annotations.Nullable;

/// One reading of a case with all that tests of agreements look up. Signatories go by their index
/// in the agreement.
final class Ground {
    /// What adding up points may leave of a difference that is none, as a share of their size.
    private static final double NOISE = 1e-12;

    /// What a signatory's margins are divided by, so that its own scale does not matter.
    enum Measure {
        /// The most it could gain over no agreement by an acceptable package.
        HOPE("gain"),
        /// There is nothing to gain for it: how far its points lie apart among the efficient
        /// packages and its floor.
        RANGE("range"),
        /// Those do not lie apart either: all that it has at stake, the sum over everything it
        /// values of the largest less the least; or how far no agreement is from `now`, if that is
        /// more.
        STAKE("stake"),
        /// Nothing makes any difference to it, so that all its margins are 0.
        NOTHING("nothing");

        private final String key;

        Measure(String key) {
            this.key = key;
        }

        /// Its key in data.
        String key() {
            return key;
        }
    }

    private final String name;
    private final AgreementForm form;
    private final Proposed proposed;
    private final Worths worths;
    private final Monitoring monitoring;
    private final Punishments punishments;
    private final boolean collapses;
    private volatile @Nullable PackageSpace packages;
    private final int[] movers;
    private final double[] scales;
    private final double[] roundings;
    private final Measure[] measures;
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
        CompiledCase model = form.model();
        List<String> signatories = form.signatories();
        this.worths = punishments.worths();
        this.monitoring = Monitoring.of(form);
        this.punishments = punishments;
        this.movers = signatories.stream().mapToInt(model.space()::moverIndex).toArray();
        this.scales = new double[signatories.size()];
        this.roundings = new double[signatories.size()];
        this.measures = new Measure[signatories.size()];
        this.fallback = signatories.stream().mapToDouble(form::fallback).toArray();
        for (int party = 0; party < scales.length; party++) {
            double here = worths.outside(party, model.now());
            double stake = Math.max(worths.span(party), Math.abs(here - fallback[party]));
            double size = Math.max(Math.abs(here), Math.abs(fallback[party]));
            roundings[party] = Math.max(Kept.ROUNDING * stake, NOISE * size);
            double hope = proposed.best().get(party) - proposed.fallback().get(party);
            double range = proposed.range().get(party);
            measures[party] =
                    hope > roundings[party] && !proposed.packages().isEmpty()
                            ? Measure.HOPE
                            : range > roundings[party]
                                    ? Measure.RANGE
                                    : stake > NOISE * size ? Measure.STAKE : Measure.NOTHING;
            scales[party] =
                    switch (measures[party]) {
                        case HOPE -> hope;
                        case RANGE -> range;
                        case STAKE -> stake;
                        case NOTHING -> 1;
                    };
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

    /// The same reading with other numbers where they change no signatory's points and no
    /// punishment.
    ///
    /// @param moved the agreement, in which all points of signatories are the same
    Ground withSamePoints(AgreementForm moved) {
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

    /// What a signatory's margins are divided by: the most it could gain over no agreement, or what
    /// stands in for that.
    double scale(int party) {
        return scales[party];
    }

    /// Which of these it is.
    Measure measure(int party) {
        return measures[party];
    }

    /// Points of a signatory that differ by no more than this are alike: a share of all that it has
    /// at stake, so that its own scale does not matter.
    double rounding(int party) {
        return roundings[party];
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
        PackageSpace space = packages();
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
        PackageSpace known = packages;
        if (known == null) {
            known = form.space(proposed.parties(), _ -> true);
            packages = known; // the same whoever is first
        }
        return known;
    }

    /// The items' levels at the status quo, terms at their first.
    int[] nowLevels() {
        return form.items().stream().mapToInt(PackageItem::nowIndex).toArray();
    }
}

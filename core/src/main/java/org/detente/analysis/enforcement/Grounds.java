// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.FindsStableStates;
import org.detente.analysis.Parallel;
import org.detente.analysis.ProposesPackages;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.Factor;
import org.detente.compile.Monitoring;
import org.detente.compile.Readings;
import org.detente.compile.StateSet;
import org.detente.model.View;
import org.jspecify.annotations.Nullable;

/// Makes the readings of a case in which agreements are tested.
final class Grounds {
    private final ProposesPackages proposer;
    private final FindsStableStates stability;
    private final AnalysisOptions options;
    private final Ground centre;
    private final Set<String> ordinal = new HashSet<>();
    private final Set<String> signatories = new HashSet<>();
    private final Map<List<Integer>, List<Boolean>> keptInDrawn = new HashMap<>();
    private @Nullable List<Ground> views;
    private @Nullable Readings readings;
    private @Nullable Firmness firmness;
    private boolean isFirmnessKnown;

    /// The readings that one run looked at, for the analyses that follow.
    private record Known(AnalysisOptions options, Grounds grounds) {}

    /// The readings of a case, made once for all analyses that are asked the same.
    ///
    /// @param model the case
    /// @param proposer says which packages stand out
    /// @param stability says which states last
    /// @param options bounds and seed
    static Grounds of(
            CompiledCase model,
            ProposesPackages proposer,
            FindsStableStates stability,
            AnalysisOptions options) {
        Known known =
                model.derived(
                        Known.class,
                        () -> new Known(options, new Grounds(model, proposer, stability, options)));
        return known.options().equals(options)
                ? known.grounds()
                : new Grounds(model, proposer, stability, options);
    }

    /// Readings of a case.
    ///
    /// @param model the case
    /// @param proposer says which packages stand out
    /// @param stability says which states last
    /// @param options bounds and seed
    private Grounds(
            CompiledCase model,
            ProposesPackages proposer,
            FindsStableStates stability,
            AnalysisOptions options) {
        this.proposer = proposer;
        this.stability = stability;
        this.options = options;
        AgreementForm form = AgreementForm.of(model);
        this.centre =
                Ground.of(
                        ownName(model),
                        form,
                        proposer.propose(form, options),
                        slices(model, model));
        model.ordinalFactors().forEach(f -> ordinal.add(f.path()));
    }

    private static String ownName(CompiledCase model) {
        View view = model.view();
        return view == null ? "the case as written" : view.label();
    }

    /// The case as written, or the view it was compiled under, every number at its centre.
    Ground centre() {
        return centre;
    }

    /// What fairness costs in firmness at the centre, where that can be told.
    synchronized @Nullable Firmness firmness() {
        if (!isFirmnessKnown) {
            firmness = Chosen.firmness(centre, options);
            isFirmnessKnown = true;
        }
        return firmness;
    }

    /// The views of the case; none if it was compiled under one.
    synchronized List<Ground> views() {
        List<Ground> known = views;
        if (known == null) {
            known = List.copyOf(madeViews());
            views = known;
        }
        return known;
    }

    private List<Ground> madeViews() {
        CompiledCase model = centre.model();
        List<Ground> grounds = new ArrayList<>();
        if (model.view() == null) {
            for (View view : model.source().views()) {
                CompiledCase viewed = model.under(view);
                AgreementForm own = centre.form().under(viewed);
                grounds.add(
                        Ground.of(
                                view.label(),
                                own,
                                proposer.propose(own, options),
                                slices(viewed, model)));
            }
        }
        return grounds;
    }

    /// The uncertain numbers that a standing agreement rests on, those of `time` first.
    List<Factor> factors() {
        return factors(centre, List.of());
    }

    /// The uncertain numbers that a standing agreement and what parties outside do about it rest
    /// on, those of `time` first and those of the parties outside alone last.
    ///
    /// @param ground the case as written, or a view
    /// @param outsiders parties outside as it has them
    List<Factor> factors(Ground ground, List<Outsider> outsiders) {
        SequencedMap<String, Factor> factors = new LinkedHashMap<>();
        Monitoring.factors(ground.form()).forEach(f -> factors.putIfAbsent(f.path(), f));
        ground.form().factors().forEach(f -> factors.putIfAbsent(f.path(), f));
        for (Outsider outsider : outsiders) {
            outsider.numbers().forEach(f -> factors.putIfAbsent(f.path(), f));
        }
        return List.copyOf(factors.values());
    }

    /// The case as written with one number elsewhere.
    ///
    /// @param factor the number
    /// @param end where along its range
    Ground at(Factor factor, Factor.Position end) {
        AgreementForm moved = centre.form().with(Map.of(factor.path(), factor.at(end)));
        CompiledCase model = centre.model();
        boolean reorders = ordinal.contains(factor.path());
        boolean isOfTime = factor.path().startsWith("time.") && !centre.countsOnce();
        if (!reorders && (isOfTime || !isSignatories(factor))) {
            return centre.withSamePoints(moved);
        }
        return centre.with(moved, slices(reorders ? model.at(factor, end) : model, model));
    }

    /// Whether a number is one of those that a standing agreement rests on, not one of a party
    /// outside alone.
    private synchronized boolean isSignatories(Factor factor) {
        if (signatories.isEmpty()) {
            factors().forEach(f -> signatories.add(f.path()));
        }
        return signatories.contains(factor.path());
    }

    /// How many readings are drawn.
    static final int DRAWN = 100;

    /// In larger products, what lasts is not looked at again for every reading that is drawn.
    private static final int MOST_STATES = 4096;

    /// Readings in which every uncertain number is drawn from its range, such that they fit what
    /// the signatories and ratifiers state.
    synchronized Readings readings() {
        Readings known = readings;
        if (known == null) {
            known =
                    Readings.of(
                            centre.form(), factors(), options.seed(), DRAWN, options.threadCount());
            readings = known;
        }
        return known;
    }

    /// Readings in which the numbers of parties outside are drawn too, such that they also fit what
    /// those state that go by points.
    ///
    /// @param ground the case as written, or a view
    /// @param outsiders parties outside as it has them
    Readings readings(Ground ground, List<Outsider> outsiders) {
        List<Factor> own = factors(ground, List.of());
        List<Factor> all = factors(ground, outsiders);
        List<String> comparing =
                outsiders.stream()
                        .filter(o -> o.by() == Outsider.By.POINTS && o.compares())
                        .map(Outsider::id)
                        .filter(id -> !ground.form().ratifiers().contains(id))
                        .toList();
        return ground == centre && all.size() == own.size() && comparing.isEmpty()
                ? readings()
                : Readings.of(
                        ground.form(),
                        comparing,
                        all,
                        options.seed(),
                        DRAWN,
                        options.threadCount());
    }

    /// The case as written in a reading that was drawn.
    ///
    /// @param readings the readings
    /// @param index which
    Ground drawn(Readings readings, int index) {
        return drawn(centre, readings, index);
    }

    /// The case, or one of its views, in a reading that was drawn.
    ///
    /// @param ground the case as written, or a view
    /// @param readings readings of it
    /// @param index which
    Ground drawn(Ground ground, Readings readings, int index) {
        AgreementForm moved = readings.form(index);
        CompiledCase model = ground.model();
        boolean reorders =
                model.space().product() <= MOST_STATES && !model.ordinalFactors().isEmpty();
        return ground.with(
                moved, slices(reorders ? model.with(readings.given(index)) : model, model));
    }

    /// In which of [#readings] packages are kept while all parties outside leave them alone; found
    /// once for all analyses.
    ///
    /// @param packages the packages
    /// @return for each package one answer for each reading; none for one that cannot stand
    synchronized List<List<Boolean>> keptInDrawn(List<Chosen> packages) {
        Readings drawn = readings();
        List<Chosen> open =
                packages.stream()
                        .filter(c -> c.isPossible() && !keptInDrawn.containsKey(c.levels()))
                        .toList();
        List<List<Boolean>> found =
                Parallel.map(
                        open.isEmpty() ? 0 : drawn.size(),
                        options.threadCount(),
                        index -> {
                            Ground there = drawn(drawn, index);
                            StandingTest test = new StandingTest(there);
                            return open.stream()
                                    .map(c -> test.isKept(c.state(), there.terms(c.levelArray())))
                                    .toList();
                        });
        for (int k = 0; k < open.size(); k++) {
            int own = k;
            keptInDrawn.put(
                    open.get(k).levels(), found.stream().map(reading -> reading.get(own)).toList());
        }
        return packages.stream()
                .map(c ->
                        c.isPossible()
                                ? keptInDrawn.getOrDefault(c.levels(), List.of())
                                : List.<Boolean>of())
                .toList();
    }

    private StableSlices slices(CompiledCase model, CompiledCase like) {
        return model.derived(
                StableSlices.class,
                () ->
                        new StableSlices(
                                model.space(),
                                stable(model, like, FindsStableStates.Sense.NASH),
                                stable(model, like, FindsStableStates.Sense.SEQUENTIAL)));
    }

    private StateSet stable(CompiledCase model, CompiledCase like, FindsStableStates.Sense sense) {
        return model == like
                ? stability.stable(model, sense, options)
                : stability.stableLike(model, like, sense, options);
    }
}

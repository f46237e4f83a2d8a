// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.detente.analysis.AgreementQuestions;
import org.detente.analysis.Analysis;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.AnalysisResult;
import org.detente.analysis.JudgesStates;
import org.detente.analysis.Progress;
import org.detente.analysis.ProposesPackages;
import org.detente.analysis.StateVerdict;
import org.detente.analysis.agreements.stated.StatedFindings;
import org.detente.analysis.agreements.stated.StatedResult;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.PackageBan;
import org.detente.math.FrontierLimits;
import org.detente.math.PackageCount;
import org.detente.math.PackageSpace;
import org.detente.math.SearchLimitException;
import org.detente.model.Case;
import org.detente.model.ModelError;
import org.detente.model.Problem;
import org.detente.model.View;

/// Which packages every signatory prefers to no agreement, which of them are efficient, and which
/// the classic solutions single out: multi-issue bargaining.
///
/// The Pareto frontier is exact [org.detente.math.ParetoSearch]; Nash [Nash1950] and
/// Kalai–Smorodinsky [Kalai1975] are computed on it. Where a case has views, each is solved; where
/// points or beliefs are ranges, each range is looked at at both ends, one at a time.
public final class AgreementsAnalysis implements Analysis, ProposesPackages {
    private final JudgesStates judge;

    /// The analysis.
    ///
    /// @param judge says of a package's state whether it would last
    public AgreementsAnalysis(JudgesStates judge) {
        this.judge = judge;
    }

    @Override
    public String name() {
        return "agreements";
    }

    @Override
    public String question() {
        return "Is there a package that all sides prefer to no deal, and which?";
    }

    @Override
    public String method() {
        return "multi-issue bargaining, Pareto frontier, bargaining solutions";
    }

    @Override
    public List<String> missing(Case source) {
        List<String> missing = AgreementForm.missing(source);
        return missing.isEmpty() ? missing : StatedQuestions.silent(source, missing);
    }

    @Override
    public AnalysisResult analyze(CompiledCase model, AnalysisOptions options, Progress progress) {
        List<String> missing = AgreementForm.missing(model.source());
        if (!missing.isEmpty()) {
            StatedFindings stated = StatedQuestions.alone(model, ownName(model), options);
            progress.report("agreements: readings drawn from statements", 0, 0);
            Sampled sampled = Sampled.of(AgreementForm.of(model), stated, options);
            return new StatedResult(
                    stated, missing, sampled == null ? null : SampledData.part(sampled));
        }
        return bargained(model, options, progress);
    }

    /// The packages and solutions that points and beliefs give.
    ///
    /// @param model a case of which [AgreementForm#missing] says that nothing is
    /// @param options bounds and seed
    /// @param progress is told how far the work is
    /// @return the result
    public AgreementsResult bargained(
            CompiledCase model, AnalysisOptions options, Progress progress) {
        try {
            return found(model, options, progress);
        } catch (SearchLimitException entangled) {
            throw new ModelError(
                    "case.yaml",
                    List.of(
                            Problem.error(
                                    "agreement",
                                    "its values and rules tie so many items together that the packages can be neither split up nor tried one by one (%s)"
                                            .formatted(entangled.getMessage()),
                                    "Let conditions in values, rules and red lines mention fewer items")));
        }
    }

    private AgreementsResult found(CompiledCase model, AnalysisOptions options, Progress progress) {
        AgreementQuestions questions = options.questions().agreements();
        FrontierLimits limits =
                new FrontierLimits(
                        options.bounds().maxFrontier(),
                        FrontierLimits.DEFAULT.maxCells(),
                        options.threadCount());
        progress.report("agreements: frontier", 0, 0);
        AgreementForm form = AgreementForm.of(model);
        Solved own =
                Solved.of(
                        ownName(model),
                        form,
                        limits,
                        questions.egalitarian(),
                        questions.utilitarian());
        List<Solved> views = views(model, form, limits, questions);
        progress.report("agreements: ends of ranges", 0, 0);
        Ends ends = Ends.of(own, limits, options.threadCount());
        List<Solved> readings = new ArrayList<>();
        readings.add(own);
        readings.addAll(views);
        Proposals proposals = proposals(own, ends, views);
        StatedFindings stated = StatedQuestions.beside(own, views, proposals, questions, options);
        progress.report("agreements: readings drawn from statements", 0, 0);
        return new AgreementsResult(
                new AgreementsFindings(
                        own,
                        views,
                        counts(own, limits),
                        own.isOpen() ? null : ClosedZone.of(own.bargain(), limits),
                        ends,
                        Levers.of(own, questions.lever(), limits),
                        proposals,
                        verdicts(own, proposals, options),
                        proposals.proposals().isEmpty()
                                ? null
                                : Logrolling.around(
                                        own.bargain(),
                                        own.bargain()
                                                .levels(proposals.proposals().getFirst().point())),
                        questions.packages().stream().map(p -> LookedUp.of(p, readings)).toList(),
                        options.bounds().maxFrontier(),
                        stated,
                        stated == null ? null : Sampled.of(form, stated, options)));
    }

    private static String ownName(CompiledCase model) {
        View view = model.view();
        return view == null ? "the case as written" : view.label();
    }

    private static List<Solved> views(
            CompiledCase model,
            AgreementForm form,
            FrontierLimits limits,
            AgreementQuestions questions) {
        List<Solved> views = new ArrayList<>();
        if (model.view() == null) {
            for (View view : model.source().views()) {
                views.add(
                        Solved.of(
                                view.label(),
                                form.under(model.under(view)),
                                limits,
                                questions.egalitarian(),
                                questions.utilitarian()));
            }
        }
        return views;
    }

    private static Proposals proposals(Solved own, Ends ends, List<Solved> views) {
        List<Bargain> readings = new ArrayList<>();
        ends.effects().forEach(e -> readings.add(e.solved().bargain()));
        views.forEach(v -> readings.add(v.bargain()));
        List<String> names =
                own.bargain().parties().stream()
                        .map(p -> own.form().model().source().party(p).name())
                        .toList();
        return Proposals.of(own, readings, names);
    }

    private static AgreementsFindings.Counts counts(Solved own, FrontierLimits limits) {
        Bargain bargain = own.bargain();
        double[] floors = new double[bargain.parties().size()];
        for (int party = 0; party < floors.length; party++) {
            floors[party] = bargain.floor(party) - bargain.tolerance(party);
        }
        PackageSpace common = own.form().space(List.of(), PackageBan::isCommon);
        return new AgreementsFindings.Counts(
                PackageCount.allowed(common),
                bargain.frontier().allowedCount(),
                PackageCount.atLeast(
                        bargain.space(),
                        floors,
                        new FrontierLimits(
                                FrontierLimits.DEFAULT.maxFrontier(),
                                limits.maxCells(),
                                limits.threadCount())));
    }

    private List<StateVerdict> verdicts(Solved own, Proposals proposals, AnalysisOptions options) {
        CompiledCase model = own.form().model();
        if (model.space().optionCount() == 0 || proposals.proposals().isEmpty()) {
            return List.of();
        }
        Set<Integer> states = new TreeSet<>();
        for (Proposals.Proposal proposal : proposals.proposals()) {
            states.add(own.form().stateOf(own.bargain().levels(proposal.point())));
        }
        return judge.judge(model, List.copyOf(states), options);
    }

    @Override
    public Proposed propose(AgreementForm form, AnalysisOptions options) {
        FrontierLimits limits =
                new FrontierLimits(
                        options.bounds().maxFrontier(),
                        FrontierLimits.DEFAULT.maxCells(),
                        options.threadCount());
        Solved solved = Solved.of("", form, limits, false, false);
        Bargain bargain = solved.bargain();
        List<Named> packages = new ArrayList<>();
        for (Solved.Solution solution :
                List.of(Solved.Solution.NASH, Solved.Solution.KALAI_SMORODINSKY)) {
            if (solved.isOpen()) {
                packages.add(
                        new Named(
                                List.of(solution.key()),
                                List.of(solution.label()),
                                Levels.list(solved.levels(solution))));
            }
        }
        List<Double> fallback = new ArrayList<>();
        List<Double> floor = new ArrayList<>();
        List<Double> best = new ArrayList<>();
        List<Double> range = new ArrayList<>();
        for (int party = 0; party < bargain.parties().size(); party++) {
            double most = bargain.floor(party);
            for (int point : bargain.zone()) {
                most = Math.max(most, bargain.value(point, party));
            }
            fallback.add(bargain.fallback(party));
            floor.add(bargain.floor(party));
            best.add(most);
            range.add(bargain.scale(party));
        }
        return new Proposed(packages, bargain.parties(), fallback, floor, best, range);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.analysis.Analysis;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.FindsStableStates;
import org.detente.analysis.Parallel;
import org.detente.analysis.Progress;
import org.detente.analysis.ProposesPackages;
import org.detente.analysis.enforcement.EnforcementFindings.EndStanding;
import org.detente.analysis.enforcement.EnforcementFindings.Standing;
import org.detente.analysis.enforcement.EnforcementFindings.ViewStanding;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.Factor;
import org.detente.compile.Readings;
import org.detente.model.Case;
import org.jspecify.annotations.Nullable;

/// Whether the parties would keep an agreement, and in which order of steps it is safest to carry
/// out.
///
/// Every breach of a standing package is weighed in repeated play against what follows once it is
/// seen; what follows must itself be stable. The order of steps has the largest smallest margin
/// over all ways from `now` to the package.
public final class EnforcementAnalysis implements Analysis {
    private final ProposesPackages proposer;
    private final FindsStableStates stability;

    /// The analysis.
    ///
    /// @param proposer says which packages stand out
    /// @param stability says which states last, and so which punishments are credible
    public EnforcementAnalysis(ProposesPackages proposer, FindsStableStates stability) {
        this.proposer = proposer;
        this.stability = stability;
    }

    @Override
    public String name() {
        return "enforcement";
    }

    @Override
    public String question() {
        return "Would each side keep it, and in what order should it be carried out?";
    }

    @Override
    public String method() {
        return "repeated play with imperfect detection, reciprocal steps";
    }

    @Override
    public List<String> missing(Case source) {
        List<String> missing = new ArrayList<>(AgreementForm.missing(source));
        if (source.options().isEmpty()) {
            missing.add("options");
        }
        return List.copyOf(missing);
    }

    @Override
    public EnforcementResult analyze(
            CompiledCase model, AnalysisOptions options, Progress progress) {
        return new EnforcementResult(found(model, options, progress));
    }

    EnforcementFindings found(CompiledCase model, AnalysisOptions options, Progress progress) {
        progress.report("enforcement: standing agreements", 0, 0);
        Grounds grounds = Grounds.of(model, proposer, stability, options);
        Ground ground = grounds.centre();
        Firmness firmness = grounds.firmness();
        List<Tested> packages =
                Chosen.of(ground, firmness, options).stream()
                        .map(chosen -> tested(ground, chosen, options))
                        .toList();
        progress.report("enforcement: views and ends of ranges", 0, 0);
        Readings readings = grounds.readings();
        return new EnforcementFindings(
                ground,
                packages,
                firmness,
                views(grounds, packages, options),
                ends(grounds, packages, options),
                readings,
                drawn(grounds, readings, packages),
                options.bounds().maxPositions());
    }

    private static Tested tested(Ground ground, Chosen chosen, AnalysisOptions options) {
        int[] own = chosen.levelArray();
        int state = chosen.state();
        if (!chosen.isPossible()) {
            return new Tested(chosen, List.of(), List.of(), null, null, null);
        }
        StandingTest test = new StandingTest(ground);
        int[] terms = ground.terms(own);
        List<Kept> kept = test.of(state, terms);
        Plan plan = null;
        Tested.Help help = null;
        if (ground.hasPatience()) {
            int[] tranches = Plan.tranches(ground.space());
            int most = options.bounds().maxPositions();
            plan = Plan.of(ground, state, kept, tranches, most);
            help = plan == null ? null : help(ground, state, kept, plan, most);
        }
        return new Tested(
                chosen,
                kept,
                verification(ground, test, state, terms),
                plan,
                help,
                collapse(ground, kept, state, terms, options));
    }

    /// Where some tempting breach goes unpunished: what would hold if the agreement collapsed.
    private static Tested.@Nullable Collapse collapse(
            Ground ground, List<Kept> kept, int state, int[] terms, AnalysisOptions options) {
        boolean unanswered = false;
        for (Kept one : kept) {
            unanswered |=
                    one.breach() != null
                            && one.isTempted()
                            && one.breach().punishment().credible() == Punishment.Credible.NONE;
        }
        if (ground.collapses() || !unanswered) {
            return null;
        }
        Ground collapsing = ground.collapsing();
        StandingTest test = new StandingTest(collapsing);
        List<Kept> verdicts = test.of(state, terms);
        return new Tested.Collapse(
                verdicts,
                verification(collapsing, test, state, terms),
                ground.hasPatience()
                        ? Plan.of(
                                collapsing,
                                state,
                                verdicts,
                                Plan.tranches(ground.space()),
                                options.bounds().maxPositions())
                        : null);
    }

    private static List<Tested.Verification> verification(
            Ground ground, StandingTest test, int state, int[] terms) {
        List<Tested.Verification> found = new ArrayList<>();
        for (int option : ground.monitoring().deciding()) {
            for (int party = 0; party < ground.partyCount(); party++) {
                if (!isWatchedBy(ground, party, option)) {
                    continue;
                }
                for (int level = 0; level < ground.space().radix(option); level++) {
                    Kept kept = test.watchedAt(option, level).of(party, state, terms);
                    if (kept.breach() != null) {
                        found.add(new Tested.Verification(option, level, kept));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isWatchedBy(Ground ground, int party, int option) {
        int mover = ground.mover(party);
        return mover >= 0
                && Arrays.stream(ground.space().optionsOf(mover))
                        .anyMatch(own -> ground.monitoring().decidedBy(own) == option);
    }

    private static Tested.@Nullable Help help(
            Ground ground, int state, List<Kept> kept, Plan plan, int most) {
        int weakest = plan.weakestStep();
        if (weakest < 0 || plan.isUnbreakable()) {
            return null;
        }
        List<Integer> options =
                plan.steps().get(weakest).moves().stream().map(Plan.Move::option).toList();
        int[] tranches = Plan.tranches(ground.space());
        options.forEach(option -> tranches[option] *= 2);
        List<Double> deposits = new ArrayList<>();
        for (int party = 0; party < ground.partyCount(); party++) {
            double least = 0;
            for (Plan.Step step : plan.steps()) {
                for (Plan.SideMargin side : step.margins()) {
                    least = side.party() == party ? Math.min(least, side.margin()) : least;
                }
            }
            double patience = ground.patience(party);
            deposits.add(
                    least >= -Kept.ROUNDING
                            ? 0
                            : -least * ground.scale(party) / (patience * (1 - patience)));
        }
        // Where not every position can be looked at, more parts are not what they say.
        boolean isWhole =
                Lattice.isWhole(ground.space(), ground.model().now(), state, tranches, most);
        return new Tested.Help(
                options, isWhole ? Plan.of(ground, state, kept, tranches, most) : null, deposits);
    }

    private static List<ViewStanding> views(
            Grounds grounds, List<Tested> packages, AnalysisOptions options) {
        List<ViewStanding> standings = new ArrayList<>();
        for (Ground ground : grounds.views()) {
            List<Standing> found = new ArrayList<>();
            List<Double> plans = new ArrayList<>();
            for (Tested tested : packages) {
                int[] terms = ground.terms(tested.chosen().levelArray());
                List<Kept> kept =
                        tested.isTested()
                                ? new StandingTest(ground).of(tested.state(), terms)
                                : List.of();
                found.add(tested.isTested() ? Standing.of(kept) : Standing.NONE);
                Plan plan =
                        kept.isEmpty() || !ground.hasPatience()
                                ? null
                                : Plan.of(
                                        ground,
                                        tested.state(),
                                        kept,
                                        Plan.tranches(ground.space()),
                                        options.bounds().maxPositions());
                plans.add(plan == null ? Double.NaN : plan.smallestMargin());
            }
            standings.add(new ViewStanding(ground.name(), found, plans));
        }
        return standings;
    }

    private static List<EndStanding> ends(
            Grounds grounds, List<Tested> packages, AnalysisOptions options) {
        if (packages.isEmpty()) {
            return List.of();
        }
        List<Factor> all = grounds.factors();
        return Parallel.map(
                2 * all.size(),
                options.threadCount(),
                index -> {
                    Factor factor = all.get(index / 2);
                    Factor.Position end =
                            index % 2 == 0 ? Factor.Position.LOW : Factor.Position.HIGH;
                    Ground there = grounds.at(factor, end);
                    return new EndStanding(
                            factor,
                            end,
                            packages.stream()
                                    .map(tested ->
                                            tested.isTested()
                                                    ? standing(there, tested.chosen())
                                                    : Standing.NONE)
                                    .toList());
                });
    }

    /// In how many readings drawn from all ranges at once each package is kept.
    private static List<Integer> drawn(Grounds grounds, Readings readings, List<Tested> packages) {
        if (grounds.factors().isEmpty() || packages.isEmpty() || readings.size() == 0) {
            return List.of();
        }
        return grounds.keptInDrawn(packages.stream().map(Tested::chosen).toList()).stream()
                .map(kept -> (int) kept.stream().filter(k -> k).count())
                .toList();
    }

    private static Standing standing(Ground there, Chosen chosen) {
        StandingTest test = new StandingTest(there);
        int[] terms = there.terms(chosen.levelArray());
        return there.hasPatience()
                ? test.standing(chosen.state(), terms)
                : Standing.of(test.of(chosen.state(), terms));
    }
}

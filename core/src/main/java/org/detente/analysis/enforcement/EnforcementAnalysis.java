// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.detente.analysis.Analysis;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.FindsStableStates;
import org.detente.analysis.NamedPackage;
import org.detente.analysis.Parallel;
import org.detente.analysis.Progress;
import org.detente.analysis.ProposesPackages;
import org.detente.analysis.enforcement.EnforcementFindings.EndStanding;
import org.detente.analysis.enforcement.EnforcementFindings.Standing;
import org.detente.analysis.enforcement.EnforcementFindings.ViewStanding;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.Factor;
import org.detente.compile.Monitoring;
import org.detente.compile.PackageBan;
import org.detente.compile.StateSet;
import org.detente.model.Case;
import org.detente.model.View;
import org.jspecify.annotations.Nullable;

/// Whether the parties would keep an agreement, and in which order of steps it is safest to carry
/// out.
///
/// Every breach of a standing package is weighed in repeated play against what follows once it is
/// seen; what follows must itself be stable. The order of steps has the largest smallest margin over
/// all ways from `now` to the package.
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
        AgreementForm form = AgreementForm.of(model);
        Ground ground = ground(ownName(model), form, proposer.propose(form, options), options);
        Firmness firmness =
                ground.hasPatience() && !ground.proposed().packages().isEmpty()
                        ? Firmness.of(ground, options.threadCount())
                        : null;
        List<Tested> packages = new ArrayList<>();
        wanted(ground, firmness, options)
                .forEach((levels, names) -> packages.add(tested(ground, levels, names, options)));
        progress.report("enforcement: views and ends of ranges", 0, 0);
        return new EnforcementFindings(
                ground,
                packages,
                firmness,
                views(model, form, packages, options),
                ends(ground, packages, options),
                options.bounds().maxPositions());
    }

    private static String ownName(CompiledCase model) {
        View view = model.view();
        return view == null ? "the case as written" : view.label();
    }

    private Ground ground(
            String name,
            AgreementForm form,
            ProposesPackages.Proposed proposed,
            AnalysisOptions options) {
        CompiledCase model = form.model();
        return Ground.of(name, form, proposed, slices(model, model, options));
    }

    /// The names of a package in data and for readers.
    record Names(List<String> keys, List<String> labels) {}

    private static SequencedMap<List<Integer>, Names> wanted(
            Ground ground, @Nullable Firmness firmness, AnalysisOptions options) {
        SequencedMap<List<Integer>, Names> wanted = new LinkedHashMap<>();
        for (ProposesPackages.Named named : ground.proposed().packages()) {
            add(wanted, named.levels(), named.keys().getFirst(), named.labels().getFirst());
        }
        if (firmness != null && !firmness.packages().isEmpty()) {
            add(
                    wanted,
                    firmness.packages().getFirst().levels(),
                    "mostEnforceable",
                    "most enforceable");
        }
        for (NamedPackage named : options.questions().agreements().packages()) {
            int[] levels = ground.form().levelsOf(named.name(), named.settings());
            add(wanted, Arrays.stream(levels).boxed().toList(), named.name(), named.name());
        }
        return wanted;
    }

    private static void add(
            SequencedMap<List<Integer>, Names> wanted,
            List<Integer> levels,
            String key,
            String label) {
        Names names =
                wanted.computeIfAbsent(
                        levels, _ -> new Names(new ArrayList<>(), new ArrayList<>()));
        names.keys().add(key);
        names.labels().add(label);
    }

    private static Tested tested(
            Ground ground, List<Integer> levels, Names names, AnalysisOptions options) {
        int[] own = levels.stream().mapToInt(Integer::intValue).toArray();
        int state = ground.form().stateOf(own);
        List<PackageBan> broken = impossible(ground.form(), own);
        if (!broken.isEmpty()) {
            return new Tested(
                    names.keys(),
                    names.labels(),
                    levels,
                    state,
                    broken,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null);
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
                names.keys(),
                names.labels(),
                levels,
                state,
                List.of(),
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
                            && one.breach().punishment().credible() == Punishment.Credible.NONE;
        }
        if (ground.collapses() || !unanswered) {
            return null;
        }
        Ground collapsing = ground.collapsing();
        List<Kept> verdicts = new StandingTest(collapsing).of(state, terms);
        return new Tested.Collapse(
                verdicts,
                ground.hasPatience()
                        ? Plan.of(
                                collapsing,
                                state,
                                verdicts,
                                Plan.tranches(ground.space()),
                                options.bounds().maxPositions())
                        : null);
    }

    /// What keeps a package from standing at all: rules of the case, and what cannot be reached.
    private static List<PackageBan> impossible(AgreementForm form, int[] levels) {
        return form.broken(levels).stream()
                .filter(
                        b ->
                                b.kind() == PackageBan.Kind.RULE
                                        || b.kind() == PackageBan.Kind.UNREACHABLE)
                .toList();
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
                    found.add(
                            new Tested.Verification(
                                    option,
                                    level,
                                    test.watchedAt(option, level).of(party, state, terms)));
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
        if (weakest < 0) {
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
        return new Tested.Help(
                options, Plan.of(ground, state, kept, tranches, most), deposits);
    }

    private List<ViewStanding> views(
            CompiledCase model,
            AgreementForm form,
            List<Tested> packages,
            AnalysisOptions options) {
        List<ViewStanding> standings = new ArrayList<>();
        if (model.view() != null) {
            return standings;
        }
        for (View view : model.source().views()) {
            CompiledCase viewed = model.under(view);
            AgreementForm own = form.under(viewed);
            Ground ground =
                    Ground.of(
                            view.label(),
                            own,
                            proposer.propose(own, options),
                            slices(viewed, model, options));
            List<Standing> found = new ArrayList<>();
            List<Double> plans = new ArrayList<>();
            for (Tested tested : packages) {
                int[] terms = ground.terms(tested.levelArray());
                List<Kept> kept =
                        tested.isTested()
                                ? new StandingTest(ground).of(tested.state(), terms)
                                : List.of();
                found.add(standing(kept));
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
            standings.add(new ViewStanding(view.label(), found, plans));
        }
        return standings;
    }

    static Standing standing(List<Kept> kept) {
        if (kept.isEmpty()) {
            return new Standing(false, Double.NaN, -1);
        }
        boolean holds = true;
        double least = Double.POSITIVE_INFINITY;
        int weakest = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (Kept one : kept) {
            holds &= one.holds();
            boolean weaker =
                    Double.isNaN(one.margin())
                            ? one.critical() > highest
                            : one.margin() < least;
            if (weaker || weakest < 0) {
                weakest = one.party();
                highest = one.critical();
                least = one.margin();
            }
        }
        return new Standing(holds, least, weakest);
    }

    private List<EndStanding> ends(
            Ground ground, List<Tested> packages, AnalysisOptions options) {
        if (packages.isEmpty()) {
            return List.of();
        }
        Set<String> ordinal = new HashSet<>();
        CompiledCase model = ground.model();
        model.ordinalFactors().forEach(f -> ordinal.add(f.path()));
        SequencedMap<String, Factor> factors = new LinkedHashMap<>();
        Monitoring.factors(ground.form()).forEach(f -> factors.putIfAbsent(f.path(), f));
        ground.form().factors().forEach(f -> factors.putIfAbsent(f.path(), f));
        List<Factor> all = List.copyOf(factors.values());
        return Parallel.map(
                2 * all.size(),
                options.threadCount(),
                index -> {
                    Factor factor = all.get(index / 2);
                    Factor.Position end =
                            index % 2 == 0 ? Factor.Position.LOW : Factor.Position.HIGH;
                    return end(ground, packages, factor, end, ordinal, options);
                });
    }

    private EndStanding end(
            Ground ground,
            List<Tested> packages,
            Factor factor,
            Factor.Position end,
            Set<String> ordinal,
            AnalysisOptions options) {
        AgreementForm moved = ground.form().with(Map.of(factor.path(), factor.at(end)));
        CompiledCase centre = ground.model();
        Ground there;
        if (factor.path().startsWith("time.") && !ordinal.contains(factor.path())) {
            there = ground.withTime(moved);
        } else {
            CompiledCase model =
                    ordinal.contains(factor.path()) ? centre.at(factor, end) : centre;
            there = ground.with(moved, slices(model, centre, options));
        }
        StandingTest test = new StandingTest(there);
        List<Standing> standings = new ArrayList<>();
        for (Tested tested : packages) {
            standings.add(
                    tested.isTested()
                            ? there.hasPatience()
                                    ? test.standing(
                                            tested.state(), there.terms(tested.levelArray()))
                                    : standing(
                                            test.of(
                                                    tested.state(),
                                                    there.terms(tested.levelArray())))
                            : new Standing(false, Double.NaN, -1));
        }
        return new EndStanding(factor, end, standings);
    }

    private StableSlices slices(
            CompiledCase model, CompiledCase like, AnalysisOptions options) {
        return model.derived(
                StableSlices.class,
                () ->
                        new StableSlices(
                                model.space(),
                                stable(model, like, FindsStableStates.Sense.NASH, options),
                                stable(model, like, FindsStableStates.Sense.SEQUENTIAL, options)));
    }

    private StateSet stable(
            CompiledCase model,
            CompiledCase centre,
            FindsStableStates.Sense sense,
            AnalysisOptions options) {
        return model == centre
                ? stability.stable(model, sense, options)
                : stability.stableLike(model, centre, sense, options);
    }
}

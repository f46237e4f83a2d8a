// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.FindsStableStates;
import org.detente.analysis.Parallel;
import org.detente.analysis.Progress;
import org.detente.analysis.ProposesPackages;
import org.detente.analysis.WeighsOutsiders;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.analysis.enforcement.SpoilersFindings.Turn;
import org.detente.analysis.enforcement.SpoilersFindings.ViewThreats;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.Factor;
import org.detente.compile.Readings;
import org.detente.model.Case;
import org.detente.model.Party;

/// Who outside an agreement could wreck it, and what would stop them.
///
/// For every party that does not sign and has options: its best move from the standing package,
/// what that does to the signatories, whether they would still keep the agreement after it, and
/// which single change beforehand would make the party leave it alone.
public final class OutsideMoves implements WeighsOutsiders {
    private final ProposesPackages proposer;
    private final FindsStableStates stability;

    /// Looks at parties outside.
    ///
    /// @param proposer says which packages stand out
    /// @param stability says which states last, and so which punishments are credible
    public OutsideMoves(ProposesPackages proposer, FindsStableStates stability) {
        this.proposer = proposer;
        this.stability = stability;
    }

    @Override
    public List<String> missing(Case source) {
        List<String> missing = new ArrayList<>(AgreementForm.missing(source));
        if (source.agreement() != null
                && source.parties().stream().noneMatch(p -> isOutside(source, p))) {
            missing.add("options of a party outside the agreement");
        }
        return List.copyOf(missing);
    }

    private static boolean isOutside(Case source, Party party) {
        return source.agreement() != null
                && !source.agreement().between().contains(party.id())
                && !source.optionsOf(party.id()).isEmpty();
    }

    @Override
    public SpoilersResult weigh(CompiledCase model, AnalysisOptions options, Progress progress) {
        return new SpoilersResult(found(model, options, progress));
    }

    SpoilersFindings found(CompiledCase model, AnalysisOptions options, Progress progress) {
        progress.report("spoilers", 0, 0);
        Grounds grounds = Grounds.of(model, proposer, stability, options);
        Ground ground = grounds.centre();
        List<Chosen> chosen = Chosen.of(ground, grounds.firmness(), options);
        List<Threatened> packages = threatened(ground, chosen);
        List<ViewThreats> views =
                grounds.views().stream()
                        .map(view -> new ViewThreats(view.name(), threatened(view, chosen)))
                        .toList();
        List<Factor> factors = grounds.factors();
        Readings readings = grounds.readings();
        return new SpoilersFindings(
                ground,
                packages,
                views,
                turns(grounds, factors, packages, options),
                factors.size(),
                readings,
                drawn(grounds, readings, packages, options));
    }

    /// In how many readings drawn from all ranges at once each package survives each best move.
    private static List<List<Integer>> drawn(
            Grounds grounds,
            Readings readings,
            List<Threatened> packages,
            AnalysisOptions options) {
        if (grounds.factors().isEmpty() || readings.size() == 0) {
            return List.of();
        }
        List<List<List<Boolean>>> survivals =
                Parallel.map(
                        readings.size(),
                        options.threadCount(),
                        index -> survives(grounds.drawn(readings, index), packages));
        List<List<Integer>> counts = new ArrayList<>();
        for (int p = 0; p < packages.size(); p++) {
            List<Integer> own = new ArrayList<>();
            for (int s = 0; s < packages.get(p).spoilers().size(); s++) {
                int count = 0;
                for (List<List<Boolean>> reading : survivals) {
                    count += reading.get(p).get(s) ? 1 : 0;
                }
                own.add(count);
            }
            counts.add(own);
        }
        return counts;
    }

    private static List<List<Boolean>> survives(Ground there, List<Threatened> packages) {
        StandingTest test = new StandingTest(there);
        List<List<Boolean>> all = new ArrayList<>();
        for (Threatened one : packages) {
            int[] terms = there.terms(one.chosen().levelArray());
            List<Boolean> own = new ArrayList<>();
            for (Spoiler spoiler : one.spoilers()) {
                own.add(survives(there, test, spoiler.best().state(), terms));
            }
            all.add(own);
        }
        return all;
    }

    private static boolean survives(Ground there, StandingTest test, int state, int[] terms) {
        return there.hasPatience()
                ? test.standing(state, terms).holds()
                : test.of(state, terms).stream().allMatch(Kept::holds);
    }

    /// The movers that do not sign.
    static List<Integer> outside(Ground ground) {
        List<Integer> movers = new ArrayList<>();
        for (int mover = 0; mover < ground.space().moverCount(); mover++) {
            if (!ground.form().signatories().contains(ground.space().movers().get(mover).id())) {
                movers.add(mover);
            }
        }
        return movers;
    }

    private static List<Threatened> threatened(Ground ground, List<Chosen> packages) {
        List<Threatened> threatened = new ArrayList<>();
        for (Chosen chosen : packages) {
            List<Spoiler> spoilers = new ArrayList<>();
            boolean holds = false;
            if (chosen.isPossible()) {
                int[] terms = ground.terms(chosen.levelArray());
                holds =
                        new StandingTest(ground)
                                .of(chosen.state(), terms).stream().allMatch(Kept::holds);
                for (int mover : outside(ground)) {
                    spoilers.add(Spoiler.of(ground, mover, chosen));
                }
            }
            threatened.add(new Threatened(chosen, holds, spoilers));
        }
        return threatened;
    }

    private static List<Turn> turns(
            Grounds grounds,
            List<Factor> factors,
            List<Threatened> packages,
            AnalysisOptions options) {
        List<Turn> turns = new ArrayList<>();
        Parallel.map(
                        2 * factors.size(),
                        options.threadCount(),
                        index ->
                                turned(
                                        grounds,
                                        factors.get(index / 2),
                                        index % 2 == 0 ? Factor.Position.LOW : Factor.Position.HIGH,
                                        packages))
                .forEach(turns::addAll);
        return turns;
    }

    private static List<Turn> turned(
            Grounds grounds, Factor factor, Factor.Position end, List<Threatened> packages) {
        Ground there = grounds.at(factor, end);
        StandingTest test = new StandingTest(there);
        List<Turn> turns = new ArrayList<>();
        for (int k = 0; k < packages.size(); k++) {
            Threatened one = packages.get(k);
            int[] terms = there.terms(one.chosen().levelArray());
            for (Spoiler spoiler : one.spoilers()) {
                int state = spoiler.best().state();
                if (state == one.chosen().state()) {
                    continue;
                }
                boolean survives = survives(there, test, state, terms);
                if (survives != spoiler.best().survives()) {
                    turns.add(new Turn(factor, end, k, spoiler.mover(), survives));
                }
            }
        }
        return turns;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.FindsStableStates;
import org.detente.analysis.Progress;
import org.detente.analysis.ProposesPackages;
import org.detente.analysis.WeighsOutsiders;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.analysis.enforcement.SpoilersFindings.ViewThreats;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
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
        List<Outsider> outsiders = Outsider.of(ground.form());
        List<Chosen> chosen = Chosen.of(ground, grounds.firmness(), options);
        List<Threatened> packages = threatened(ground, outsiders, chosen);
        List<ViewThreats> views =
                grounds.views().stream()
                        .map(view -> viewed(grounds, view, chosen, options))
                        .toList();
        return new SpoilersFindings(
                ground,
                outsiders,
                packages,
                views,
                OutsideEnds.of(grounds, outsiders, packages, options),
                OutsideDraws.of(grounds, ground, outsiders, packages, options));
    }

    private static ViewThreats viewed(
            Grounds grounds, Ground view, List<Chosen> chosen, AnalysisOptions options) {
        List<Outsider> outsiders = Outsider.of(view.form());
        List<Threatened> packages = threatened(view, outsiders, chosen);
        return new ViewThreats(
                view.name(),
                outsiders,
                packages,
                outsiders.stream().anyMatch(Outsider::isUncertain)
                                || packages.stream().anyMatch(Threatened::isTouched)
                        ? OutsideDraws.of(grounds, view, outsiders, packages, options)
                        : null);
    }

    private static List<Threatened> threatened(
            Ground ground, List<Outsider> outsiders, List<Chosen> packages) {
        List<Threatened> threatened = new ArrayList<>();
        for (Chosen chosen : packages) {
            List<Spoiler> spoilers = new ArrayList<>();
            boolean holds = false;
            if (chosen.isPossible()) {
                Changes changes = new Changes(ground, chosen);
                Stands stands = new Stands(ground, chosen);
                holds = stands.in(chosen.state()).stream().allMatch(Kept::holds);
                for (Outsider outsider : outsiders) {
                    spoilers.add(Spoiler.of(ground, outsider.mover(), chosen, changes, stands));
                }
            }
            threatened.add(new Threatened(chosen, holds, spoilers));
        }
        return threatened;
    }
}

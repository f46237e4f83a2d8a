// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.detente.compile.AgreementForm;
import org.detente.compile.AgreementForm.StatedChance;
import org.detente.compile.Factor;
import org.detente.math.FrontierLimits;
import org.jspecify.annotations.Nullable;

/// The numbers along which the zone is followed: the chance of each outcome without agreement, and
/// one that the user asks for.
final class Levers {
    private Levers() {}

    /// Follows them.
    ///
    /// @param centre the problem at the centres
    /// @param asked the path of a factor that the user asks for, or null
    /// @param limits how large frontiers may get
    /// @throws IllegalArgumentException if there is no such factor
    static List<FallbackLever> of(Solved centre, @Nullable String asked, FrontierLimits limits) {
        List<FallbackLever> levers = new ArrayList<>();
        if (centre.bargain().isBeforeFloors()) {
            chances(centre)
                    .forEach((outcome, chances) -> {
                        levers.add(chance(centre, outcome, chances, limits));
                        if (chances.size() > 1) {
                            chances.forEach(
                                    c -> levers.add(chance(centre, outcome, List.of(c), limits)));
                        }
                    });
        }
        if (asked != null) {
            levers.add(asked(centre, asked, limits));
        }
        return levers;
    }

    private static FallbackLever asked(Solved centre, String asked, FrontierLimits limits) {
        for (Factor factor : centre.form().factors()) {
            if (factor.path().equals(asked)) {
                return FallbackLever.along(
                        asked,
                        List.of(asked),
                        false,
                        factor.at(Factor.Position.LOW),
                        factor.at(Factor.Position.HIGH),
                        factor.at(Factor.Position.CENTRE),
                        at -> Ends.at(centre, factor, at, false, limits));
            }
        }
        throw new IllegalArgumentException("no uncertain number '%s'".formatted(asked));
    }

    private static SequencedMap<String, List<StatedChance>> chances(Solved centre) {
        return centre.form().statedChances().stream()
                .collect(
                        Collectors.groupingBy(
                                StatedChance::outcome, LinkedHashMap::new, Collectors.toList()));
    }

    private static FallbackLever chance(
            Solved centre, String outcome, List<StatedChance> chances, FrontierLimits limits) {
        String party = chances.size() == 1 ? chances.getFirst().party() : null;
        String name =
                party == null
                        ? "the chance of " + outcome
                        : "%s's chance of %s"
                                .formatted(
                                        centre.form().model().source().party(party).name(),
                                        outcome);
        List<String> paths = chances.stream().map(StatedChance::path).distinct().toList();
        return FallbackLever.along(
                name,
                paths,
                true,
                0,
                1,
                chances.stream().mapToDouble(StatedChance::centre).average().orElseThrow(),
                at -> moved(centre, paths, at, limits));
    }

    /// A chance that is a named assumption may count elsewhere too.
    private static Bargain moved(
            Solved centre, List<String> paths, double at, FrontierLimits limits) {
        AgreementForm form = centre.form().with(FallbackLever.given(paths, at));
        return paths.stream().noneMatch(path -> path.startsWith("assumptions."))
                ? centre.bargain().withBeliefs(form, limits)
                : Bargain.solve(form, limits);
    }
}

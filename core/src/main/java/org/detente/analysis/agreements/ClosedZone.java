// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.detente.compile.AgreementForm;
import org.detente.compile.PackageBan;
import org.detente.math.FrontierLimits;
import org.detente.math.PackageSpace;
import org.detente.math.ParetoSearch;
import org.jspecify.annotations.Nullable;

/// Why no package is acceptable to everybody who must agree, and the smallest changes that would
/// make one so.
///
/// @param stage where packages die
/// @param nearest the package whose worst shortfall, as a share of the party's range of points, is
///   smallest, or null if no package is allowed at all
/// @param alone for each party, what it alone would have to be given
/// @param openers single rules and red lines without which a package would be acceptable
record ClosedZone(
        Stage stage, @Nullable Nearest nearest, List<Alone> alone, List<PackageBan> openers) {
    /// Copies the lists.
    ClosedZone {
        alone = List.copyOf(alone);
        openers = List.copyOf(openers);
    }

    /// Where packages die.
    enum Stage {
        /// Rules and moves leave no package.
        NOTHING_ALLOWED,
        /// No allowed package pays every signatory, red lines aside.
        AT_THE_TABLE,
        /// Some would, but each of them crosses a signatory's red line.
        SIGNATORIES_RED_LINES,
        /// The signatories could agree, and no package that they could agree on is ratified.
        RATIFICATION
    }

    /// The package that comes closest, and by how much it fails whom.
    ///
    /// @param levels a level index for each item
    /// @param shortfalls points that each party falls short by, in the bargain's order; 0 for those
    ///   who do not
    record Nearest(List<Integer> levels, List<Double> shortfalls) {
        /// Copies the lists.
        Nearest {
            levels = List.copyOf(levels);
            shortfalls = List.copyOf(shortfalls);
        }
    }

    /// What one party alone would have to be given.
    ///
    /// @param party its index in the bargain
    /// @param points the fewest of its points that would do, or null if the others cannot all be
    ///   satisfied by any one package
    record Alone(int party, @Nullable Double points) {}

    /// Looks into an empty zone.
    ///
    /// @param bargain a problem without acceptable package
    /// @param limits how large frontiers may get
    static ClosedZone of(Bargain bargain, FrontierLimits limits) {
        AgreementForm form = bargain.form();
        List<PackageBan> openers = new ArrayList<>();
        for (PackageBan ban : form.bans()) {
            boolean ofWill =
                    ban.kind() == PackageBan.Kind.AGREEMENT_RULE
                            || ban.kind() == PackageBan.Kind.RED_LINE;
            if (ofWill && opens(form, bargain.parties(), b -> !b.equals(ban), limits)) {
                openers.add(ban);
            }
        }
        List<Alone> alone = new ArrayList<>();
        Nearest nearest = null;
        if (bargain.isBeforeFloors() && bargain.frontier().size() > 0) {
            for (int party = 0; party < bargain.parties().size(); party++) {
                alone.add(new Alone(party, alone(bargain, party)));
            }
            nearest = nearest(bargain);
        }
        return new ClosedZone(stage(form, limits), nearest, alone, openers);
    }

    private static Stage stage(AgreementForm form, FrontierLimits limits) {
        List<String> signatories = form.signatories();
        double[] none = new double[signatories.size()];
        Arrays.fill(none, Double.NEGATIVE_INFINITY);
        PackageSpace allowed = form.space(signatories, PackageBan::isCommon);
        if (ParetoSearch.frontier(allowed, none.length, none, limits).size() == 0) {
            return Stage.NOTHING_ALLOWED;
        }
        if (!opens(form, signatories, PackageBan::isCommon, limits)) {
            return Stage.AT_THE_TABLE;
        }
        Predicate<PackageBan> own =
                b ->
                        b.isCommon()
                                || (b.kind() == PackageBan.Kind.RED_LINE
                                        && signatories.contains(b.name()));
        return opens(form, signatories, own, limits)
                ? Stage.RATIFICATION
                : Stage.SIGNATORIES_RED_LINES;
    }

    /// Whether some package without these bans pays all of these parties.
    private static boolean opens(
            AgreementForm form,
            List<String> parties,
            Predicate<PackageBan> counted,
            FrontierLimits limits) {
        PackageSpace space = form.space(parties, counted);
        double[] floors = parties.stream().mapToDouble(form::floor).toArray();
        return ParetoSearch.frontier(space, parties.size(), floors, limits).size() > 0;
    }

    private static @Nullable Double alone(Bargain bargain, int party) {
        double least = Double.POSITIVE_INFINITY;
        for (int point = 0; point < bargain.frontier().size(); point++) {
            boolean othersAgree = true;
            for (int other = 0; other < bargain.parties().size(); other++) {
                othersAgree &= other == party || bargain.shortfall(point, other) == 0;
            }
            if (othersAgree) {
                least = Math.min(least, bargain.shortfall(point, party));
            }
        }
        return Double.isInfinite(least) ? null : least;
    }

    private static Nearest nearest(Bargain bargain) {
        int best = bargain.nearest();
        List<Double> shortfalls = new ArrayList<>();
        for (int party = 0; party < bargain.parties().size(); party++) {
            shortfalls.add(bargain.shortfall(best, party));
        }
        return new Nearest(Arrays.stream(bargain.levels(best)).boxed().toList(), shortfalls);
    }
}

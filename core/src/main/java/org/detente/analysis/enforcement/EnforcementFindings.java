// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.List;
import org.detente.compile.Factor;
import org.detente.compile.Readings;
import org.jspecify.annotations.Nullable;

/// Everything found about keeping and carrying out packages.
///
/// @param ground the case as written, every number at its centre
/// @param packages the packages tested: solutions, the most enforceable, the user's
/// @param firmness what fairness costs in firmness, or null if no package is acceptable or a
///   patience is not stated
/// @param views how the same packages stand in each view
/// @param ends how they stand with one number at one end of its range
/// @param readings the readings drawn
/// @param keptInDrawn for each package in how many of the readings drawn it is kept; empty where
///   nothing is uncertain
/// @param maxPositions the bound on positions between now and a package
record EnforcementFindings(
        Ground ground,
        List<Tested> packages,
        @Nullable Firmness firmness,
        List<ViewStanding> views,
        List<EndStanding> ends,
        Readings readings,
        List<Integer> keptInDrawn,
        int maxPositions) {
    /// Copies the lists.
    EnforcementFindings {
        packages = List.copyOf(packages);
        views = List.copyOf(views);
        ends = List.copyOf(ends);
        keptInDrawn = List.copyOf(keptInDrawn);
    }

    /// How one package stands in another reading.
    ///
    /// @param holds whether every signatory keeps it there; false if it cannot stand there
    /// @param margin the smallest margin; [Kept#UNBREAKABLE] if nobody has anything to break it
    ///   with, NaN if a patience that it takes is not stated
    /// @param weakest the index of the signatory with the smallest margin or the highest critical
    ///   factor, or -1 if there is none
    record Standing(boolean holds, double margin, int weakest) {
        /// What cannot stand.
        static final Standing NONE = new Standing(false, Double.NaN, -1);

        /// How some signatories stand to a package.
        static Standing of(List<Kept> kept) {
            boolean holds = true;
            double least = Kept.UNBREAKABLE;
            int weakest = -1;
            double highest = Double.NEGATIVE_INFINITY;
            int neediest = -1;
            for (Kept one : kept) {
                holds &= one.holds();
                if (one.breach() == null) {
                    continue;
                }
                if (one.margin() < least) {
                    weakest = one.party();
                }
                least = Math.min(least, one.margin());
                if (neediest < 0 || one.critical() > highest) {
                    neediest = one.party();
                    highest = one.critical();
                }
            }
            return new Standing(holds, least, Double.isNaN(least) ? neediest : weakest);
        }

        /// Whether it can stand at all.
        boolean isPossible() {
            return holds || weakest >= 0;
        }
    }

    /// The packages in a view.
    ///
    /// @param name the view's name
    /// @param standings one for each package
    /// @param plans the smallest margin of the best order of steps for each package, NaN where none
    ///   was looked for
    record ViewStanding(String name, List<Standing> standings, List<Double> plans) {
        /// Copies the lists.
        ViewStanding {
            standings = List.copyOf(standings);
            plans = List.copyOf(plans);
        }
    }

    /// The packages with one number at one end of its range.
    ///
    /// @param factor the number
    /// @param position which end
    /// @param standings one for each package
    record EndStanding(Factor factor, Factor.Position position, List<Standing> standings) {
        /// Copies the list.
        EndStanding {
            standings = List.copyOf(standings);
        }
    }
}

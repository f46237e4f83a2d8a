// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.List;
import org.detente.compile.Factor;
import org.detente.compile.Readings;

/// Everything found about parties outside an agreement.
///
/// @param ground the case as written, every number at its centre
/// @param packages the packages, each with what every party outside would do about it
/// @param views the same in each view
/// @param ends numbers at whose ends a package's survival of a party's best move turns
/// @param factorCount how many numbers were looked at at both ends
/// @param readings the readings drawn
/// @param survivedInDrawn for each package and party outside, as in `packages`, in how many of the
///   readings drawn the package survives the party's best move; empty where nothing is uncertain
record SpoilersFindings(
        Ground ground,
        List<Threatened> packages,
        List<ViewThreats> views,
        List<Turn> ends,
        int factorCount,
        Readings readings,
        List<List<Integer>> survivedInDrawn) {
    /// Copies the lists.
    SpoilersFindings {
        packages = List.copyOf(packages);
        views = List.copyOf(views);
        ends = List.copyOf(ends);
        survivedInDrawn = survivedInDrawn.stream().map(List::copyOf).toList();
    }

    /// A package with what parties outside would do about it.
    ///
    /// @param chosen the package
    /// @param holds whether every signatory keeps it while all parties outside leave it alone
    /// @param spoilers one for each party outside that has options; none if it cannot stand
    record Threatened(Chosen chosen, boolean holds, List<Spoiler> spoilers) {
        /// Copies the list.
        Threatened {
            spoilers = List.copyOf(spoilers);
        }
    }

    /// What a view says.
    ///
    /// @param name the view's name
    /// @param packages as in the case as written
    record ViewThreats(String name, List<Threatened> packages) {
        /// Copies the list.
        ViewThreats {
            packages = List.copyOf(packages);
        }
    }

    /// A number at whose end the survival of a package turns.
    ///
    /// @param factor the number
    /// @param position which end
    /// @param packageIndex which package
    /// @param mover whose best move it survives there and not at the centre, or the other way
    /// @param survives whether it survives there
    record Turn(
            Factor factor,
            Factor.Position position,
            int packageIndex,
            int mover,
            boolean survives) {}
}

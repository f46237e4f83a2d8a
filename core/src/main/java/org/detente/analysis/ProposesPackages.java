// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.List;
import org.detente.compile.AgreementForm;

/// An analysis that says which packages are acceptable and which among them stand out, for other
/// analyses that test them. Engines do not use one another: whoever puts the catalog together hands
/// one to the other.
public interface ProposesPackages {
    /// What stands out among the packages of an agreement.
    ///
    /// @param form the agreement, as some view and some numbers have it
    /// @param options bounds and seed
    /// @return the packages and the measures of the bargaining problem
    Proposed propose(AgreementForm form, AnalysisOptions options);

    /// Packages that stand out, and what they are measured by.
    ///
    /// @param packages the solutions, of which several may be one package; none if no package is
    ///   acceptable
    /// @param parties the signatories' ids, then those of ratifiers who must gain
    /// @param fallback by party, what no agreement is worth to it
    /// @param floor by party, the least it must get
    /// @param best by party, the most that an acceptable package brings it; its floor if there is
    ///   none
    /// @param range by party, how far its points on the frontier lie apart, its floor included
    record Proposed(
            List<Named> packages,
            List<String> parties,
            List<Double> fallback,
            List<Double> floor,
            List<Double> best,
            List<Double> range) {
        /// Copies the lists.
        public Proposed {
            packages = List.copyOf(packages);
            parties = List.copyOf(parties);
            fallback = List.copyOf(fallback);
            floor = List.copyOf(floor);
            best = List.copyOf(best);
            range = List.copyOf(range);
        }
    }

    /// A package with the names it has earned.
    ///
    /// @param keys its names in data, as in `nash`
    /// @param labels the same for readers
    /// @param levels a level index for each item of the agreement
    record Named(List<String> keys, List<String> labels, List<Integer> levels) {
        /// Copies the lists.
        public Named {
            keys = List.copyOf(keys);
            labels = List.copyOf(labels);
            levels = List.copyOf(levels);
        }
    }
}

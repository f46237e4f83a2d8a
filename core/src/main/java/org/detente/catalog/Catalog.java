// SPDX-License-Identifier: Apache-2.0
package org.detente.catalog;

import java.util.List;
import org.detente.analysis.Analysis;
import org.detente.analysis.agreements.AgreementsAnalysis;
import org.detente.analysis.enforcement.EnforcementAnalysis;
import org.detente.analysis.enforcement.OutsideMoves;
import org.detente.analysis.map.MapAnalysis;
import org.detente.analysis.spoilers.SpoilersAnalysis;
import org.detente.analysis.stability.StabilityAnalysis;

/// The one list of the analyses that exist. A new analysis is added here and nowhere else.
public final class Catalog {
    private static final StabilityAnalysis STABILITY = new StabilityAnalysis();
    private static final AgreementsAnalysis AGREEMENTS = new AgreementsAnalysis(STABILITY);
    private static final List<Analysis> ANALYSES =
            List.of(
                    new MapAnalysis(),
                    STABILITY,
                    AGREEMENTS,
                    new EnforcementAnalysis(AGREEMENTS, STABILITY),
                    new SpoilersAnalysis(new OutsideMoves(AGREEMENTS, STABILITY)));

    private Catalog() {}

    /// All analyses, in the order in which a report shows them.
    ///
    /// @return an immutable list
    public static List<Analysis> analyses() {
        return ANALYSES;
    }
}

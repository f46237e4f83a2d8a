// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.List;
import org.detente.analysis.AnalysisResult;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Table;
import org.detente.analysis.Tabulated;
import org.detente.explain.Data;
import org.detente.explain.Explanation;

/// The acceptable and the efficient packages, as the case is written and as each view reads it.
public final class AgreementsResult implements AnalysisResult, Tabulated {
    private final AgreementsFindings found;

    AgreementsResult(AgreementsFindings found) {
        this.found = found;
    }

    AgreementsFindings found() {
        return found;
    }

    /// What it comes to, of the case as written or of the view it was compiled under.
    ///
    /// @return the headline
    public AgreementsHeadline headline() {
        return AgreementsHeadline.of(found);
    }

    @Override
    public boolean leads() {
        return found.stated() != null;
    }

    @Override
    public String analysis() {
        return "agreements";
    }

    @Override
    public Completeness completeness() {
        boolean exact =
                found.readings().stream().allMatch(r -> r.bargain().frontier().epsilon() == 0);
        if (!exact) {
            return new Completeness.Truncated("--max-frontier", found.maxFrontier());
        }
        return found.ends().omittedCount() == 0
                ? new Completeness.Complete()
                : new Completeness.Truncated("ranges on a frontier of at most", Ends.MOST_POINTS);
    }

    @Override
    public Explanation explain(ListLimit limit) {
        return new AgreementsExplanation(found, limit).explanation();
    }

    @Override
    public Data.Fields data(ListLimit limit) {
        return new AgreementsData(found, limit).fields().with("complete", complete());
    }

    /// The efficient acceptable packages: `frontier`, and one more for each view.
    @Override
    public List<Table> tables() {
        return FrontierTable.of(found);
    }

    private boolean complete() {
        return completeness() instanceof Completeness.Complete;
    }
}

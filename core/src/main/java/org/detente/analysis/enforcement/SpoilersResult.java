// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import org.detente.analysis.AnalysisResult;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.explain.Data;
import org.detente.explain.Explanation;

/// What parties outside an agreement would do about it.
public final class SpoilersResult implements AnalysisResult {
    private final SpoilersFindings found;

    SpoilersResult(SpoilersFindings found) {
        this.found = found;
    }

    SpoilersFindings found() {
        return found;
    }

    @Override
    public String analysis() {
        return "spoilers";
    }

    @Override
    public Completeness completeness() {
        return new Completeness.Complete();
    }

    @Override
    public Explanation explain(ListLimit limit) {
        return new SpoilersExplanation(found, limit).explanation();
    }

    @Override
    public Data.Fields data(ListLimit limit) {
        return new SpoilersData(found).fields().with("complete", true);
    }
}

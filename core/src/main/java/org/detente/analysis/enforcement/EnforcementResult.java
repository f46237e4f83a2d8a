// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import org.detente.analysis.AnalysisResult;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.explain.Data;
import org.detente.explain.Explanation;

/// Whether packages would be kept, and in which order of steps they can be carried out.
public final class EnforcementResult implements AnalysisResult {
    private final EnforcementFindings found;

    EnforcementResult(EnforcementFindings found) {
        this.found = found;
    }

    EnforcementFindings found() {
        return found;
    }

    @Override
    public String analysis() {
        return "enforcement";
    }

    @Override
    public Completeness completeness() {
        for (Tested tested : found.packages()) {
            Plan plan = tested.plan();
            if (plan == null ? isTooLarge(tested) : !plan.exact()) {
                return new Completeness.Truncated("--max-positions", found.maxPositions());
            }
        }
        Firmness firmness = found.firmness();
        return firmness == null || firmness.stateCount() < Firmness.MOST_STATES
                ? new Completeness.Complete()
                : new Completeness.Truncated(
                        "combinations of options' levels for the most enforceable",
                        Firmness.MOST_STATES);
    }

    /// Whether no order was looked for because there are too many positions.
    private boolean isTooLarge(Tested tested) {
        Ground ground = found.ground();
        return tested.isTested()
                && ground.hasPatience()
                && Lattice.isTooLarge(
                        ground.space(), ground.model().now(), tested.state(), found.maxPositions());
    }

    @Override
    public Explanation explain(ListLimit limit) {
        return new EnforcementExplanation(found, limit).explanation();
    }

    @Override
    public Data.Fields data(ListLimit limit) {
        return new EnforcementData(found, limit)
                .fields()
                .with("complete", completeness() instanceof Completeness.Complete);
    }
}

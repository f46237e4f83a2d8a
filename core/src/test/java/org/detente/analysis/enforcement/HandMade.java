// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.List;
import org.detente.model.Case;
import org.detente.model.Time;

/// Small cases with time.
final class HandMade {
    private HandMade() {}

    /// A case in which time passes.
    static Case with(Case source, Time time) {
        return new Case(
                source.formatVersion(),
                source.title(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                source.parties(),
                source.options(),
                source.rules(),
                source.outcomes(),
                source.now(),
                source.assumptions(),
                source.preferences(),
                source.agreement(),
                time,
                List.of(),
                List.of(),
                List.of(),
                source.views());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.List;

/// What follows once a breach has been seen.
///
/// @param points what it leaves to the party that broke the agreement, a step
/// @param state the state it ends in, or -1 where the fallback of the case stands for it
/// @param by the ids of the parties that move, in the case's order; empty if nobody does
/// @param credible why it is believed
record Punishment(double points, int state, List<String> by, Credible credible) {
    /// Copies the list.
    Punishment {
        by = List.copyOf(by);
    }

    /// Why a punishment is believed.
    enum Credible {
        /// Nobody gains by leaving the state it ends in.
        NASH("Nash-stable", "nobody gains by moving away from it"),
        /// Whoever gains by leaving that state is answered by moves that pay those who answer.
        SEQUENTIAL("sequentially stable", "sequentially stable, not subgame perfect"),
        /// There is no such state: the breach goes unanswered.
        NONE("none", "no credible punishment"),
        /// The case says that a seen breach brings what no agreement brings.
        COLLAPSE("assumed", "assumed by the case: the agreement collapses");

        private final String key;
        private final String words;

        Credible(String key, String words) {
            this.key = key;
            this.words = words;
        }

        /// Its key in data.
        String key() {
            return key;
        }

        /// The same in words.
        String words() {
            return words;
        }
    }
}

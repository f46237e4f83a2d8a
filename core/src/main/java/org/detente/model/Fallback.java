// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.SequencedMap;

/// What no agreement brings.
public sealed interface Fallback {
    /// A lottery that everybody believes in.
    ///
    /// @param lottery the lottery
    record Shared(Lottery lottery) implements Fallback {}

    /// Each party's own belief.
    ///
    /// @param byParty a lottery by party id, in the order written
    record Beliefs(SequencedMap<String, Lottery> byParty) implements Fallback {
        /// Copies the map.
        public Beliefs {
            byParty = Ordered.copyOf(byParty);
        }
    }

    /// Points.
    ///
    /// @param byParty points by party id, in the order written
    record Values(SequencedMap<String, Figure> byParty) implements Fallback {
        /// Copies the map.
        public Values {
            byParty = Ordered.copyOf(byParty);
        }
    }
}

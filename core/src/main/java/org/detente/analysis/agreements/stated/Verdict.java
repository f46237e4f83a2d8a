// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import org.detente.compile.PackageBan;
import org.jspecify.annotations.Nullable;

/// Whether a package is acceptable to a party.
///
/// @param held under which of its value functions
/// @param redLine the red line that the package crosses, or null
record Verdict(Held held, @Nullable PackageBan redLine) {
    /// Under which value functions something holds.
    enum Held {
        /// Under every one that the statements leave.
        ALL("all", "✓"),
        /// Under some and not under others.
        SOME("some", "?"),
        /// Under none.
        NONE("none", "✗");

        private final String key;
        private final String sign;

        Held(String key, String sign) {
            this.key = key;
            this.sign = sign;
        }

        /// Its word in data.
        String key() {
            return key;
        }

        /// Its sign for readers.
        String sign() {
            return sign;
        }

        /// Both of two, each under value functions of its own party.
        Held and(Held other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

/// The states an outcome covers.
public sealed interface Region {
    /// Those where a condition holds.
    ///
    /// @param condition the condition
    record When(Condition condition) implements Region {}

    /// Every state in no other outcome; at most one outcome is this.
    record Otherwise() implements Region {}
}

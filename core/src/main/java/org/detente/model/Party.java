// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import org.jspecify.annotations.Nullable;

/// Somebody with a part in the crisis.
///
/// @param id its id within the case
/// @param name its name for readers
/// @param code a short code, as of ISO 3166-1 alpha-3, or null
/// @param role its part
/// @param text who it is, or null
/// @param basis what its being here rests on
public record Party(
        String id,
        String name,
        @Nullable String code,
        Role role,
        @Nullable String text,
        Basis basis) {

    /// The part a party plays.
    public enum Role {
        /// At the table with a stake of its own; the default.
        PRINCIPAL,
        /// Carries the talks between the principals.
        MEDIATOR,
        /// Checks what the principals do.
        VERIFIER,
        /// Not at the table, able to act.
        OUTSIDE,
        /// Bears consequences.
        AFFECTED,
        /// Must approve what a principal signs.
        RATIFIER
    }
}

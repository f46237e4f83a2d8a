// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import org.detente.model.Basis;
import org.detente.model.Condition;
import org.jspecify.annotations.Nullable;

/// Something that keeps packages off the table.
///
/// @param kind why they are off
/// @param name the rule's id, the party's id for a red line, or the option for what cannot be
///   undone
/// @param condition what must not hold, or null where the moves themselves forbid it
/// @param basis what it rests on
/// @param table the packages it keeps off
public record PackageBan(
        Kind kind, String name, @Nullable Condition condition, Basis basis, PackageTable table) {
    /// Why packages are off the table.
    public enum Kind {
        /// A rule of the case: it cannot be.
        RULE,
        /// No moves of the signatories lead there from where things stand.
        UNREACHABLE,
        /// A rule of the agreement: it would be no agreement.
        AGREEMENT_RULE,
        /// A signatory or a ratifier will not have it.
        RED_LINE
    }

    /// Whether it holds whatever any one party wants: everything but red lines.
    ///
    /// @return false for a red line
    public boolean isCommon() {
        return kind != Kind.RED_LINE;
    }
}

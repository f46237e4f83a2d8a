// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.List;
import org.detente.compile.PackageBan;
import org.detente.model.Setting;
import org.jspecify.annotations.Nullable;

/// A change beforehand that would make a party outside leave an agreement alone.
///
/// @param settings the items of the package with their other levels, or one option of a signatory
///   that the package does not cover
/// @param by the id of the signatory whose option it is, or null for items of the package
/// @param isAcceptable whether the package is acceptable to all signatories with it
/// @param ban what of the agreement's rules and red lines the package breaks with it, if it breaks
///   one
record Deterrent(
        List<Setting> settings,
        @Nullable String by,
        boolean isAcceptable,
        @Nullable PackageBan ban) {
    /// Copies the list.
    Deterrent {
        settings = List.copyOf(settings);
    }
}

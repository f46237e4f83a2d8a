// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.List;
import org.detente.model.Setting;

/// A package that a user names.
///
/// @param name what the user calls it
/// @param settings the levels it fixes, each item once; items not named are at `now`, terms at
///   their first level
public record NamedPackage(String name, List<Setting> settings) {
    /// Copies the settings.
    public NamedPackage {
        settings = List.copyOf(settings);
    }
}

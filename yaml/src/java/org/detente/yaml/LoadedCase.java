// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.List;
import org.detente.model.Case;
import org.detente.model.Places;
import org.detente.model.Problem;

/// A case that was read without an error.
///
/// @param model the case
/// @param places where each of its parts stands in the file
/// @param warnings what the user should know, in the order of the file
/// @param source the file's name as the user would recognise it
public record LoadedCase(Case model, Places places, List<Problem> warnings, String source) {
    /// Copies the warnings.
    public LoadedCase {
        warnings = List.copyOf(warnings);
    }
}

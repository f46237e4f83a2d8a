// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.List;
import org.detente.model.Case;

/// A case that was read from another tool's files.
///
/// @param title what the files were, as in `Genius XML`
/// @param model the case
/// @param losses what it could not take over as it stood, in the order of the files
public record Imported(String title, Case model, List<Loss> losses) {
    /// Copies the list.
    public Imported {
        losses = List.copyOf(losses);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.List;
import org.detente.model.Said;

/// What somebody answered to a question.
///
/// @param key the question's key
/// @param chosen the keys of the choices taken, in the order given; [#SKIPPED] alone if the
///   question was passed over
/// @param said who answered and when
public record Answer(String key, List<String> chosen, Said said) {
    /// The choice that stands for passing a question over.
    public static final String SKIPPED = "skip";

    /// Copies the list.
    public Answer {
        chosen = List.copyOf(chosen);
    }

    /// Whether the question was passed over.
    ///
    /// @return true if nothing was said
    public boolean isSkipped() {
        return chosen.equals(List.of(SKIPPED));
    }
}

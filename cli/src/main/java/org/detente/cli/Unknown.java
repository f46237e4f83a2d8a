// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.List;
import org.detente.yaml.NearestName;

/// Says that a name is unknown, and which was probably meant.
final class Unknown {
    private Unknown() {}

    /// The message.
    ///
    /// @param kind what the name should have been one of
    /// @param name the name
    /// @param names the names there are
    /// @return whole sentences
    static String message(String kind, String name, List<String> names) {
        String nearest = NearestName.of(name, names);
        String mend;
        if (names.isEmpty()) {
            mend = "There is none at all.";
        } else if (nearest != null) {
            mend = "Did you mean '%s'?".formatted(nearest);
        } else {
            mend = "There is: %s.".formatted(String.join(", ", names));
        }
        return "no %s is called '%s'. %s".formatted(kind, name, mend);
    }
}

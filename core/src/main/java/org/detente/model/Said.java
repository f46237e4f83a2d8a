// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

/// Who stated something, and when: an expert in an interview, or a member of a group.
///
/// @param by the person's name, as readers know it
/// @param on the day it was said
public record Said(String by, PartialDate on) {
    /// Checks the name.
    ///
    /// @throws IllegalArgumentException if it is blank
    public Said {
        if (by.isBlank()) {
            throw new IllegalArgumentException("who said something needs a name; got a blank one");
        }
    }

    /// In words for a reader.
    ///
    /// @return for example `A. Expert, 25 February 2026`
    public String inWords() {
        return "%s, %s".formatted(by, on.inWords());
    }
}

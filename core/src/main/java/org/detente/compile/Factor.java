// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import org.detente.model.Basis;
import org.detente.model.Quantity;

/// An uncertain number of the case: a named assumption, or a range written where it is used.
///
/// @param path where it stands, as in `preferences.iran.values.us.relief.full`; also its identity
/// @param quantity the range or distribution
/// @param basis what it rests on
public record Factor(String path, Quantity quantity, Basis basis) {
    /// Where along its range a factor is looked at.
    public enum Position {
        /// The lower end: a, or m − 2s.
        LOW,
        /// The centre: the middle of `a to b`, `likely`, or m.
        CENTRE,
        /// The upper end: b, or m + 2s.
        HIGH
    }

    /// Its value at a position.
    ///
    /// @param position where along its range
    /// @return the number
    public double at(Position position) {
        return Quantities.at(quantity, position);
    }
}

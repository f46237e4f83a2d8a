// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

/// A place in a text: line and column, both counted from 1, the column in Unicode code points.
///
/// @param line the line, from 1
/// @param column the column, from 1
public record Place(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}

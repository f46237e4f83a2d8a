// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.List;
import java.util.stream.Stream;

/// A table of what an analysis found, for spreadsheets and statistics: plain names and numbers,
/// every row, nothing cut.
///
/// @param name what it holds, as a file is called: a lower-case word or words with hyphens
/// @param columns the columns' names, as long as each row
/// @param rows the rows
public record Table(String name, List<String> columns, Rows rows) {
    /// Copies the names.
    public Table {
        columns = List.copyOf(columns);
    }

    /// Rows that are made when they are written, since there can be millions.
    @FunctionalInterface
    public interface Rows {
        /// Makes the rows.
        ///
        /// @return the same rows each time; cells are names or numbers, empty where there is
        ///   nothing
        Stream<List<String>> stream();
    }
}

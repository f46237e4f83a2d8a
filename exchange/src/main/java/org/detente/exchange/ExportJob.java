// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.List;
import java.util.function.Supplier;
import org.detente.analysis.Table;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;

/// A case to be written in another form.
///
/// @param key what its files are called, without an ending
/// @param model the compiled case
/// @param tables gives the tables of every analysis that the case has enough for; only forms made
///   of tables ask
/// @param mostEdges how many moves a graph may have
public record ExportJob(
        String key, CompiledCase model, Supplier<List<Table>> tables, long mostEdges) {
    /// How many moves a graph may have unless somebody says otherwise.
    public static final long DEFAULT_MOST_EDGES = 1_000_000;

    /// The case as written.
    ///
    /// @return the source of the compiled case
    public Case source() {
        return model.source();
    }
}

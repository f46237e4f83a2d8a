// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.List;

/// A result that can be given as tables.
public interface Tabulated {
    /// The tables.
    ///
    /// @return at least one; their names differ from those of every other analysis
    List<Table> tables();
}

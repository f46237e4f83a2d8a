// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import org.detente.compile.StateSpace;
import org.detente.explain.Data;

/// Options, their levels and numbers that may be missing, as parts of a tree.
///
/// @param space the states
record OptionData(StateSpace space) {
    /// The options that differ between two states, with their levels in the second.
    Data.Fields changed(int from, int to) {
        Data.Fields fields = new Data.Fields();
        for (int option = 0; option < space.optionCount(); option++) {
            int level = space.level(to, option);
            if (level != space.level(from, option)) {
                fields.with(name(option), level(option, level));
            }
        }
        return fields;
    }

    /// An option as it is written.
    String name(int option) {
        return space.options().get(option).ref().toString();
    }

    /// A level of an option as it is written.
    String level(int option, int level) {
        return space.options().get(option).levels().get(level).name();
    }

    /// A number, or nothing where there is none.
    static Data real(double value) {
        return Double.isFinite(value) ? new Data.Real(value) : new Data.None();
    }
}

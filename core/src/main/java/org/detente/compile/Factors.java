// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.model.Assumption;
import org.detente.model.Case;
import org.detente.model.Figure;
import org.detente.model.Quantity;

/// Gathers uncertain numbers, each once: a named assumption where it is named first.
final class Factors {
    private final Case source;
    private final SequencedMap<String, Factor> byPath = new LinkedHashMap<>();

    /// Nothing gathered.
    ///
    /// @param source the case whose assumptions are named
    Factors(Case source) {
        this.source = source;
    }

    /// Adds what a figure rests on, if that is uncertain.
    ///
    /// @param figure the figure
    /// @param path where it stands
    void add(Figure figure, String path) {
        if (figure.quantity() instanceof Quantity.Named(String name, _)) {
            for (Assumption assumption : source.assumptions()) {
                if (assumption.id().equals(name)) {
                    add(assumption.figure(), Quantities.assumptionPath(name));
                }
            }
        } else if (Quantities.uncertain(figure.quantity())) {
            byPath.putIfAbsent(path, new Factor(path, figure.quantity(), figure.basis()));
        }
    }

    /// What was gathered, in the order added.
    List<Factor> gathered() {
        return List.copyOf(byPath.values());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.List;
import org.detente.analysis.Completeness;
import org.detente.analysis.stability.Concept;
import org.detente.compile.StateSet;

/// Which states are stable for which coalitions.
public final class CoalitionResult {
    private final StateSet feasible;
    private final List<CoalitionVerdict> verdicts;
    private final List<List<Integer>> undecided;
    private final Completeness completeness;

    CoalitionResult(
            StateSet feasible,
            List<CoalitionVerdict> verdicts,
            List<List<Integer>> undecided,
            Completeness completeness) {
        this.feasible = feasible;
        this.verdicts = List.copyOf(verdicts);
        this.undecided = List.copyOf(undecided);
        this.completeness = completeness;
    }

    /// The coalitions that were decided, in the order in which they were given.
    ///
    /// @return one verdict each
    public List<CoalitionVerdict> verdicts() {
        return verdicts;
    }

    /// The coalitions for which a bound was hit before anything was decided.
    ///
    /// @return their members
    public List<List<Integer>> undecided() {
        return undecided;
    }

    /// Whether all coalitions were decided.
    ///
    /// @return that, or the bound that was hit
    public Completeness completeness() {
        return completeness;
    }

    /// The feasible states that are stable for every coalition for which the concept was decided.
    ///
    /// @param concept one of [CoalitionVerdict#CONCEPTS]
    /// @return a set that the caller may change
    public StateSet equilibria(Concept concept) {
        StateSet all = feasible.copy();
        verdicts.stream()
                .filter(verdict -> verdict.isDecided(concept))
                .forEach(verdict -> all.and(verdict.stable(concept)));
        return all;
    }

    /// How the coalitions of several members upset a state of which that was sought.
    ///
    /// @param state the state
    /// @return one for each that does, in the order of the coalitions
    public List<Upset> upsetsOf(int state) {
        return verdicts.stream()
                .filter(verdict -> verdict.members().size() > 1)
                .flatMap(verdict -> verdict.upsets().stream())
                .filter(upset -> upset.state() == state)
                .toList();
    }
}

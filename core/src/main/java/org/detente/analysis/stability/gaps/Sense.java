// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

/// How a party treats what it cannot compare, after [Li2004]: whether it would move where it might
/// gain, and whether a state that might be worse deters it.
public enum Sense {
    /// Moves where it may gain; only a sure loss deters.
    A("a", true, false),
    /// Moves for a sure gain only; only a sure loss deters.
    B("b", false, false),
    /// Moves where it may gain; a possible loss deters.
    C("c", true, true),
    /// Moves for a sure gain only; a possible loss deters.
    D("d", false, true);

    private final String key;
    private final boolean movesOnMaybe;
    private final boolean deterredByMaybe;

    Sense(String key, boolean movesOnMaybe, boolean deterredByMaybe) {
        this.key = key;
        this.movesOnMaybe = movesOnMaybe;
        this.deterredByMaybe = deterredByMaybe;
    }

    /// The name in data.
    ///
    /// @return a letter
    public String key() {
        return key;
    }

    /// Whether it moves to a state that it cannot compare with the present one.
    ///
    /// @return true in senses a and c
    public boolean movesOnMaybe() {
        return movesOnMaybe;
    }

    /// Whether an answer deters that ends in a state which it cannot compare with the present one;
    /// it does not count on escaping to such a state either.
    ///
    /// @return true in senses c and d
    public boolean deterredByMaybe() {
        return deterredByMaybe;
    }

    /// What it means, in words.
    ///
    /// @return a clause
    public String meaning() {
        return (movesOnMaybe ? "moves where it may gain" : "moves for a sure gain only")
                + (deterredByMaybe ? "; a possible loss deters" : "; only a sure loss deters");
    }
}

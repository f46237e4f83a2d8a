// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

import org.detente.compile.StateSet;

/// Which states are equilibria under which completions of the open orders, under one concept.
///
/// @param every shown states proved to be equilibria under every completion; shared, must not be
///   changed, as the others
/// @param possible shown states not proved to be none under every completion
/// @param seenStable of the possible, those known to be equilibria under some completion
/// @param seenUnstable shown states known not to be equilibria under some completion
public record Completions(
        StateSet every, StateSet possible, StateSet seenStable, StateSet seenUnstable) {
    /// What is known of a state.
    public enum Standing {
        /// An equilibrium under every completion; proved.
        EVERY("every", "under every completion"),
        /// An equilibrium under some completions and not under others; proved.
        SOME("some", "under some, not under others"),
        /// An equilibrium under no completion; proved.
        NONE("none", "under none"),
        /// An equilibrium under all completions drawn; not proved.
        ALL_SAMPLED("allSampled", "under all drawn (sampled)"),
        /// An equilibrium under no completion drawn; not proved.
        NONE_SAMPLED("noneSampled", "under none drawn (sampled)");

        private final String key;
        private final String words;

        Standing(String key, String words) {
            this.key = key;
            this.words = words;
        }

        /// The name in data.
        ///
        /// @return a word
        public String key() {
            return key;
        }

        /// The name for readers.
        ///
        /// @return a few words
        public String words() {
            return words;
        }
    }

    /// What is known of a state.
    ///
    /// @param state a shown state's number
    /// @return its standing
    public Standing of(int state) {
        if (every.contains(state)) {
            return Standing.EVERY;
        }
        if (!possible.contains(state)) {
            return Standing.NONE;
        }
        if (!seenStable.contains(state)) {
            return Standing.NONE_SAMPLED;
        }
        return seenUnstable.contains(state) ? Standing.SOME : Standing.ALL_SAMPLED;
    }

    /// How many states of a set have a standing.
    ///
    /// @param standing the standing
    /// @param among shown states
    /// @return the number of them
    public int count(Standing standing, StateSet among) {
        int count = 0;
        for (int state = among.next(0); state >= 0; state = among.next(state + 1)) {
            count += of(state) == standing ? 1 : 0;
        }
        return count;
    }
}

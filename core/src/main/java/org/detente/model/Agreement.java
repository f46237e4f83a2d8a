// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What could be agreed, between whom, and what its absence would bring.
///
/// @param between the signatories' ids
/// @param covers the options it fixes
/// @param terms what exists only inside it
/// @param rules what no agreement may contain
/// @param beliefs what the parties and the modeller believe about it
/// @param breachCollapses whether a seen breach brings the fallback (assumed) instead of a computed
///   punishment
/// @param ratify for each ratifier's id, the signatory it belongs to
public record Agreement(
        List<String> between,
        List<ItemRef.OptionRef> covers,
        List<Term> terms,
        List<Rule> rules,
        Beliefs beliefs,
        boolean breachCollapses,
        SequencedMap<String, String> ratify) {
    /// Copies the collections.
    public Agreement {
        between = List.copyOf(between);
        covers = List.copyOf(covers);
        terms = List.copyOf(terms);
        rules = List.copyOf(rules);
        ratify = Ordered.copyOf(ratify);
    }

    /// Beliefs around an agreement. Each part may be absent; a view's parts override the case's.
    ///
    /// @param otherwise what no agreement brings, or null if it is not stated
    /// @param outside by party, a bound from below that is not the fallback
    /// @param risk what remains possible under an agreement, or null
    /// @param meanwhile what parties outside may do while it stands
    /// @param weights bargaining weights by party; 1 unless given
    public record Beliefs(
            @Nullable Fallback otherwise,
            SequencedMap<String, Figure> outside,
            @Nullable Lottery risk,
            List<Meanwhile> meanwhile,
            SequencedMap<String, Figure> weights) {
        /// Copies the collections.
        public Beliefs {
            outside = Ordered.copyOf(outside);
            meanwhile = List.copyOf(meanwhile);
            weights = Ordered.copyOf(weights);
        }

        /// These beliefs with those given in the other taking precedence.
        ///
        /// @param other the overriding beliefs
        /// @return new beliefs
        public Beliefs overriddenBy(Beliefs other) {
            return new Beliefs(
                    other.otherwise == null ? otherwise : other.otherwise,
                    Overrides.byKey(outside, other.outside),
                    other.risk == null ? risk : other.risk,
                    Overrides.byKey(meanwhile, other.meanwhile, Meanwhile::option),
                    Overrides.byKey(weights, other.weights));
        }
    }

    /// What a party outside may do while an agreement stands.
    ///
    /// @param option its option
    /// @param levels the chance of each level named; the first level has the rest
    public record Meanwhile(ItemRef.OptionRef option, List<LevelChance> levels) {
        /// Copies the levels.
        public Meanwhile {
            levels = List.copyOf(levels);
        }
    }

    /// The chance of a level.
    ///
    /// @param level the level's name
    /// @param probability a share, 0..1
    public record LevelChance(String level, Figure probability) {}
}

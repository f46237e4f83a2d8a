// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.detente.model.Agreement;
import org.detente.model.Assumption;
import org.detente.model.Basis;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.View;
import org.jspecify.annotations.Nullable;

/// Views with some of what they say exchanged for what another says, key by key. Orders and
/// rankings, which verdicts on statements do not read, are left out.
final class ViewMix {
    private ViewMix() {}

    /// A view that overrides nothing.
    static View empty() {
        return new View("", null, null, Basis.ASSUMED, List.of(), List.of(), null, null);
    }

    /// What a view overrides of that which verdicts hang on.
    ///
    /// @param view a view, or null for the case as written, which overrides nothing
    /// @return paths as in the case, in its order
    static SequencedSet<String> keys(@Nullable View view) {
        SequencedSet<String> keys = new LinkedHashSet<>();
        if (view == null) {
            return keys;
        }
        for (Preferences preferences : view.preferences()) {
            for (PreferencePart part : preferences.parts()) {
                String key = key(preferences.party(), part);
                if (key != null) {
                    keys.add(key);
                }
            }
        }
        view.assumptions().forEach(a -> keys.add(key(a)));
        Agreement.Beliefs beliefs = view.beliefs();
        if (beliefs != null) {
            add(keys, "agreement.otherwise", beliefs.otherwise() != null);
            add(keys, "agreement.outside", !beliefs.outside().isEmpty());
            add(keys, "agreement.risk", beliefs.risk() != null);
            add(keys, "agreement.meanwhile", !beliefs.meanwhile().isEmpty());
        }
        add(keys, "time", view.time() != null);
        return keys;
    }

    private static void add(Set<String> keys, String key, boolean isGiven) {
        if (isGiven) {
            keys.add(key);
        }
    }

    private static String key(Assumption assumption) {
        return "assumptions." + assumption.id();
    }

    private static @Nullable String key(String party, PreferencePart part) {
        String word =
                switch (part) {
                    case PreferencePart.RedLines _ -> "red lines";
                    case PreferencePart.Prefer _ -> "prefer";
                    case PreferencePart.Swings _ -> "swings";
                    case PreferencePart.Packages _ -> "packages";
                    case PreferencePart.Values _ -> "values";
                    case PreferencePart.Once _ -> "once";
                    case PreferencePart.Order _, PreferencePart.Ranking _ -> null;
                };
        return word == null ? null : "preferences.%s.%s".formatted(party, word);
    }

    /// One view with another's answers to some keys.
    ///
    /// @param own the view
    /// @param other whose answers to take, or null for those of the case as written
    /// @param taken the keys
    static View of(View own, @Nullable View other, Set<String> taken) {
        SequencedMap<String, List<PreferencePart>> parts = new LinkedHashMap<>();
        List<Assumption> assumptions = new ArrayList<>();
        gather(own, taken, false, parts, assumptions);
        if (other != null) {
            gather(other, taken, true, parts, assumptions);
        }
        List<Preferences> preferences = new ArrayList<>();
        parts.forEach((party, given) -> preferences.add(new Preferences(party, given)));
        Agreement.Beliefs none =
                new Agreement.Beliefs(
                        null, new LinkedHashMap<>(), null, List.of(), new LinkedHashMap<>());
        Agreement.Beliefs first = own.beliefs() == null ? none : own.beliefs();
        Agreement.Beliefs second =
                other == null || other.beliefs() == null ? none : other.beliefs();
        Agreement.Beliefs beliefs =
                new Agreement.Beliefs(
                        (taken.contains("agreement.otherwise") ? second : first).otherwise(),
                        (taken.contains("agreement.outside") ? second : first).outside(),
                        (taken.contains("agreement.risk") ? second : first).risk(),
                        (taken.contains("agreement.meanwhile") ? second : first).meanwhile(),
                        first.weights());
        return new View(
                own.id(),
                own.name(),
                own.text(),
                own.basis(),
                preferences,
                assumptions,
                beliefs,
                taken.contains("time") ? (other == null ? null : other.time()) : own.time());
    }

    private static void gather(
            View view,
            Set<String> taken,
            boolean inside,
            SequencedMap<String, List<PreferencePart>> parts,
            List<Assumption> assumptions) {
        for (Preferences preferences : view.preferences()) {
            for (PreferencePart part : preferences.parts()) {
                String key = key(preferences.party(), part);
                if (key != null && taken.contains(key) == inside) {
                    parts.computeIfAbsent(preferences.party(), _ -> new ArrayList<>()).add(part);
                }
            }
        }
        for (Assumption assumption : view.assumptions()) {
            if (taken.contains(key(assumption)) == inside) {
                assumptions.add(assumption);
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/// What a view gives replaces the case's own, one party or option at a time; the rest stays.
final class Overrides {
    private Overrides() {}

    /// A map in which some values are replaced.
    ///
    /// @param own the map, whose order stays
    /// @param other what replaces its values, or is added at its end
    static <K, V> SequencedMap<K, V> byKey(SequencedMap<K, V> own, SequencedMap<K, V> other) {
        SequencedMap<K, V> result = new LinkedHashMap<>(own);
        result.putAll(other);
        return result;
    }

    /// A list in which some items are replaced.
    ///
    /// @param own the list, whose order stays
    /// @param other what replaces the items of the same key, or is added at its end
    /// @param key an item's key
    static <T, K> List<T> byKey(List<T> own, List<T> other, Function<T, K> key) {
        SequencedMap<K, T> result = new LinkedHashMap<>();
        own.forEach(item -> result.put(key.apply(item), item));
        other.forEach(item -> result.put(key.apply(item), item));
        return new ArrayList<>(result.values());
    }
}

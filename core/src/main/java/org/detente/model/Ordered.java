// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Immutable maps that keep their order.
final class Ordered {
    private Ordered() {}

    static <K, V> SequencedMap<K, V> copyOf(SequencedMap<K, V> map) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }
}

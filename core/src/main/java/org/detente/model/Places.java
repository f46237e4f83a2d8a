// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where each part of a case stands in its file, by path.
///
/// A path is what the user would say: keys joined by dots, list positions in brackets, counted from
/// 0, as in `preferences.iran.order[2]`. Kept apart from the case, so that two cases that say the
/// same are equal wherever they say it.
public final class Places {
    /// No places at all, for a case that was made in memory.
    public static final Places NONE = new Places(Map.of());

    private final Map<String, Place> placeByPath;

    /// Keeps a copy of the given places.
    ///
    /// @param placeByPath the place of each path
    public Places(Map<String, Place> placeByPath) {
        this.placeByPath = Map.copyOf(placeByPath);
    }

    /// The place of a path or, if it has none, of the nearest path around it.
    ///
    /// @param path a path as in a problem
    /// @return its place, or null when nothing around it has one
    public @Nullable Place nearest(String path) {
        String at = path;
        while (true) {
            Place place = placeByPath.get(at);
            if (place != null) {
                return place;
            }
            int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            if (cut < 0) {
                return placeByPath.get("");
            }
            at = at.substring(0, cut);
        }
    }

    /// All places by path, unordered.
    ///
    /// @return an immutable map
    public Map<String, Place> byPath() {
        return placeByPath;
    }
}

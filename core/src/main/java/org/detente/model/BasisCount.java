// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many parts of a case of one kind rest on claims, and how many are assumed.
///
/// @param kind what the parts are, as `options` or `preference statements`
/// @param totalCount how many there are
/// @param assumedCount how many rest on no claim
public record BasisCount(String kind, int totalCount, int assumedCount) {
    /// What needs no claim of its own: it is carried by the part it belongs to, or only names
    /// things.
    private static final Set<String> NOT_COUNTED =
            Set.of("levels", "parties", "views", "states counted as one");

    /// Counts the parts of a case by kind, leaving out kinds without parts.
    ///
    /// @param source the case
    /// @return one count for each kind, in the order of the case
    public static List<BasisCount> of(Case source) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        BasisWalk.walk(
                source,
                (kind, basis) -> {
                    if (!NOT_COUNTED.contains(kind)) {
                        int[] pair = counts.computeIfAbsent(kind, _ -> new int[2]);
                        pair[0]++;
                        pair[1] += basis.assumed() ? 1 : 0;
                    }
                });
        List<BasisCount> result = new ArrayList<>();
        counts.forEach((kind, pair) -> result.add(new BasisCount(kind, pair[0], pair[1])));
        return result;
    }

    /// The claims that some part of the case rests on.
    ///
    /// @param source the case
    /// @return their ids
    public static Set<String> claimsUsed(Case source) {
        Set<String> used = new LinkedHashSet<>();
        BasisWalk.walk(source, (_, basis) -> used.addAll(basis.claims()));
        return used;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the valid name that somebody most likely meant.
///
/// The distance counts letters put in, left out, exchanged, or swapped with their neighbour
/// (Damerau 1964, Communications of the ACM 7(3); not checked here), each pair of neighbours
/// swapped at most once. Time and memory O(a·b) in the two lengths.
public final class NearestName {
    private static final int LONGEST = 80;

    private NearestName() {}

    /// The nearest of the candidates, if one is near enough to be meant.
    ///
    /// @param wanted what was written
    /// @param candidates the valid names
    /// @return the candidate, the first of equals, or null
    public static @Nullable String of(String wanted, Collection<String> candidates) {
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return null;
        }
        String folded = folded(wanted);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - wanted.length()) > LONGEST / 8) {
                continue;
            }
            int distance = distance(folded, folded(candidate));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        int tolerated = wanted.length() <= 2 ? 1 : Math.max(1, wanted.length() / 3);
        return bestDistance <= tolerated ? best : null;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = swapped ? Math.min(least, beforeLast[j - 2] + 1) : least;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}

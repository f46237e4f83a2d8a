// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.List;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// Whether a state would last, and who would move away from it first.
///
/// @param state its number
/// @param lastsUnder the keys of the concepts under which it is stable for every party, as in `seq`
/// @param lasting the same in words
/// @param firstMover the id of the party that would move first, or null if it lasts under all
/// @param firstMoveTo the state it would move to, or null if that is not known
/// @param falls by which move it falls, in words
public record StateVerdict(
        int state,
        List<String> lastsUnder,
        Text lasting,
        @Nullable String firstMover,
        @Nullable Integer firstMoveTo,
        Text falls) {
    /// Copies the list.
    public StateVerdict {
        lastsUnder = List.copyOf(lastsUnder);
    }
}

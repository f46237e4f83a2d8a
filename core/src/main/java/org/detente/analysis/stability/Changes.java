// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Which states' values others have changed since each of several movers last looked at them. One
/// bit for each mover and state.
final class Changes {
    private final long[] now;
    private final long[][] unseen;
    private final boolean[] hasLooked;
    private final boolean[] pending;
    private boolean any;

    /// Nobody has looked yet.
    Changes(int stateCount, int moverCount) {
        this.now = new long[(stateCount + 63) >>> 6];
        this.unseen = new long[moverCount][now.length];
        this.hasLooked = new boolean[moverCount];
        this.pending = new boolean[moverCount];
        Arrays.fill(pending, true);
    }

    /// Says that the present look has changed a state's value.
    void at(int state) {
        now[state >>> 6] |= 1L << state;
        any = true;
    }

    /// Whether a mover has something to see.
    boolean unseen(int mover) {
        return pending[mover];
    }

    /// Whether any mover has something to see.
    boolean anyUnseen() {
        for (boolean one : pending) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /// Whether a mover has not looked yet.
    boolean allUnseen(int mover) {
        return !hasLooked[mover];
    }

    /// The first state from one on that a mover has to see.
    ///
    /// @param end looks no further than before this
    /// @return a state, or one at or after the end if there is none before it
    int next(int mover, int from, int end) {
        long[] words = unseen[mover];
        int index = from >>> 6;
        long word = words[index] & (-1L << from);
        while (word == 0) {
            index++;
            if (index << 6 >= end) {
                return end;
            }
            word = words[index];
        }
        return (index << 6) + Long.numberOfTrailingZeros(word);
    }

    /// Ends a mover's look: it has seen everything, and others have what it changed to see.
    ///
    /// @param concerned which others
    void seen(int mover, IntPredicate concerned) {
        hasLooked[mover] = true;
        if (pending[mover]) {
            pending[mover] = false;
            Arrays.fill(unseen[mover], 0);
        }
        if (!any) {
            return;
        }
        for (int other = 0; other < unseen.length; other++) {
            if (other != mover && concerned.test(other)) {
                pending[other] = true;
                for (int word = 0; word < now.length; word++) {
                    unseen[other][word] |= now[word];
                }
            }
        }
        Arrays.fill(now, 0);
        any = false;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import org.jspecify.annotations.Nullable;

/// For every cell of a few items, the undominated sums of everything that has been eliminated
/// below, and how each was reached.
final class Message {
    /// The items the sums still depend on, ascending; the first one's level changes fastest.
    final int[] scope;

    /// The item whose level each point holds, or -1 if this only adds two messages.
    final int item;

    /// What the points' lefts and rights are points of.
    final @Nullable Message left;

    final @Nullable Message right;

    /// The largest sum below, dimension by dimension.
    final long[] largest;

    /// The points of cell c are those from `starts[c]` to before `starts[c + 1]`.
    final int[] starts;

    final Points points;

    /// How it was made; null for the zero message.
    final @Nullable Join join;

    Message(
            @Nullable Join join,
            @Nullable Message left,
            @Nullable Message right,
            long[] largest,
            int words) {
        this.join = join;
        this.scope = join == null ? new int[0] : join.scope;
        this.item = join == null ? -1 : join.item;
        this.left = left;
        this.right = right;
        this.largest = largest;
        this.starts = new int[(join == null ? 1 : join.cellCount) + 1];
        this.points = new Points(words);
    }

    /// The list that holds one zero vector: what a missing message stands for.
    static Message zero(Layout layout) {
        Message zero = new Message(null, null, null, new long[layout.dims], layout.words);
        zero.points.add(new long[layout.words], 0, 0, 0, 0);
        zero.starts[1] = 1;
        return zero;
    }

    /// Whether nothing is below.
    boolean isZero() {
        return join == null;
    }

    /// Writes the levels that led to a point; other items are left as they are.
    void trace(int point, int[] levels) {
        Message message = this;
        int at = point;
        while (message != null) {
            if (message.item >= 0) {
                levels[message.item] = message.points.level(at);
            }
            if (message.right != null) {
                message.right.trace(message.points.right(at), levels);
            }
            at = message.points.left(at);
            message = message.left;
        }
    }
}

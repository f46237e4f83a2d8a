// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

/// Two values of one state, under two concepts that share their moves, in one `long`: the second in
/// its upper half. Values are not negative.
final class TwoValues {
    /// Both above every rank.
    static final long BEYOND = of(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private TwoValues() {}

    static long of(int first, int second) {
        return (long) second << 32 | first;
    }

    static int first(long two) {
        return (int) two;
    }

    static int second(long two) {
        return (int) (two >>> 32);
    }

    /// The lesser first and the lesser second value.
    static long lesser(long one, long other) {
        int first = Math.min((int) one, (int) other);
        int second = Math.min((int) (one >>> 32), (int) (other >>> 32));
        return (long) second << 32 | first;
    }

    /// Both values counted downwards from above, so that the lesser is the greater; twice over, the
    /// values themselves.
    static long turned(long two) {
        return two ^ BEYOND;
    }
}

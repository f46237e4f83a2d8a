// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

/// Several values of one state in one `long`, so that what is done to one is done to all at once:
/// lanes of one width each, the lowest first. Values are not negative, and the highest bit of every
/// lane is left free to tell which of two values is the lesser.
final class Lanes {
    /// Two lanes that hold any rank.
    static final Lanes WIDE = new Lanes(Integer.SIZE - 1, 2);

    private final int width;
    private final long guards;
    private final long beyond;

    /// Lanes.
    ///
    /// @param bits how many bits a value has at most, from 1 to 31
    /// @param count how many lanes there are, at least 1 and at most [#most]
    Lanes(int bits, int count) {
        if (bits < 1 || bits >= Integer.SIZE || count < 1 || count > most(bits)) {
            throw new IllegalArgumentException("%d lanes of %d bits".formatted(count, bits));
        }
        this.width = bits + 1;
        long tops = 0;
        for (int lane = 0; lane < count; lane++) {
            tops |= 1L << (lane * width + bits);
        }
        this.guards = tops;
        this.beyond = below(tops);
    }

    /// How many lanes there can be for values of so many bits.
    static int most(int bits) {
        return Long.SIZE / (bits + 1);
    }

    /// Every value as high as can be, so that no rank is above it.
    long beyond() {
        return beyond;
    }

    /// One lane's value, all others at 0.
    long of(int lane, int value) {
        return (long) value << (lane * width);
    }

    /// The highest bit of a lane.
    long top(int lane) {
        return 1L << (lane * width + width - 1);
    }

    /// All values of some lanes as high as can be, all others at 0.
    ///
    /// @param from the first lane
    /// @param count how many
    long beyond(int from, int count) {
        int end = (from + count) * width;
        long upTo = end == Long.SIZE ? -1L : (1L << end) - 1;
        return beyond & upTo & (-1L << (from * width));
    }

    /// One lane's value.
    int value(long values, int lane) {
        return (int) (values >>> (lane * width) & ((1L << (width - 1)) - 1));
    }

    /// How many lanes there are.
    int count() {
        return Long.bitCount(guards);
    }

    /// Lane by lane the lesser of two values.
    long lesser(long one, long other) {
        long notLess = below(((one | guards) - other) & guards);
        return (other & notLess) | (one & ~notLess);
    }

    /// The highest bit of every lane in which the first value is above the second.
    long above(long one, long other) {
        return ~((other | guards) - one) & guards;
    }

    /// All values counted downwards from above, so that the lesser is the greater; twice over, the
    /// values themselves.
    long turned(long values) {
        return values ^ beyond;
    }

    /// All bits below given highest bits of lanes.
    private long below(long tops) {
        return tops - (tops >>> (width - 1));
    }
}

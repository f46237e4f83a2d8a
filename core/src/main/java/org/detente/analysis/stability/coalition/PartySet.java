// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.List;

/// A set of movers, one bit each.
///
/// @param bits bit k stands for mover k
record PartySet(int bits) {
    /// The set of these movers, in any order.
    static PartySet of(List<Integer> movers) {
        int bits = 0;
        for (int mover : movers) {
            bits |= 1 << mover;
        }
        return new PartySet(bits);
    }

    /// The movers below a count that are not in this set.
    PartySet others(int moverCount) {
        return new PartySet(((1 << moverCount) - 1) & ~bits);
    }

    boolean isEmpty() {
        return bits == 0;
    }

    /// The members, ascending.
    int[] members() {
        int[] members = new int[Integer.bitCount(bits)];
        int rest = bits;
        for (int k = 0; k < members.length; k++) {
            members[k] = Integer.numberOfTrailingZeros(rest);
            rest &= rest - 1;
        }
        return members;
    }

    /// All nonempty subsets, smaller numbers first.
    List<PartySet> subsets() {
        List<PartySet> subsets = new ArrayList<>();
        for (int sub = bits; sub != 0; sub = (sub - 1) & bits) {
            subsets.add(new PartySet(sub));
        }
        return subsets.reversed();
    }
}

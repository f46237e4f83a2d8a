// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.function.IntBinaryOperator;

/// A number for every state that is a sum of one number for each option's level, looked up in two
/// tables of about the root of the product's size: one for the lower options, one for the others.
final class DigitSums {
    private final int split;
    private final int[] lower;
    private final int[] upper;

    /// Adds up.
    ///
    /// @param space the space
    /// @param number an option's and a level's index to that level's number
    DigitSums(StateSpace space, IntBinaryOperator number) {
        int firstUpper = 0;
        long size = 1;
        while (firstUpper < space.optionCount() && size * size < space.product()) {
            size *= space.radix(firstUpper);
            firstUpper++;
        }
        this.split = (int) size;
        this.lower = sums(space, number, 0, firstUpper);
        this.upper = sums(space, number, firstUpper, space.optionCount());
    }

    private static int[] sums(StateSpace space, IntBinaryOperator number, int from, int to) {
        int size = 1;
        for (int option = from; option < to; option++) {
            size *= space.radix(option);
        }
        int[] sums = new int[size];
        int filled = 1;
        for (int option = from; option < to; option++) {
            for (int level = space.radix(option) - 1; level >= 0; level--) {
                int add = number.applyAsInt(option, level);
                for (int k = 0; k < filled; k++) {
                    sums[level * filled + k] = sums[k] + add;
                }
            }
            filled *= space.radix(option);
        }
        return sums;
    }

    /// A state's sum.
    int of(int state) {
        int high = state / split;
        return upper[high] + lower[state - high * split];
    }
}

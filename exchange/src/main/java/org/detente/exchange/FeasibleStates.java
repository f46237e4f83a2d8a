// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.List;

/// The states of yes/no options that no pattern rules out, by number: Σ 2^k over the options taken.
///
/// Time O(patterns · 2^options / 64), memory 2^options bits.
final class FeasibleStates {
    /// The most options whose states are written out.
    static final int MOST_OPTIONS = 28;

    /// In each word of 64 states, those in which option k, for k below 6, is taken.
    private static final long[] TAKEN = {
        0xAAAAAAAAAAAAAAAAL,
        0xCCCCCCCCCCCCCCCCL,
        0xF0F0F0F0F0F0F0F0L,
        0xFF00FF00FF00FF00L,
        0xFFFF0000FFFF0000L,
        0xFFFFFFFF00000000L
    };

    private final long[] words;

    private FeasibleStates(long[] words) {
        this.words = words;
    }

    /// The states that are left.
    ///
    /// @param optionCount at most [#MOST_OPTIONS]
    /// @param infeasible what is ruled out
    static FeasibleStates of(int optionCount, List<Pattern> infeasible) {
        int wordCount = optionCount <= 6 ? 1 : 1 << (optionCount - 6);
        long[] words = new long[wordCount];
        java.util.Arrays.fill(words, optionCount >= 6 ? -1L : (1L << (1 << optionCount)) - 1);
        for (Pattern pattern : infeasible) {
            if (pattern.isContradiction()) {
                continue;
            }
            long within = -1L;
            for (int k = 0; k < TAKEN.length; k++) {
                within &= (pattern.yes() >>> k & 1) != 0 ? TAKEN[k] : -1L;
                within &= (pattern.no() >>> k & 1) != 0 ? ~TAKEN[k] : -1L;
            }
            long yes = pattern.yes() >>> TAKEN.length;
            long no = pattern.no() >>> TAKEN.length;
            long free = (wordCount - 1) & ~(yes | no);
            long some = 0;
            do {
                words[(int) (yes | some)] &= ~within;
                some = (some - free) & free;
            } while (some != 0);
        }
        return new FeasibleStates(words);
    }

    int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /// The lowest number, or -1 if there is none.
    int first() {
        for (int word = 0; word < words.length; word++) {
            if (words[word] != 0) {
                return (word << 6) + Long.numberOfTrailingZeros(words[word]);
            }
        }
        return -1;
    }

    /// All numbers, ascending.
    int[] numbers() {
        int[] numbers = new int[count()];
        int next = 0;
        for (int word = 0; word < words.length; word++) {
            for (long bits = words[word]; bits != 0; bits &= bits - 1) {
                numbers[next++] = (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return numbers;
    }
}

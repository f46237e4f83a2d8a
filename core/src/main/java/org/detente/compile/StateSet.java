// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A set of states, one bit for each state of a product. Mutable; not safe for writing from several
/// threads unless they write different words.
public final class StateSet {
    private final int size;
    private final long[] words;

    private StateSet(int size, long[] words) {
        this.size = size;
        this.words = words;
    }

    /// A set without members.
    ///
    /// @param size how many states there are
    /// @return the empty set
    public static StateSet none(int size) {
        return new StateSet(size, new long[wordCount(size)]);
    }

    /// The set of all states.
    ///
    /// @param size how many states there are
    /// @return the full set
    public static StateSet all(int size) {
        StateSet set = none(size);
        Arrays.fill(set.words, -1L);
        set.clearTail();
        return set;
    }

    private static int wordCount(int size) {
        return (size + 63) >>> 6;
    }

    /// How many states there are, members or not.
    ///
    /// @return the size of the product
    public int size() {
        return size;
    }

    /// Whether a state is a member.
    ///
    /// @param state its number
    /// @return true if it is
    public boolean contains(int state) {
        return (words[state >>> 6] >>> state & 1) != 0;
    }

    /// Makes a state a member.
    ///
    /// @param state its number
    public void add(int state) {
        words[state >>> 6] |= 1L << state;
    }

    /// Makes a state no member.
    ///
    /// @param state its number
    public void remove(int state) {
        words[state >>> 6] &= ~(1L << state);
    }

    /// Makes a run of states members.
    ///
    /// @param from the first of them
    /// @param to the one after the last
    public void addRange(int from, int to) {
        if (from >= to) {
            return;
        }
        int firstWord = from >>> 6;
        int lastWord = (to - 1) >>> 6;
        long firstMask = -1L << from;
        long lastMask = -1L >>> -to;
        if (firstWord == lastWord) {
            words[firstWord] |= firstMask & lastMask;
            return;
        }
        words[firstWord] |= firstMask;
        Arrays.fill(words, firstWord + 1, lastWord, -1L);
        words[lastWord] |= lastMask;
    }

    /// Repeats the membership of the first states over all the rest.
    ///
    /// @param period how many states are repeated: a multiple of 64, or the size
    /// @return this set
    StateSet repeat(int period) {
        int periodWords = period >>> 6;
        for (int word = periodWords; period < size && word < words.length; word++) {
            words[word] = words[word - periodWords];
        }
        clearTail();
        return this;
    }

    /// How many members there are.
    ///
    /// @return the cardinality
    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /// Whether there is no member.
    ///
    /// @return true if it is empty
    public boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /// The next member.
    ///
    /// @param from where to start, itself included
    /// @return the lowest member from there on, or -1
    public int next(int from) {
        if (from >= size) {
            return -1;
        }
        int index = from >>> 6;
        long word = words[index] & (-1L << from);
        while (word == 0) {
            index++;
            if (index == words.length) {
                return -1;
            }
            word = words[index];
        }
        return (index << 6) + Long.numberOfTrailingZeros(word);
    }

    /// The members.
    ///
    /// @return their numbers, ascending
    public IntStream stream() {
        return isEmpty()
                ? IntStream.empty()
                : IntStream.iterate(next(0), s -> s >= 0, s -> next(s + 1));
    }

    /// Keeps only members of the other set.
    ///
    /// @param other a set of the same size
    /// @return this set
    public StateSet and(StateSet other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= other.words[i];
        }
        return this;
    }

    /// Adds the members of the other set.
    ///
    /// @param other a set of the same size
    /// @return this set
    public StateSet or(StateSet other) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
        return this;
    }

    /// Takes away the members of the other set.
    ///
    /// @param other a set of the same size
    /// @return this set
    public StateSet andNot(StateSet other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= ~other.words[i];
        }
        return this;
    }

    /// Turns members into non-members and the other way round.
    ///
    /// @return this set
    public StateSet not() {
        for (int i = 0; i < words.length; i++) {
            words[i] = ~words[i];
        }
        clearTail();
        return this;
    }

    /// Adds the members of the mask that lie a fixed distance above a member of this set.
    ///
    /// Members that this call adds do not pass anything on, provided no member of the mask lies
    /// that distance above another.
    ///
    /// @param distance how far above, at least 1
    /// @param mask which states may be added
    /// @return this set
    public StateSet spreadUp(int distance, StateSet mask) {
        int wordShift = distance >>> 6;
        int bitShift = distance & 63;
        for (int i = words.length - 1; i >= wordShift; i--) {
            long shifted = words[i - wordShift] << bitShift;
            if (bitShift != 0 && i > wordShift) {
                shifted |= words[i - wordShift - 1] >>> -bitShift;
            }
            words[i] |= shifted & mask.words[i];
        }
        return this;
    }

    /// Adds the members of the mask that lie a fixed distance below a member of this set.
    ///
    /// @param distance how far below, at least 1
    /// @param mask which states may be added; as for [#spreadUp]
    /// @return this set
    public StateSet spreadDown(int distance, StateSet mask) {
        int wordShift = distance >>> 6;
        int bitShift = distance & 63;
        for (int i = 0; i < words.length - wordShift; i++) {
            long shifted = words[i + wordShift] >>> bitShift;
            if (bitShift != 0 && i + wordShift + 1 < words.length) {
                shifted |= words[i + wordShift + 1] << -bitShift;
            }
            words[i] |= shifted & mask.words[i];
        }
        return this;
    }

    /// Whether the two sets share a member.
    ///
    /// @param other a set of the same size
    /// @return true if they do
    public boolean intersects(StateSet other) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & other.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /// How many members the two sets share.
    ///
    /// @param other a set of the same size
    /// @return the cardinality of the intersection
    public int countShared(StateSet other) {
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            count += Long.bitCount(words[i] & other.words[i]);
        }
        return count;
    }

    /// A copy that can be changed on its own.
    ///
    /// @return an equal set
    public StateSet copy() {
        return new StateSet(size, words.clone());
    }

    /// How many 64-state words the set has. Kernels that work word by word use these three.
    ///
    /// @return the number of words
    public int wordCount() {
        return words.length;
    }

    /// One word: states 64·index to 64·index + 63, lowest bit first.
    ///
    /// @param index the word's index
    /// @return its bits
    public long word(int index) {
        return words[index];
    }

    /// Sets one word. Bits beyond the size must be 0.
    ///
    /// @param index the word's index
    /// @param bits its bits
    public void setWord(int index, long bits) {
        words[index] = bits;
    }

    private void clearTail() {
        if ((size & 63) != 0) {
            words[words.length - 1] &= -1L >>> -size;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateSet set && size == set.size && Arrays.equals(words, set.words);
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return "%d of %d states".formatted(count(), size);
    }
}

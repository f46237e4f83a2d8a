// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

/// What a run may use.
///
/// @param seed the seed of whatever is random
/// @param threadCount how many threads may work, at least 1; never changes a result
/// @param maxStates the largest product of levels that is taken on
/// @param questions what the user asks beyond the standing questions
/// @param bounds how far searches may go
public record AnalysisOptions(
        long seed, int threadCount, long maxStates, Questions questions, SearchBounds bounds) {
    /// The seed unless one is given.
    public static final long DEFAULT_SEED = 1;

    /// The largest product of levels unless another is given: 2^27.
    public static final long DEFAULT_MAX_STATES = 1L << 27;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a bound is below 1
    public AnalysisOptions {
        if (threadCount < 1 || maxStates < 1) {
            throw new IllegalArgumentException(
                    "threads and states must be at least 1; got %d and %d"
                            .formatted(threadCount, maxStates));
        }
    }

    /// Options with the default bounds of searches.
    ///
    /// @param seed the seed of whatever is random
    /// @param threadCount how many threads may work, at least 1
    /// @param maxStates the largest product of levels that is taken on
    /// @param questions what the user asks
    public AnalysisOptions(long seed, int threadCount, long maxStates, Questions questions) {
        this(seed, threadCount, maxStates, questions, SearchBounds.DEFAULT);
    }

    /// Options without further questions.
    ///
    /// @param seed the seed of whatever is random
    /// @param threadCount how many threads may work, at least 1
    /// @param maxStates the largest product of levels that is taken on
    public AnalysisOptions(long seed, int threadCount, long maxStates) {
        this(seed, threadCount, maxStates, Questions.NONE);
    }

    /// The defaults on this many threads.
    ///
    /// @param threadCount how many threads may work
    /// @return default options
    public static AnalysisOptions defaults(int threadCount) {
        return new AnalysisOptions(DEFAULT_SEED, threadCount, DEFAULT_MAX_STATES);
    }
}

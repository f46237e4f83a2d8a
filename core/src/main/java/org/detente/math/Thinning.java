// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

/// How coarsely numbers are compared when sets grow too large, and what that may have cost.
///
/// In step t numbers count in multiples of about 2^(t - [#FINEST_LOG2]) of the range, a power of
/// two of units: whatever is left out is less than one multiple better, in any dimension, than what
/// stands for it.
final class Thinning {
    private static final int FINEST_LOG2 = 13;

    private final Problem problem;
    private final long[] loss;
    private int step;

    Thinning(Problem problem) {
        this.problem = problem;
        this.loss = new long[problem.layout.dims];
    }

    /// Whether numbers are compared exactly.
    boolean isExact() {
        return step == 0;
    }

    /// Doubles the multiple.
    void coarsen() {
        step++;
    }

    /// Which bits of packed vectors count.
    long[] mask() {
        long[] fields = new long[problem.layout.dims];
        for (int dim = 0; dim < fields.length; dim++) {
            fields[dim] = multiple(dim) - 1;
        }
        long[] mask = problem.layout.pack(fields);
        for (int w = 0; w < mask.length; w++) {
            mask[w] = ~mask[w];
        }
        return mask;
    }

    /// Notes that one set, on the way of some package, was made with the present mask.
    void account() {
        for (int dim = 0; dim < loss.length; dim++) {
            loss[dim] += multiple(dim) - 1;
        }
    }

    /// By how much a package may be better than what stands for it, dimension by dimension, in
    /// units.
    long[] loss() {
        return loss;
    }

    private long multiple(int dim) {
        if (step == 0 || dim >= problem.compared) {
            return 1;
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(problem.ranges[dim]);
        return 1L << Math.clamp(bits - FINEST_LOG2 + step, 0, bits);
    }
}

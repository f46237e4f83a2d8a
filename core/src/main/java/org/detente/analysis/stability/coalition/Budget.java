// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

/// How many comparisons one coalition may still take. Not shared between threads, so that where it
/// bites does not depend on them.
final class Budget {
    private long left;

    /// A budget.
    ///
    /// @param steps how many comparisons
    Budget(long steps) {
        this.left = steps;
    }

    /// What is left, to be taken from apart.
    Budget copy() {
        return new Budget(left);
    }

    /// Takes some.
    void take(long steps) {
        left -= steps;
    }

    /// Takes all that is left.
    void exhaust() {
        left = -1;
    }

    /// Whether nothing is left.
    boolean exhausted() {
        return left < 0;
    }

    /// Sets half of what is left aside, for something that others should not starve for.
    Budget half() {
        Budget half = new Budget(left / 2);
        left -= left / 2;
        return half;
    }

    /// Takes back what is left of a half.
    void takeBack(Budget half) {
        left += Math.max(0, half.left);
    }
}

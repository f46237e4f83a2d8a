// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

/// Between what a number must lie, given where it stands.
enum Bounds {
    /// Anywhere.
    ANY("any number"),
    /// Points in somebody's own unit.
    POINTS("points"),
    /// A chance, 0 to 1.
    CHANCE("a chance from 0% to 100%"),
    /// A discount factor, between 0 and 1 without the ends.
    DISCOUNT("a discount factor above 0 and below 1"),
    /// Above 0.
    POSITIVE("a number above 0"),
    /// 0 or more.
    NOT_NEGATIVE("a number of at least 0"),
    /// How many times as much.
    TIMES("a number of at least 1");

    private final String words;

    Bounds(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean hold(double low, double high) {
        return switch (this) {
            case ANY, POINTS -> true;
            case CHANCE -> low >= 0 && high <= 1;
            case DISCOUNT -> low > 0 && high < 1;
            case POSITIVE -> low > 0;
            case NOT_NEGATIVE -> low >= 0;
            case TIMES -> low >= 1;
        };
    }

    /// How to mend a number outside.
    String mend(double low, double high) {
        boolean meantPercent =
                switch (this) {
                    case CHANCE, DISCOUNT -> low >= 0 && high > 1 && high <= 100;
                    default -> false;
                };
        return meantPercent
                ? "Write %, as in 40%, if you mean percent; otherwise " + words
                : "Write " + words;
    }
}

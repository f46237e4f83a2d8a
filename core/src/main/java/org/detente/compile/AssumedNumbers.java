// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.List;

/// How far the numbers that the modeller assumed are held to.
sealed interface AssumedNumbers {
    /// As they are written.
    AssumedNumbers AS_WRITTEN = new AsWritten();

    /// Not at all: only what is stated, or rests on claims, is left.
    AssumedNumbers TAKEN_AWAY = new TakenAway();

    /// The bounds that bind, for telling which levels are best and worst.
    List<StatedSentence.Bound> kept(List<StatedSentence.Bound> bounds);

    /// As they are written.
    record AsWritten() implements AssumedNumbers {
        @Override
        public List<StatedSentence.Bound> kept(List<StatedSentence.Bound> bounds) {
            return bounds;
        }
    }

    /// Not at all.
    record TakenAway() implements AssumedNumbers {
        @Override
        public List<StatedSentence.Bound> kept(List<StatedSentence.Bound> bounds) {
            return bounds.stream().filter(b -> !b.assumed()).toList();
        }
    }

    /// Each may lie further out than written, all by the same number of points, which is an unknown
    /// between two others.
    ///
    /// @param from the least, in points
    /// @param to the most, in points; levels that are surely best and worst at the most are so at
    ///   all that is less
    /// @param unknown by how much, told in the party's unit of worth
    record Wider(double from, double to, int unknown) implements AssumedNumbers {
        @Override
        public List<StatedSentence.Bound> kept(List<StatedSentence.Bound> bounds) {
            List<StatedSentence.Bound> wide = new ArrayList<>();
            for (StatedSentence.Bound bound : bounds) {
                wide.add(bound.assumed() ? bound.wider(to) : bound);
            }
            return wide;
        }
    }
}

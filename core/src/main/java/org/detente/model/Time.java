// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;
import java.util.SequencedMap;
import org.detente.model.ItemRef.OptionRef;
import org.jspecify.annotations.Nullable;

/// How time passes, who is how patient, and what is seen.
///
/// @param step how long one step is, or null
/// @param horizonSteps how many steps are looked at, or null
/// @param patience by party, the discount factor a step, in (0,1)
/// @param rate by party, how often it gets to move, relative to the others
/// @param precision by party, how sharply it chooses what it prefers
/// @param detection by option, how likely a breach is seen
public record Time(
        @Nullable Span step,
        @Nullable Integer horizonSteps,
        SequencedMap<String, Figure> patience,
        SequencedMap<String, Figure> rate,
        SequencedMap<String, Figure> precision,
        List<Detection> detection) {
    /// Copies the collections.
    public Time {
        patience = Ordered.copyOf(patience);
        rate = Ordered.copyOf(rate);
        precision = Ordered.copyOf(precision);
        detection = List.copyOf(detection);
    }

    /// This time model with the parts given in the other taking precedence: what is said by party
    /// or option, for each party or option that the other names.
    ///
    /// @param other the overriding parts
    /// @return a new time model
    public Time overriddenBy(Time other) {
        return new Time(
                other.step == null ? step : other.step,
                other.horizonSteps == null ? horizonSteps : other.horizonSteps,
                Overrides.byKey(patience, other.patience),
                Overrides.byKey(rate, other.rate),
                Overrides.byKey(precision, other.precision),
                Overrides.byKey(detection, other.detection, Detection::option));
    }

    /// A span of calendar time.
    ///
    /// @param count how many units
    /// @param unit the unit
    public record Span(int count, Unit unit) {}

    /// A unit of calendar time.
    public enum Unit {
        /// Days.
        DAY,
        /// Weeks.
        WEEK,
        /// Months.
        MONTH,
        /// Years.
        YEAR
    }

    /// The chance that a breach of an option is seen within a step.
    ///
    /// @param option the option that might be breached
    /// @param by the option whose level decides, or null if the chance is the same everywhere
    /// @param chances by level of `by`, in the order written; the empty name where `by` is null
    /// @param delaySteps how many steps pass before a breach can be seen; 0 unless given
    /// @param falseAlarms the chance that compliance looks like a breach within a step, or null
    public record Detection(
            OptionRef option,
            @Nullable OptionRef by,
            SequencedMap<String, Figure> chances,
            int delaySteps,
            @Nullable Figure falseAlarms) {
        /// Copies the chances.
        public Detection {
            chances = Ordered.copyOf(chances);
        }
    }
}

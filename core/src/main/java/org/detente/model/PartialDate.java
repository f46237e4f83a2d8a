// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A date known to the day, the month or the year. Its first day counts where dates are compared.
///
/// @param year the year
/// @param month 1 to 12, or null if only the year is known
/// @param day 1 to 31, or null if it is not known
public record PartialDate(int year, @Nullable Integer month, @Nullable Integer day)
        implements Comparable<PartialDate> {
    /// Checks that the date exists.
    ///
    /// @throws DateTimeException if there is no such day or month
    public PartialDate {
        if (month != null) {
            YearMonth yearMonth = YearMonth.of(year, month);
            if (day != null && !yearMonth.isValidDay(day)) {
                throw new DateTimeException("%s has no day %d".formatted(yearMonth, day));
            }
        } else if (day != null) {
            throw new IllegalArgumentException("a day needs its month; got day " + day);
        }
    }

    /// The first day that the date can mean.
    ///
    /// @return that day
    public LocalDate firstDay() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    @Override
    public int compareTo(PartialDate other) {
        return firstDay().compareTo(other.firstDay());
    }

    /// As written in a case: `2026`, `2026-02` or `2026-02-25`.
    @Override
    public String toString() {
        if (month == null) {
            return "%04d".formatted(year);
        }
        return day == null
                ? "%04d-%02d".formatted(year, month)
                : "%04d-%02d-%02d".formatted(year, month, day);
    }

    /// In words for a reader: `2026`, `February 2026` or `25 February 2026`.
    ///
    /// @return the date in English
    public String inWords() {
        if (month == null) {
            return Integer.toString(year);
        }
        String name =
                java.time.Month.of(month)
                        .getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
        return day == null ? name + " " + year : day + " " + name + " " + year;
    }
}

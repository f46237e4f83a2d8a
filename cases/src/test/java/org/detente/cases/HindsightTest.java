// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.detente.model.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No date in any text of a case lies after its cutoff.
class HindsightTest {
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})(?:-(\\d{2}))?\\b");
    private static final Pattern IN_WORDS =
            Pattern.compile(
                    "(?:\\b(\\d{1,2}) )?\\b(January|February|March|April|May|June|July|August"
                            + "|September|October|November|December)(?: (\\d{4}))?\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(20\\d{2}|19\\d{2})\\b");

    @ParameterizedTest
    @MethodSource("keysWithCutoff")
    void namesNoDayAfterItsCutoff(String key) {
        LocalDate cutoff = cutoff(key);
        List<LocalDate> days =
                CaseFolders.text(Path.of(key, "case.yaml"))
                        .lines()
                        .flatMap(line -> days(line, cutoff.getYear()).stream())
                        .toList();
        assertThat(days).isNotEmpty().allSatisfy(day -> assertThat(day).isBeforeOrEqualTo(cutoff));
    }

    @Test
    void findsDatesInEveryForm() {
        assertThat(
                        days(
                                "on 1 March, not 12 June 2025 or 3 July; in 2027; 2026-02-26; 2026-04",
                                2026))
                .contains(
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2025, 6, 12),
                        LocalDate.of(2025, 7, 3),
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2026, 2, 26),
                        LocalDate.of(2026, 4, 1));
    }

    static Stream<String> keysWithCutoff() {
        return CaseFolders.keys().stream().filter(key -> Cases.read(key).cutoff() != null);
    }

    private static LocalDate cutoff(String key) {
        PartialDate cutoff = java.util.Objects.requireNonNull(Cases.read(key).cutoff());
        return cutoff.firstDay();
    }

    /// Every day, month (its first day) and year (its first day) in a line; a month without a year
    /// is one of the year named last before it, or else of the given year.
    private static List<LocalDate> days(String text, int yearUnlessGiven) {
        List<LocalDate> days = new ArrayList<>();
        for (MatchResult found : all(ISO, text)) {
            days.add(
                    LocalDate.of(
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(2)),
                            found.group(3) == null ? 1 : Integer.parseInt(found.group(3))));
        }
        for (MatchResult found : all(IN_WORDS, text)) {
            String year = found.group(3);
            days.add(
                    LocalDate.of(
                            year == null
                                    ? yearBefore(text.substring(0, found.start()), yearUnlessGiven)
                                    : Integer.parseInt(year),
                            Month.valueOf(found.group(2).toUpperCase(Locale.ROOT)),
                            found.group(1) == null ? 1 : Integer.parseInt(found.group(1))));
        }
        for (MatchResult found : all(YEAR, text)) {
            days.add(LocalDate.of(Integer.parseInt(found.group(1)), 1, 1));
        }
        return days;
    }

    private static int yearBefore(String text, int yearUnlessGiven) {
        List<MatchResult> years = all(YEAR, text);
        return years.isEmpty() ? yearUnlessGiven : Integer.parseInt(years.getLast().group(1));
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().toList();
    }
}

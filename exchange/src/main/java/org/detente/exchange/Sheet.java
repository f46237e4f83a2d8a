// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.List;

/// One sheet of a workbook.
///
/// @param name its name
/// @param columns what stands in its first row
/// @param rows the others, as wide as the columns
record Sheet(String name, List<String> columns, List<List<String>> rows) {
    /// A kind of sheet that lists one thing a row.
    ///
    /// @param name its name, which is the case's key
    /// @param id the column of what is the key of an entry
    /// @param bare the column of an entry that is one word only, or the id
    /// @param fields the other columns, each the case's own key
    record Kind(String name, String id, String bare, List<String> fields) {}

    /// The sheets that list one thing a row.
    static final List<Kind> LISTS =
            List.of(
                    new Kind(
                            "parties",
                            "id",
                            "id",
                            List.of("name", "code", "role", "text", "because", "note")),
                    new Kind(
                            "options",
                            "option",
                            "option",
                            List.of("text", "moves", "undo", "tranches", "because", "note")),
                    new Kind("rules", "id", "id", List.of("never", "because", "note")),
                    new Kind(
                            "outcomes",
                            "id",
                            "when",
                            List.of("when", "at", "ends", "text", "because", "note")),
                    new Kind("now", "option", "level", List.of("level")),
                    new Kind(
                            "sources",
                            "id",
                            "id",
                            List.of(
                                    "title",
                                    "kind",
                                    "date",
                                    "reliability",
                                    "author",
                                    "file",
                                    "url",
                                    "note")),
                    new Kind(
                            "claims",
                            "id",
                            "id",
                            List.of(
                                    "quote",
                                    "says",
                                    "in",
                                    "by",
                                    "kind",
                                    "date",
                                    "credibility",
                                    "condition",
                                    "contested",
                                    "note")),
                    new Kind(
                            "assumptions",
                            "id",
                            "value",
                            List.of("value", "text", "because", "note")));

    /// The sheet of what stands once.
    static final String CASE = "case";

    /// The sheet of the options' levels.
    static final String LEVELS = "levels";

    /// The sheet of what parties prefer.
    static final String STATEMENTS = "statements";

    /// The sheet of everything else, as YAML.
    static final String MORE = "more";

    /// The keys of a case that stand once and are one word or text.
    static final List<String> CASE_KEYS = List.of("detente", "title", "cutoff", "marking", "about");

    static final List<String> CASE_COLUMNS = List.of("key", "value");
    static final List<String> LEVEL_COLUMNS =
            List.of("option", "level", "text", "test", "because", "note");
    static final List<String> STATEMENT_COLUMNS =
            List.of("party", "kind", "item", "level", "statement", "points", "because", "note");
    static final List<String> MORE_COLUMNS = List.of("key", "yaml");

    /// Columns that can hold a list or keys of their own, written as `[a, b]` or `{a: b}`.
    static final List<String> STRUCTURED = List.of("because", "by", "at", "contested");

    /// As many characters as a cell takes; Excel's limit is 32,767.
    static final int LONGEST_CELL = 30_000;
}

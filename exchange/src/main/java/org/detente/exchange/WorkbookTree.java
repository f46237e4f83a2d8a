// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A case's tree from the sheets of a workbook, with the row that each part stands in.
final class WorkbookTree {
    /// Columns whose spaces at the ends are kept.
    private static final Set<String> TEXTS =
            Set.of("text", "test", "note", "quote", "says", "condition", "value", "yaml", "title");

    private final Map<String, Object> root = new LinkedHashMap<>();
    private final Map<String, String> rowByPath = new HashMap<>();
    private final Findings findings;

    WorkbookTree(Findings findings) {
        this.findings = findings;
    }

    /// The tree.
    Map<String, Object> root() {
        return root;
    }

    /// Where a part of the case stands, or null.
    @Nullable String rowOf(String path) {
        for (String at = path; !at.isEmpty(); ) {
            String row = rowByPath.get(at);
            if (row != null) {
                return row;
            }
            int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            at = cut < 0 ? "" : at.substring(0, cut);
        }
        return null;
    }

    /// A row with its cells by column.
    private record Row(String where, Map<String, String> cells) {
        String get(String column) {
            return cells.getOrDefault(column, "");
        }

        /// The cells that are keys of a case.
        Map<String, Object> fields(List<String> columns) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (String column : columns) {
                String cell = get(column);
                if (!cell.isBlank()) {
                    fields.put(column, Sheet.STRUCTURED.contains(column) ? structured(cell) : cell);
                }
            }
            return fields;
        }
    }

    private static Object structured(String cell) {
        String stripped = cell.strip();
        if (stripped.startsWith("[") || stripped.startsWith("{")) {
            Object read = CaseTree.read(stripped);
            return read == null ? stripped : read;
        }
        return stripped;
    }

    void read(List<Sheet> sheets) {
        Map<String, Sheet> byName = new HashMap<>();
        for (Sheet sheet : sheets) {
            byName.putIfAbsent(sheet.name().strip().toLowerCase(Locale.ROOT), sheet);
        }
        root.put("detente", "1");
        for (Row row : rows(byName.remove(Sheet.CASE), Sheet.CASE_COLUMNS)) {
            String key = row.get("key").toLowerCase(Locale.ROOT);
            if (!key.isEmpty() && !row.get("value").isBlank()) {
                place(key, row);
                root.put(key, row.get("value"));
            }
        }
        for (Sheet.Kind kind : Sheet.LISTS) {
            List<String> columns = new ArrayList<>(List.of(kind.id()));
            columns.addAll(kind.fields());
            list(kind, rows(byName.remove(kind.name()), columns));
        }
        levels(rows(byName.remove(Sheet.LEVELS), Sheet.LEVEL_COLUMNS));
        statements(rows(byName.remove(Sheet.STATEMENTS), Sheet.STATEMENT_COLUMNS));
        more(rows(byName.remove(Sheet.MORE), Sheet.MORE_COLUMNS));
        for (Sheet sheet :
                byName.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList()) {
            if (!sheet.rows().isEmpty()) {
                findings.loss(
                        "sheet " + Words.line(sheet.name()),
                        "a sheet that is not known",
                        "left out");
            }
        }
    }

    private List<Row> rows(@Nullable Sheet sheet, List<String> columns) {
        List<Row> rows = new ArrayList<>();
        if (sheet == null) {
            return rows;
        }
        List<String> names =
                sheet.columns().stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
        Set<String> told = new HashSet<>();
        for (int r = 0; r < sheet.rows().size(); r++) {
            List<String> cells = sheet.rows().get(r);
            Map<String, String> byColumn = new HashMap<>();
            for (int c = 0; c < cells.size(); c++) {
                String name = c < names.size() ? names.get(c) : "";
                String cell = cells.get(c);
                if (cell.isBlank()) {
                    continue;
                }
                if (columns.contains(name)) {
                    byColumn.putIfAbsent(name, TEXTS.contains(name) ? cell : cell.strip());
                } else if (told.add(name)) {
                    findings.loss(
                            "sheet %s, column %s"
                                    .formatted(
                                            sheet.name(),
                                            name.isEmpty() ? c + 1 : Words.line(name)),
                            "a column that is not known",
                            "left out");
                }
            }
            if (!byColumn.isEmpty()) {
                rows.add(new Row("sheet %s, row %d".formatted(sheet.name(), r + 2), byColumn));
            }
        }
        return rows;
    }

    private void place(String path, Row row) {
        rowByPath.putIfAbsent(path, row.where());
    }

    private void list(Sheet.Kind kind, List<Row> rows) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (Row row : rows) {
            String id = row.get(kind.id());
            place(kind.name() + "." + id, row);
            Object entry =
                    kind.name().equals("now")
                            ? row.get("level")
                            : new LinkedHashMap<>(row.fields(kind.fields()));
            if (entries.putIfAbsent(id, entry) != null) {
                findings.loss(
                        row.where(),
                        "%s for the second time".formatted(Words.shown(id)),
                        "left out; the first counts");
            }
        }
        if (!entries.isEmpty()) {
            root.put(kind.name(), entries);
        }
    }

    private void levels(List<Row> rows) {
        Map<String, Map<String, Object>> byOption = new LinkedHashMap<>();
        Map<String, List<Object>> names = new LinkedHashMap<>();
        for (Row row : rows) {
            String option = row.get("option");
            place("options." + option + ".levels", row);
            names.computeIfAbsent(option, _ -> new ArrayList<>()).add(row.get("level"));
            byOption.computeIfAbsent(option, _ -> new LinkedHashMap<>())
                    .put(row.get("level"), row.fields(List.of("text", "test", "because", "note")));
        }
        Map<String, Object> options = CaseTree.map(root.get("options"));
        byOption.forEach((option, levels) -> {
            Map<String, Object> fields = CaseTree.map(options.get(option));
            boolean bare = levels.values().stream().allMatch(v -> CaseTree.map(v).isEmpty());
            fields.put("levels", bare ? names.get(option) : levels);
            options.put(option, fields);
        });
        if (!options.isEmpty()) {
            root.put("options", options);
        }
    }

    private void more(List<Row> rows) {
        Map<String, StringBuilder> byKey = new LinkedHashMap<>();
        for (Row row : rows) {
            place(row.get("key"), row);
            byKey.computeIfAbsent(row.get("key"), _ -> new StringBuilder()).append(row.get("yaml"));
        }
        byKey.forEach((key, yaml) -> {
            Object read = CaseTree.read(yaml.toString());
            root.put(key, read == null ? yaml.toString() : read);
        });
    }

    // --- What parties prefer

    private void statements(List<Row> rows) {
        Map<String, Object> preferences = new LinkedHashMap<>();
        Map<String, StringBuilder> rankings = new HashMap<>();
        for (Row row : rows) {
            String party = row.get("party");
            String path = "preferences." + party;
            place(path, row);
            Map<String, Object> kinds = inner(preferences, party);
            String kind = row.get("kind").toLowerCase(Locale.ROOT);
            switch (kind) {
                case "" -> {}
                case "order" -> addStatement(kinds, kind, "when", row, path);
                case "red lines" -> addStatement(kinds, kind, "never", row, path);
                case "prefer" -> addStatement(kinds, kind, "that", row, path);
                case "packages" -> addPackage(kinds, row, path);
                case "swings" -> addSwing(kinds, row, path);
                case "ranking" -> addRanking(kinds, rankings, row, path);
                default -> addPoints(kinds, kind, row, path);
            }
        }
        if (!preferences.isEmpty()) {
            root.put("preferences", preferences);
        }
    }

    @SuppressWarnings("unchecked") // made here alone
    private static Map<String, Object> inner(Map<String, Object> map, String key) {
        return (Map<String, Object>)
                map.computeIfAbsent(key, _ -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked") // made here alone
    private static List<Object> items(Map<String, Object> map, String key) {
        return (List<Object>) map.computeIfAbsent(key, _ -> new ArrayList<>());
    }

    private static Map<String, Object> basis(Row row) {
        return row.fields(List.of("because", "note"));
    }

    private void addStatement(
            Map<String, Object> kinds, String kind, String key, Row row, String path) {
        List<Object> items = items(kinds, kind);
        if (row.get("statement").isEmpty()) {
            return;
        }
        place("%s.%s[%d]".formatted(path, kind, items.size()), row);
        items.add(founded(key, row.get("statement"), row));
    }

    private static Object founded(String key, Object said, Row row) {
        Map<String, Object> basis = basis(row);
        if (basis.isEmpty()) {
            return said;
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put(key, said);
        whole.putAll(basis);
        return whole;
    }

    private void addPackage(Map<String, Object> kinds, Row row, String path) {
        List<Object> items = items(kinds, "packages");
        if (row.get("statement").isEmpty()) {
            return;
        }
        place("%s.packages[%d]".formatted(path, items.size()), row);
        Object both = structured(row.get("statement"));
        Map<String, Object> whole = CaseTree.map(both);
        whole.putAll(basis(row));
        items.add(whole.isEmpty() ? both : whole);
    }

    private void addSwing(Map<String, Object> kinds, Row row, String path) {
        place(path + ".swings", row);
        Object before = kinds.get("swings");
        Map<String, Object> founded = CaseTree.map(before);
        List<Object> items =
                before == null || founded.isEmpty()
                        ? new ArrayList<>(CaseTree.list(before))
                        : new ArrayList<>(CaseTree.list(founded.get("items")));
        if (!row.get("item").isEmpty()) {
            items.add(row.get("item"));
        }
        kinds.put("swings", founded("items", items, row));
    }

    private void addRanking(
            Map<String, Object> kinds, Map<String, StringBuilder> rankings, Row row, String path) {
        place(path + ".ranking", row);
        StringBuilder text = rankings.computeIfAbsent(path, _ -> new StringBuilder());
        text.append(row.get("statement"));
        Object groups = CaseTree.read(text.toString());
        kinds.put("ranking", founded("groups", groups == null ? List.of() : groups, row));
    }

    private void addPoints(Map<String, Object> kinds, String kind, Row row, String path) {
        Map<String, Object> points = inner(kinds, kind);
        String key = row.get("item").isEmpty() ? row.get("statement") : row.get("item");
        if (key.isEmpty()) {
            return;
        }
        place("%s.%s.%s".formatted(path, kind, key), row);
        Object worth = founded("value", row.get("points"), row);
        if (row.get("item").isEmpty()) {
            points.putIfAbsent(key, worth);
        } else {
            inner(points, key).put(row.get("level"), worth);
        }
    }
}

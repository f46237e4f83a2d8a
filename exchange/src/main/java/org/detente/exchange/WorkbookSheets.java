// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sheets of a case, from its tree.
final class WorkbookSheets {
    private final Map<String, Object> root;
    private final List<Sheet> sheets = new ArrayList<>();

    private WorkbookSheets(Map<String, Object> root) {
        this.root = new LinkedHashMap<>(root);
    }

    static List<Sheet> of(Map<String, Object> root) {
        return new WorkbookSheets(root).make();
    }

    private List<Sheet> make() {
        List<List<String>> head = new ArrayList<>();
        for (String key : Sheet.CASE_KEYS) {
            Object value = root.remove(key);
            if (value instanceof String text) {
                head.add(List.of(key, text));
            }
        }
        sheets.add(new Sheet(Sheet.CASE, Sheet.CASE_COLUMNS, head));
        if (root.get("options") instanceof Map<?, ?>) {
            root.put("options", flat(CaseTree.map(root.get("options"))));
        }
        Map<String, Object> options = CaseTree.map(root.get("options"));
        for (Sheet.Kind kind : Sheet.LISTS) {
            sheets.add(list(kind, CaseTree.map(root.remove(kind.name()))));
            if (kind.name().equals("options")) {
                sheets.add(levels(options));
            }
        }
        sheets.add(statements(CaseTree.map(root.remove("preferences"))));
        List<List<String>> more = new ArrayList<>();
        root.forEach((key, value) -> more.addAll(chunks(key, CaseTree.write(value).strip())));
        sheets.add(new Sheet(Sheet.MORE, Sheet.MORE_COLUMNS, more));
        return sheets;
    }

    /// A long text in rows of their own.
    private static List<List<String>> chunks(String key, String text) {
        List<List<String>> rows = new ArrayList<>();
        for (int at = 0; at < Math.max(1, text.length()); ) {
            int end = Math.min(text.length(), at + Sheet.LONGEST_CELL);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            rows.add(List.of(key, text.substring(at, end)));
            at = Math.max(end, at + 1);
        }
        return rows;
    }

    /// Options by `party.option`, however they were grouped.
    private static Map<String, Object> flat(Map<String, Object> options) {
        Map<String, Object> flat = new LinkedHashMap<>();
        options.forEach((owner, own) -> {
            if (owner.indexOf('.') > 0) {
                flat.put(owner, own);
            } else {
                CaseTree.map(own).forEach((name, option) -> flat.put(owner + "." + name, option));
            }
        });
        return flat;
    }

    private static Sheet list(Sheet.Kind kind, Map<String, Object> entries) {
        List<String> columns = new ArrayList<>(List.of(kind.id()));
        columns.addAll(kind.fields());
        List<List<String>> rows = new ArrayList<>();
        entries.forEach((id, entry) -> {
            Map<String, Object> fields =
                    entry instanceof String bare && !kind.bare().equals(kind.id())
                            ? Map.of(kind.bare(), bare)
                            : CaseTree.map(entry);
            List<String> row = new ArrayList<>(List.of(id));
            kind.fields().forEach(field -> row.add(cell(fields.get(field))));
            rows.add(row);
        });
        return new Sheet(kind.name(), columns, rows);
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            default -> CaseTree.line(value);
        };
    }

    private static Sheet levels(Map<String, Object> options) {
        List<List<String>> rows = new ArrayList<>();
        options.forEach((option, entry) -> {
            Object levels = CaseTree.map(entry).get("levels");
            for (Object level : CaseTree.list(levels)) {
                rows.add(List.of(option, cell(level), "", "", "", ""));
            }
            CaseTree.map(levels)
                    .forEach((level, said) -> {
                        Map<String, Object> fields = CaseTree.map(said);
                        rows.add(
                                List.of(
                                        option,
                                        level,
                                        cell(fields.get("text")),
                                        cell(fields.get("test")),
                                        cell(fields.get("because")),
                                        cell(fields.get("note"))));
                    });
        });
        return new Sheet(Sheet.LEVELS, Sheet.LEVEL_COLUMNS, rows);
    }

    // --- What parties prefer

    private static Sheet statements(Map<String, Object> preferences) {
        List<List<String>> rows = new ArrayList<>();
        preferences.forEach((party, kinds) -> {
            Map<String, Object> entries = CaseTree.map(kinds);
            if (entries.isEmpty()) {
                rows.add(row(party, "", "", "", "", "", Map.of()));
            }
            entries.forEach((kind, said) -> add(party, kind, said, rows));
        });
        return new Sheet(Sheet.STATEMENTS, Sheet.STATEMENT_COLUMNS, rows);
    }

    private static List<String> row(
            String party,
            String kind,
            String item,
            String level,
            String statement,
            String points,
            Map<String, Object> basis) {
        return List.of(
                party,
                kind,
                item,
                level,
                statement,
                points,
                cell(basis.get("because")),
                cell(basis.get("note")));
    }

    private static void add(String party, String kind, Object said, List<List<String>> rows) {
        int before = rows.size();
        switch (kind) {
            case "order" -> addStatements(party, kind, "when", said, rows);
            case "red lines" -> addStatements(party, kind, "never", said, rows);
            case "prefer" -> addStatements(party, kind, "that", said, rows);
            case "packages" -> addPackages(party, said, rows);
            case "swings" -> {
                Map<String, Object> basis = CaseTree.map(said);
                for (Object item : CaseTree.list(basis.isEmpty() ? said : basis.get("items"))) {
                    rows.add(row(party, kind, cell(item), "", "", "", basis));
                }
            }
            case "ranking" -> {
                Map<String, Object> basis = CaseTree.map(said);
                Object groups = basis.isEmpty() ? said : basis.get("groups");
                for (List<String> chunk :
                        chunks(kind, groups == null ? "" : CaseTree.line(groups))) {
                    rows.add(row(party, kind, "", "", chunk.get(1), "", basis));
                }
            }
            default -> addPoints(party, kind, CaseTree.map(said), rows);
        }
        if (rows.size() == before) {
            rows.add(row(party, kind, "", "", "", "", Map.of()));
        }
    }

    private static void addStatements(
            String party, String kind, String key, Object said, List<List<String>> rows) {
        for (Object one : CaseTree.list(said)) {
            Map<String, Object> basis = CaseTree.map(one);
            rows.add(
                    row(
                            party,
                            kind,
                            "",
                            "",
                            basis.isEmpty() ? cell(one) : cell(basis.get(key)),
                            "",
                            basis));
        }
    }

    private static void addPackages(String party, Object said, List<List<String>> rows) {
        for (Object one : CaseTree.list(said)) {
            Map<String, Object> basis = CaseTree.map(one);
            Map<String, Object> both = new LinkedHashMap<>(basis);
            both.keySet().removeAll(List.of("because", "note"));
            rows.add(row(party, "packages", "", "", CaseTree.line(both), "", basis));
        }
    }

    private static void addPoints(
            String party, String kind, Map<String, Object> said, List<List<String>> rows) {
        said.forEach((key, points) -> {
            Map<String, Object> inner = CaseTree.map(points);
            if (inner.isEmpty() || inner.containsKey("value")) {
                rows.add(row(party, kind, "", "", key, figure(points), inner));
                return;
            }
            inner.forEach((level, worth) ->
                    rows.add(row(party, kind, key, level, "", figure(worth), CaseTree.map(worth))));
        });
    }

    private static String figure(Object points) {
        Map<String, Object> basis = CaseTree.map(points);
        return basis.isEmpty() ? cell(points) : cell(basis.get("value"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.detente.model.Case;
import org.detente.model.ModelError;
import org.detente.model.Place;
import org.detente.model.Problem;
import org.detente.model.View;
import org.jspecify.annotations.Nullable;

/// Puts views into the text of a case and leaves every other character as it is: comments, blank
/// lines and layout stay.
///
/// What comes out is read again and compared: it says what the case said, and the views, or there
/// is an error and nothing comes out.
public final class ViewEdit {
    private static final String VIEWS = "views";

    private final CaseInput input;
    private final String source;
    private final Case model;
    private final List<String> lines;
    private final String lineEnd;

    private ViewEdit(CaseInput input, String text, Case model) {
        this.input = input;
        this.source = input.displayName();
        this.model = model;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        this.lines = new ArrayList<>(text.lines().toList());
    }

    /// The case with the views put in: those it has by id are replaced, the others added at the
    /// end.
    ///
    /// @param input the case; its file is read, not written
    /// @param views the views, in order
    /// @return the new text of its file
    /// @throws ModelError if the file cannot be edited this way
    public static String with(CaseInput input, List<View> views) {
        LoadedCase loaded = CaseReader.read(input);
        Findings findings = new Findings();
        CaseText text =
                input.caseFile() instanceof CaseInput.FileContent.Bytes(byte[] bytes)
                        ? CaseText.decode(bytes, findings)
                        : null;
        if (text == null) {
            throw new ModelError(input.displayName(), findings.sorted());
        }
        ViewEdit edit = new ViewEdit(input, text.text(), loaded.model());
        views.forEach(edit::put);
        String edited = edit.text();
        edit.check(edited, views);
        return edited;
    }

    private String text() {
        return String.join(lineEnd, lines) + lineEnd;
    }

    private ModelError trouble(@Nullable Place place, String fact) {
        return new ModelError(
                source,
                List.of(
                        new Problem(
                                Problem.Severity.ERROR,
                                VIEWS,
                                place,
                                fact,
                                "Write views: on a line of its own with each view below it")));
    }

    private void put(View view) {
        Findings findings = new Findings();
        CaseText text = CaseText.decode(text().getBytes(StandardCharsets.UTF_8), findings);
        YamlNode root = text == null ? null : YamlComposer.compose(text, findings);
        if (!(root instanceof YamlNode.Mapping document)) {
            throw trouble(null, "cannot be found in the file");
        }
        YamlNode.Entry views = document.entry(VIEWS);
        if (views == null) {
            while (!lines.isEmpty() && lines.getLast().isBlank()) {
                lines.removeLast();
            }
            lines.add("");
            lines.add(VIEWS + ":");
            lines.addAll(indented(view, 2));
            return;
        }
        int end = endOf(document, views);
        if (!(views.value() instanceof YamlNode.Mapping block) || block.entries().isEmpty()) {
            lines.set(views.key().place().line() - 1, VIEWS + ":");
            lines.addAll(views.key().place().line(), indented(view, 2));
            return;
        }
        Place first = block.entries().getFirst().key().place();
        boolean isFlow = first.line() == views.key().place().line();
        if (isFlow) {
            throw trouble(
                    views.key().place(), "is written in one line, so that no view can be added");
        }
        YamlNode.Entry own = block.entry(view.id());
        List<String> written = indented(view, first.column() - 1);
        if (own == null) {
            lines.addAll(end, written);
            return;
        }
        int start = own.key().place().line() - 1;
        int after = block.entries().indexOf(own) + 1;
        int stop =
                after < block.entries().size()
                        ? beforeComments(block.entries().get(after).key().place().line() - 1)
                        : end;
        lines.subList(start, stop).clear();
        lines.addAll(start, written);
    }

    /// The line after the last of an entry, what comments on the next one left to that.
    private int endOf(YamlNode.Mapping document, YamlNode.Entry entry) {
        int next = document.entries().indexOf(entry) + 1;
        return beforeComments(
                next < document.entries().size()
                        ? document.entries().get(next).key().place().line() - 1
                        : lines.size());
    }

    private int beforeComments(int line) {
        int at = line;
        while (at > 0
                && (lines.get(at - 1).isBlank() || lines.get(at - 1).strip().startsWith("#"))) {
            at--;
        }
        return at;
    }

    private static List<String> indented(View view, int columns) {
        String indent = " ".repeat(columns);
        return CaseWriter.write(view)
                .lines()
                .map(line -> line.isBlank() ? line : indent + line)
                .toList();
    }

    private void check(String edited, List<View> views) {
        SequencedMap<String, View> expected = new LinkedHashMap<>();
        model.views().forEach(v -> expected.put(v.id(), v));
        views.forEach(v -> expected.put(v.id(), v));
        Case read =
                CaseReader.read(new Edited(input, edited.getBytes(StandardCharsets.UTF_8))).model();
        boolean isSame =
                withViews(read, List.of()).equals(withViews(model, List.of()))
                        && Map.copyOf(byId(read.views())).equals(Map.copyOf(expected));
        if (!isSame) {
            throw trouble(null, "cannot be added to without changing what the case says");
        }
    }

    private static Map<String, View> byId(List<View> views) {
        Map<String, View> found = new LinkedHashMap<>();
        views.forEach(v -> found.put(v.id(), v));
        return found;
    }

    /// The same case with other views.
    private static Case withViews(Case model, List<View> views) {
        return new Case(
                model.formatVersion(),
                model.title(),
                model.cutoff(),
                model.marking(),
                model.about(),
                model.sources(),
                model.claims(),
                model.parties(),
                model.options(),
                model.rules(),
                model.outcomes(),
                model.now(),
                model.assumptions(),
                model.preferences(),
                model.agreement(),
                model.time(),
                model.coalitions(),
                model.unseen(),
                model.same(),
                views);
    }

    /// A case whose file has other content.
    ///
    /// @param base where everything else is
    /// @param content the file
    @SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
    private record Edited(CaseInput base, byte[] content) implements CaseInput {
        @Override
        public String displayName() {
            return base.displayName();
        }

        @Override
        public FileContent caseFile() {
            return new FileContent.Bytes(content.clone());
        }

        @Override
        public FileContent file(String relativePath) {
            return base.file(relativePath);
        }
    }
}

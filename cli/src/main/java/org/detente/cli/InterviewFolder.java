// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.detente.elicit.Answer;
import org.detente.model.Case;
import org.detente.model.Said;
import org.detente.model.Source;
import org.detente.model.View;
import org.detente.yaml.CaseInput;
import org.detente.yaml.InterviewFiles;
import org.detente.yaml.InterviewRecord;
import org.detente.yaml.ViewEdit;
import org.jspecify.annotations.Nullable;

/// Where an interview is kept: the record in the folder `interviews` beside the case's file, and in
/// the end the view within that file.
///
/// @param terminal the process's streams
/// @param input the case as it is
/// @param caseFile the file that gets the view
/// @param view the view's id
record InterviewFolder(Terminal terminal, CaseInput input, Path caseFile, String view) {
    private static final String FOLDER = "interviews";

    Path recordFile() {
        return caseFile.resolveSibling(FOLDER).resolve(view + ".yaml");
    }

    /// The record kept so far.
    ///
    /// @return the record, or null if there is none
    @Nullable InterviewRecord record() {
        Path file = recordFile();
        return Files.exists(file)
                ? InterviewFiles.read(CaseInput.of(file).caseFile(), file.toString())
                : null;
    }

    /// Keeps a record.
    ///
    /// @param record the record
    /// @throws IOException if it cannot be written; what was kept before is then as it was
    void keep(InterviewRecord record) throws IOException {
        Path file = recordFile();
        Files.createDirectories(file.resolveSibling(""));
        write(file, InterviewFiles.write(record));
    }

    /// Writes views into the case's file.
    ///
    /// @param views the views
    /// @throws IOException if it cannot be written; the file is then as it was
    void put(List<View> views) throws IOException {
        write(caseFile, ViewEdit.with(input, views));
    }

    /// Puts what the case's file names beside it: texts of sources and packages. Nothing that is
    /// there already is touched.
    ///
    /// @param found the case
    /// @param source its model
    /// @throws IOException if something cannot be written
    void copyRest(FoundCase found, Case source) throws IOException {
        List<String> paths = new ArrayList<>();
        for (Source one : source.sources()) {
            paths.add(one.file() == null ? "sources/%s.txt".formatted(one.id()) : one.file());
        }
        found.packages().forEach(p -> paths.add("%s/%s.yaml".formatted(PackageFiles.FOLDER, p)));
        for (String path : paths) {
            Path target = caseFile.resolveSibling(path);
            if (!Files.exists(target)
                    && input.file(path) instanceof CaseInput.FileContent.Bytes(byte[] bytes)) {
                Files.createDirectories(target.resolveSibling(""));
                Destination.of(terminal, target.toString(), "").write(out -> out.write(bytes));
            }
        }
    }

    private void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Destination.of(terminal, file.toString(), "").write(out -> out.write(bytes));
    }

    /// A round's answers.
    ///
    /// @param round the round
    /// @return answers with who gave them and when
    static List<Answer> answers(InterviewRecord.Round round) {
        List<Answer> answers = new ArrayList<>();
        for (InterviewRecord.Entry entry : round.entries()) {
            answers.add(new Answer(entry.ask(), entry.answer(), new Said(round.by(), entry.on())));
        }
        return answers;
    }

    /// A round of answers.
    ///
    /// @param by who gave them
    /// @param isDone whether the round came to its end
    /// @param log the answers
    /// @return the round
    static InterviewRecord.Round round(String by, boolean isDone, List<Answer> log) {
        return new InterviewRecord.Round(
                by,
                isDone,
                log.stream()
                        .map(a -> new InterviewRecord.Entry(a.key(), a.chosen(), a.said().on()))
                        .toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.detente.model.ModelError;
import org.detente.model.Problem;

/// Cases for tests: the one that uses every power of the format, and texts in memory.
final class Cases {
    static final String EVERYTHING = "cases/everything";

    /// The smallest case.
    static final String SMALLEST =
            """
            detente: 1
            title: Two doors
            parties: {a: {name: Anna}, b: {name: Bob}}
            options:
              a: {knock: {}, wait: {levels: [short, long, longest]}}
              b: {open: {}}
            """;

    private Cases() {}

    static CaseInput everything() {
        return CaseInput.ofResource(Cases.class.getClassLoader(), EVERYTHING);
    }

    static String everythingText() {
        try (InputStream in =
                Cases.class.getClassLoader().getResourceAsStream(EVERYTHING + "/case.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the example case is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LoadedCase read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static LoadedCase read(byte[] bytes) {
        return CaseReader.read(new MemoryInput(bytes, everything()));
    }

    /// The lines of everything that is wrong with a text; empty if it can be read.
    static List<String> errors(String text) {
        return problems(text.getBytes(StandardCharsets.UTF_8)).stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .map(problem -> problem.line("case.yaml"))
                .toList();
    }

    /// Errors and warnings of some bytes.
    static List<Problem> problems(byte[] bytes) {
        try {
            return read(bytes).warnings();
        } catch (ModelError e) {
            return e.problems();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.detente.exchange.ForeignFile;
import org.detente.exchange.Formats;
import org.detente.exchange.Imported;
import org.detente.model.Places;
import org.detente.model.Problem;
import org.detente.yaml.LoadedCase;

/// Files of other tools.
final class ForeignFiles {
    /// Models that are one file by themselves, which can be named in place of a case.
    private static final List<String> ENDINGS = List.of(".gmcr", ".nfg", ".xlsx");

    private ForeignFiles() {}

    /// Whether a file holds another tool's whole model, by its ending.
    ///
    /// @param path the file
    static boolean isModel(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /// Reads another tool's model as a case without writing it down.
    ///
    /// @param name the file as the user gave it
    /// @return the case, with a warning if something was not carried over
    static LoadedCase asCase(String name) {
        Imported imported;
        try {
            imported = Formats.read(List.of(read(name)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        int count = imported.losses().size();
        List<Problem> warnings =
                count == 0
                        ? List.of()
                        : List.of(
                                Problem.warning(
                                        "",
                                        count == 1
                                                ? "one thing in it is not carried over as it stands"
                                                : "%d things in it are not carried over as they stand"
                                                        .formatted(count),
                                        "'detente import %s -o DIR' lists what became of %s"
                                                .formatted(name, count == 1 ? "it" : "them")));
        return new LoadedCase(imported.model(), Places.NONE, warnings, name);
    }

    /// Reads a file.
    ///
    /// @param name as the user gave it
    /// @throws InputError if it is not there, a folder, unreadable or too large
    static ForeignFile read(String name) throws IOException {
        Path path = Destination.path(name);
        if (!Files.exists(path)) {
            throw new InputError(
                    "there is no file %s. Name the model's files, as in 'detente import Elmira.gmcr -o elmira/'."
                            .formatted(name));
        }
        if (Files.isDirectory(path)) {
            throw new InputError("%s is a folder. Name the files in it.".formatted(name));
        }
        if (!Files.isReadable(path)) {
            throw new InputError(
                    "%s may not be read. Give yourself permission to read it.".formatted(name));
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(ForeignFile.MOST_BYTES + 1);
            if (bytes.length > ForeignFile.MOST_BYTES) {
                throw new InputError(
                        "%s is larger than %d MiB, more than is read. Make the model smaller."
                                .formatted(name, ForeignFile.MOST_BYTES >> 20));
            }
            return new ForeignFile(name, bytes);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Where an answer goes: standard output, or a file that is there whole or not at all.
final class Destination {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Terminal terminal;
    private final @Nullable Path file;

    /// Writes an answer.
    @FunctionalInterface
    interface Answer {
        /// Writes it.
        ///
        /// @param out where to; not to be closed
        /// @throws IOException if writing fails
        void writeTo(OutputStream out) throws IOException;
    }

    private Destination(Terminal terminal, @Nullable Path file) {
        this.terminal = terminal;
        this.file = file;
    }

    /// Finds out where an answer is to go, and whether it can, before there is one.
    ///
    /// @param terminal the process's streams
    /// @param out a file, a folder, or null for standard output
    /// @param nameInFolder the file's name if `out` is a folder
    /// @return the destination
    /// @throws InputError if nothing can be written there
    static Destination of(Terminal terminal, @Nullable String out, String nameInFolder) {
        return new Destination(terminal, out == null ? null : file(out, nameInFolder));
    }

    private static Path file(String out, String nameInFolder) {
        Path path = path(out);
        boolean folder = Files.isDirectory(path) || out.endsWith("/") || out.isEmpty();
        Path file = folder ? path.resolve(nameInFolder) : path;
        Path parent = file.toAbsolutePath().normalize().getParent();
        if (parent == null || Files.isDirectory(file)) {
            throw new InputError("cannot write to %s: it is a folder.".formatted(file));
        }
        if (!Files.isDirectory(parent)) {
            throw new InputError(
                    "cannot write %s: there is no folder %s. Make it first, or name another with --out."
                            .formatted(file, parent));
        }
        if (!(Files.exists(file) ? isFreeToWrite(file) : Files.isWritable(parent))) {
            throw new InputError(
                    "cannot write %s: no permission to. Name another place with --out."
                            .formatted(file));
        }
        return file;
    }

    private static boolean isFreeToWrite(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return Files.isWritable(file)
                && (!Files.isRegularFile(file) || (parent != null && Files.isWritable(parent)));
    }

    /// A path as the user wrote it.
    ///
    /// @param words the path
    /// @return the path
    /// @throws InputError if the system cannot have a file of that name
    static Path path(String words) {
        try {
            return Path.of(words);
        } catch (InvalidPathException error) {
            throw new InputError(
                    "'%s' cannot be the name of a file here (%s). If it has letters beyond ASCII, set LC_ALL=C.UTF-8."
                            .formatted(words, error.getReason()));
        }
    }

    /// Whether the answer goes to standard output.
    ///
    /// @return whether no file was named
    boolean isStandardOutput() {
        return file == null;
    }

    /// Writes the answer.
    ///
    /// @param answer the answer
    /// @throws IOException if writing fails; a file is then as it was before
    void write(Answer answer) throws IOException {
        if (file == null) {
            try (OutputStream out = buffered(new StandardOutput(terminal.out()))) {
                answer.writeTo(out);
            }
        } else if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = buffered(Files.newOutputStream(file))) {
                answer.writeTo(out);
            }
        } else {
            writeAside(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), answer);
        }
    }

    private static void writeAside(Path target, Answer answer) throws IOException {
        Path aside =
                target.resolveSibling(
                        ".%s.%d.part"
                                .formatted(target.getFileName(), ProcessHandle.current().pid()));
        aside.toFile().deleteOnExit();
        try {
            try (OutputStream out =
                    buffered(
                            Files.newOutputStream(
                                    aside,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.TRUNCATE_EXISTING))) {
                answer.writeTo(out);
            }
            move(aside, target);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void move(Path aside, Path target) throws IOException {
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static OutputStream buffered(OutputStream out) {
        return new BufferedOutputStream(out, BUFFER_BYTES);
    }
}

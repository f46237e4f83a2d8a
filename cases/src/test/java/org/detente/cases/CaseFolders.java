// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The case folders of this module, in which its tests run.
final class CaseFolders {
    private CaseFolders() {}

    /// The keys of the index, in its order.
    static List<String> keys() {
        return text(Path.of("index.txt")).lines().filter(line -> !line.isBlank()).toList();
    }

    /// The names of the folders that hold a case, sorted.
    static List<String> folders() {
        try (Stream<Path> entries = Files.list(Path.of(""))) {
            return entries.filter(path -> Files.exists(path.resolve("case.yaml")))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file's text.
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A resource's text, or null if the class path does not hold it.
    static @Nullable String resource(String path) {
        try (InputStream in = CaseFolders.class.getResourceAsStream("/org/detente/cases/" + path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

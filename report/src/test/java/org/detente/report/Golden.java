// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares a rendering with the one kept in `src/test/resources/golden`.
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /// Fails if the text differs from the kept file; `-Ddetente.update=true` keeps it instead.
    static void check(String file, String text) throws IOException {
        Path kept = FOLDER.resolve(file);
        if (Boolean.getBoolean("detente.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(kept, text);
        }
        assertThat(text)
                .as("%s (update with -Ddetente.update=true and read the difference)", kept)
                .isEqualTo(Files.readString(kept));
    }
}

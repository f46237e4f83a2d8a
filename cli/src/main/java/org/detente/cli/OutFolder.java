// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that files are to go into; it is made when there is something to put there.
///
/// @param path the folder
record OutFolder(Path path) {
    /// Finds out whether a folder can be written to, before there is anything to write.
    ///
    /// @param out as the user named it
    /// @return the folder
    /// @throws InputError if nothing can be written there
    static OutFolder of(String out) {
        Path path = Destination.path(out);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new InputError(
                    "%s is a file, and a folder is needed. Name another with --out."
                            .formatted(out));
        }
        Path above = path.toAbsolutePath().normalize();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above == null || !Files.isDirectory(above) || !Files.isWritable(above)) {
            throw new InputError(
                    "cannot write into %s: no permission to. Name another place with --out."
                            .formatted(out));
        }
        return new OutFolder(path);
    }

    /// A file in the folder, which is made if it is not there.
    ///
    /// @param terminal the process's streams
    /// @param name the file's name
    /// @return where to write it
    /// @throws IOException if the folder cannot be made
    Destination file(Terminal terminal, String name) throws IOException {
        Files.createDirectories(path);
        return Destination.of(terminal, path.resolve(name).toString(), name);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/// The names of the cases that come with the program; also what a shell offers to complete CASE.
final class Bundled implements Iterable<String> {
    private static final String INDEX = "/org/detente/cases/index.txt";

    /// The names.
    ///
    /// @return keys, in the order of the index
    static List<String> names() {
        try (InputStream index = Bundled.class.getResourceAsStream(INDEX)) {
            if (index == null) {
                throw new IllegalStateException(INDEX + " is missing from the build");
            }
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }
}

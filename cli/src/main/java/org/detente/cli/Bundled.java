// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import org.detente.yaml.CaseInput;

/// The names of the cases that come with the program; also what a shell offers to complete CASE.
final class Bundled implements Iterable<String> {
    /// The folder of the cases on the class path.
    static final String FOLDER = "org/detente/cases/";

    private static final String INDEX = "/" + FOLDER + "index.txt";

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

    /// The files in a folder of a bundled case.
    ///
    /// @param name the case
    /// @param folder the folder below it
    /// @return sorted names of the files; empty if there is no such folder
    static List<String> files(String name, String folder) {
        URL caseFile = Bundled.class.getResource("/" + FOLDER + name + "/" + CaseInput.CASE_FILE);
        if (caseFile == null) {
            return List.of();
        }
        try {
            if (caseFile.openConnection() instanceof JarURLConnection jar) {
                String prefix = FOLDER + name + "/" + folder + "/";
                return jar.getJarFile().stream()
                        .map(ZipEntry::getName)
                        .filter(e -> e.startsWith(prefix) && !e.endsWith("/"))
                        .map(e -> e.substring(prefix.length()))
                        .sorted()
                        .toList();
            }
            return FoundCase.filesIn(Path.of(caseFile.toURI()).resolveSibling(folder));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }
}

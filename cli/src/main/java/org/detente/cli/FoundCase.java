// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.detente.model.ModelError;
import org.detente.yaml.CaseInput;
import org.detente.yaml.CaseReader;
import org.detente.yaml.LoadedCase;
import org.detente.yaml.NearestName;
import org.jspecify.annotations.Nullable;

/// A case that is there: bundled, in a folder, a file, or another tool's file.
///
/// @param key what files about it are called: the bundled name, or that of the folder or file
/// @param input where it is read from
/// @param folder its folder on disk, or null for a bundled case
/// @param foreign the file as the user named it if it is another tool's, else null
record FoundCase(String key, CaseInput input, @Nullable Path folder, @Nullable String foreign) {
    private static final Pattern LAST_ENDING = Pattern.compile("\\.[^.]*$");
    private static final Pattern ENDING = Pattern.compile("\\.ya?ml$");

    /// Finds a case.
    ///
    /// @param name a bundled name, a folder or a file
    /// @return the case
    /// @throws InputError if there is none
    static FoundCase of(String name) {
        List<String> bundled = Bundled.names();
        if (bundled.contains(name)) {
            return new FoundCase(
                    name,
                    CaseInput.ofResource(FoundCase.class.getClassLoader(), Bundled.FOLDER + name),
                    null,
                    null);
        }
        Path path = Destination.path(name);
        if (Files.isDirectory(path)) {
            Path file = path.resolve(CaseInput.CASE_FILE);
            if (!Files.isRegularFile(file)) {
                throw new InputError(
                        "there is no %s in the folder %s. A case is a folder with a %s; 'detente cases' lists the bundled ones."
                                .formatted(CaseInput.CASE_FILE, name, CaseInput.CASE_FILE));
            }
            return new FoundCase(nameOf(path), CaseInput.of(path), path, null);
        }
        if (Files.exists(path)) {
            boolean isForeign = ForeignFiles.isModel(path);
            String fileName =
                    (isForeign ? LAST_ENDING : ENDING).matcher(nameOf(path)).replaceFirst("");
            Path parent = path.toAbsolutePath().normalize().getParent();
            return new FoundCase(
                    fileName.equals("case") && parent != null ? nameOf(parent) : fileName,
                    CaseInput.of(path),
                    parent,
                    isForeign ? name : null);
        }
        throw new InputError(missing(name, bundled));
    }

    private static String nameOf(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? "case" : last.toString();
    }

    private static String missing(String name, List<String> bundled) {
        String nearest = NearestName.of(name, bundled);
        return "there is no case '%s': no bundled case, no folder and no file is called that. %s"
                .formatted(
                        name,
                        nearest == null
                                ? "'detente cases' lists the bundled ones."
                                : "Did you mean '%s'?".formatted(nearest));
    }

    /// Reads and checks it.
    ///
    /// @return the case with its places and warnings
    /// @throws ModelError with every problem found
    LoadedCase read() {
        return foreign == null ? CaseReader.read(input) : ForeignFiles.asCase(foreign);
    }

    /// The packages that stand with the case.
    ///
    /// @return the names of the files in its folder `packages`, without their ending, sorted
    List<String> packages() {
        List<String> files =
                folder == null
                        ? Bundled.files(key, PackageFiles.FOLDER)
                        : filesIn(folder.resolve(PackageFiles.FOLDER));
        return files.stream()
                .filter(f -> f.endsWith(".yaml"))
                .map(f -> f.substring(0, f.length() - ".yaml".length()))
                .toList();
    }

    /// The names of the files in a folder.
    ///
    /// @param folder any path
    /// @return sorted names; empty where there is no such folder or it cannot be read
    static List<String> filesIn(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> String.valueOf(f.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.detente.analysis.NamedPackage;
import org.detente.compile.AgreementForm;
import org.detente.model.Case;
import org.detente.model.ModelError;
import org.detente.model.Places;
import org.detente.yaml.CaseInput;
import org.detente.yaml.CaseInput.FileContent;
import org.detente.yaml.NearestName;
import org.detente.yaml.PackageReader;
import org.jspecify.annotations.Nullable;

/// Finds and reads the packages that a user names: a file, or a name that stands for a file in the
/// folder `packages` of the case.
final class PackageFiles {
    /// The folder of a case in which its packages stand.
    static final String FOLDER = "packages";

    private static final Pattern ENDING = Pattern.compile("\\.ya?ml$");

    private PackageFiles() {}

    /// Whether the words are a path rather than a name.
    ///
    /// @param words as the user wrote them
    /// @return true if they have a separator or the ending of a file
    static boolean isPath(String words) {
        return words.indexOf('/') >= 0 || words.indexOf('\\') >= 0 || ENDING.matcher(words).find();
    }

    /// Whether the words name a package of a case.
    ///
    /// @param words a path or a name
    /// @param found the case
    /// @return true if there is such a file
    static boolean exist(String words, FoundCase found) {
        return isPath(words)
                ? Files.isRegularFile(Destination.path(words))
                : found.input().file(pathOf(words)) instanceof FileContent.Bytes;
    }

    /// Reads packages, each named one once.
    ///
    /// @param wanted paths and names
    /// @param option how the user asked for them, for messages
    /// @param found the case
    /// @param source its model
    /// @return the packages, in the order named
    /// @throws InputError if the case cannot be asked about packages, or one is not there
    /// @throws ModelError with every problem of the first file that has any, those of the others
    ///   suppressed in it
    static List<NamedPackage> read(
            List<String> wanted, String option, FoundCase found, Case source) {
        return written(wanted, option, found, source).stream().map(Written::named).toList();
    }

    /// A package as it is written.
    ///
    /// @param named what it fixes
    /// @param file its file, as the user would recognise it
    /// @param places where its items stand in it
    record Written(NamedPackage named, String file, Places places) {}

    /// Reads packages, each named one once, and remembers where what they say stands.
    ///
    /// @param wanted paths and names
    /// @param option how the user asked for them, for messages
    /// @param found the case
    /// @param source its model
    /// @return the packages, in the order named
    /// @throws InputError if the case cannot be asked about packages, or one is not there
    /// @throws ModelError with every problem of the first file that has any, those of the others
    ///   suppressed in it
    static List<Written> written(List<String> wanted, String option, FoundCase found, Case source) {
        List<String> missing = AgreementForm.missing(source);
        if (!wanted.isEmpty() && !missing.isEmpty()) {
            throw new InputError(
                    "%s needs an agreement whose worth to everybody is known; the case %s has no %s. Add it to the case."
                            .formatted(option, found.key(), String.join(" and no ", missing)));
        }
        List<Written> packages = new ArrayList<>();
        ModelError failure = null;
        for (String words : new LinkedHashSet<>(wanted)) {
            try {
                packages.add(one(words, found, source));
            } catch (ModelError error) {
                if (failure == null) {
                    failure = error;
                } else {
                    failure.addSuppressed(error);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return packages;
    }

    private static Written one(String words, FoundCase found, Case source) {
        if (!isPath(words)) {
            String path = pathOf(words);
            FileContent content = found.input().file(path);
            if (!(content instanceof FileContent.Bytes)) {
                throw new InputError(noSuchName(words, found));
            }
            return one(words, content, found.key() + "/" + path, source);
        }
        Path file = Destination.path(words);
        if (Files.isDirectory(file)) {
            throw new InputError("the package %s is a folder. Name a file in it.".formatted(words));
        }
        if (!Files.exists(file)) {
            throw new InputError(noSuchFile(words, found));
        }
        Path last = file.getFileName();
        String name = ENDING.matcher(last == null ? words : last.toString()).replaceFirst("");
        return one(name, CaseInput.of(file).caseFile(), words, source);
    }

    private static Written one(String name, FileContent content, String file, Case source) {
        PackageReader.Written written = PackageReader.written(content, file, source);
        return new Written(new NamedPackage(name, written.settings()), file, written.places());
    }

    private static String pathOf(String name) {
        return "%s/%s.yaml".formatted(FOLDER, name);
    }

    private static String noSuchName(String name, FoundCase found) {
        List<String> names = found.packages();
        String nearest = NearestName.of(name, names);
        String mend;
        if (nearest != null) {
            mend = "Did you mean '%s'?".formatted(nearest);
        } else if (names.isEmpty()) {
            mend = "Name a file, as in ./%s.yaml.".formatted(name);
        } else {
            mend =
                    "It has %s; for a file write its path, as in ./%s.yaml."
                            .formatted(String.join(", ", names), name);
        }
        return "the case %s has no package '%s', a file %s in its folder. %s"
                .formatted(found.key(), name, pathOf(name), mend);
    }

    private static String noSuchFile(String words, FoundCase found) {
        String nearest = nearestFile(words);
        List<String> names = found.packages();
        String mend;
        if (nearest != null) {
            mend = "Did you mean '%s'?".formatted(nearest);
        } else if (names.isEmpty()) {
            mend = "Check its path.";
        } else {
            mend = "Check its path; the case itself has %s.".formatted(String.join(", ", names));
        }
        return "there is no package file %s. %s".formatted(words, mend);
    }

    private static @Nullable String nearestFile(String words) {
        Path file = Destination.path(words);
        Path folder = file.getParent();
        Path last = file.getFileName();
        if (last == null) {
            return null;
        }
        List<String> names = FoundCase.filesIn(folder == null ? Path.of("") : folder);
        String nearest = NearestName.of(last.toString(), names);
        return nearest == null ? null : file.resolveSibling(nearest).toString();
    }
}

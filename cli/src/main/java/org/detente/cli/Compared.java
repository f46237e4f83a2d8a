// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.detente.model.Case;
import org.detente.model.View;
import org.detente.yaml.CaseInput;
import org.jspecify.annotations.Nullable;

/// What two words that are to be compared stand for.
///
/// @param kind packages, views or cases
/// @param cases the case that the packages or views belong to, or both cases
record Compared(Kind kind, List<FoundCase> cases) {
    /// The name of the case without any view, among its views.
    static final String AS_WRITTEN = "as-written";

    /// What is compared.
    enum Kind {
        PACKAGES("a package"),
        VIEWS("a view"),
        CASES("a case");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /// Copies the list.
    Compared {
        cases = List.copyOf(cases);
    }

    /// Finds out.
    ///
    /// @param first one word
    /// @param second the other
    /// @param caseName the case that the user named, or null
    /// @return what they are
    /// @throws InputError if they are of different kinds, could be of two, or are nothing
    static Compared of(String first, String second, @Nullable String caseName) {
        return caseName == null
                ? alone(first, second)
                : within(first, second, FoundCase.of(caseName));
    }

    private static Compared alone(String first, String second) {
        boolean a = isPackageFile(first);
        boolean b = isPackageFile(second);
        if (a && b) {
            FoundCase one = enclosing(first);
            FoundCase other = enclosing(second);
            if (!one.key().equals(other.key())) {
                throw new InputError(
                        "the packages stand in two cases, %s and %s. Say with --case which they belong to."
                                .formatted(one.key(), other.key()));
            }
            return new Compared(Kind.PACKAGES, List.of(one));
        }
        if (a || b) {
            throw new InputError(
                    "%s is a package and %s is none. Compare two packages, two views or two cases."
                            .formatted(a ? first : second, a ? second : first));
        }
        List<FoundCase> cases = new ArrayList<>();
        for (String word : List.of(first, second)) {
            try {
                cases.add(FoundCase.of(word));
            } catch (InputError error) {
                throw new InputError(
                        error.getMessage()
                                + " For two views or packages of a case say which, as in --case us-iran-2026.");
            }
        }
        return new Compared(Kind.CASES, cases);
    }

    /// Whether a word names a YAML file that is no case: a case begins with its format version.
    private static boolean isPackageFile(String word) {
        if (!PackageFiles.isPath(word) || !Files.isRegularFile(Destination.path(word))) {
            return false;
        }
        return switch (CaseInput.of(Destination.path(word)).caseFile()) {
            case CaseInput.FileContent.Bytes(byte[] bytes) ->
                    new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                            .lines()
                            .noneMatch(l -> l.replace("\uFEFF", "").startsWith("detente:"));
            case CaseInput.FileContent.Absent _, CaseInput.FileContent.Refused _ -> false;
        };
    }

    private static FoundCase enclosing(String file) {
        Path folder = Destination.path(file).toAbsolutePath().normalize().getParent();
        while (folder != null) {
            if (Files.isRegularFile(folder.resolve(CaseInput.CASE_FILE))) {
                return FoundCase.of(folder.toString());
            }
            folder = folder.getParent();
        }
        throw new InputError(
                "the package %s stands in no case's folder. Say with --case which case it belongs to."
                        .formatted(file));
    }

    private static Compared within(String first, String second, FoundCase found) {
        List<String> views = new ArrayList<>();
        Case source = found.read().model();
        source.views().stream().map(View::id).forEach(views::add);
        views.add(AS_WRITTEN);
        boolean bothViews = views.contains(first) && views.contains(second);
        boolean bothPackages = isPackage(first, found) && isPackage(second, found);
        if (bothViews && bothPackages) {
            throw new InputError(
                    "%s and %s are views and packages of the case %s. For the packages write their paths, as in ./%s.yaml."
                            .formatted(first, second, found.key(), first));
        }
        if (bothViews || bothPackages) {
            return new Compared(bothViews ? Kind.VIEWS : Kind.PACKAGES, List.of(found));
        }
        List<String> kinds = new ArrayList<>();
        for (String word : List.of(first, second)) {
            boolean view = views.contains(word);
            if (!view && !isPackage(word, found)) {
                List<String> names = new ArrayList<>(views);
                names.addAll(found.packages());
                throw new InputError(
                        Unknown.message("view or package of the case " + found.key(), word, names));
            }
            kinds.add((view ? Kind.VIEWS : Kind.PACKAGES).words);
        }
        throw new InputError(
                "%s is %s and %s is %s of the case %s. Compare two packages, two views or two cases."
                        .formatted(first, kinds.getFirst(), second, kinds.getLast(), found.key()));
    }

    /// A path counts whether or not a file is there: what is wrong with it is told on reading.
    private static boolean isPackage(String word, FoundCase found) {
        return PackageFiles.isPath(word) || PackageFiles.exist(word, found);
    }
}

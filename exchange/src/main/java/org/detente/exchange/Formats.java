// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Place;
import org.detente.model.Problem;
import org.jspecify.annotations.Nullable;

/// The one list of the forms that can be read and written.
public final class Formats {
    private Formats() {}

    /// Everything that can be read. The first that recognises a file reads it.
    private static List<Importer> importers() {
        return List.of(
                new GraphModelImporter(),
                new GeniusImporter(),
                new GeniusWebImporter(),
                new NfgImporter(),
                new WorkbookImporter());
    }

    /// Everything that can be written, in the order of a list.
    ///
    /// @return one exporter for each form
    public static List<Exporter> exporters() {
        return List.of(
                new GraphModelExporter(),
                new GeniusExporter(),
                new GeniusWebExporter(),
                new NfgExporter(),
                new WorkbookExporter(),
                new CsvExporter(),
                new GraphMlExporter(),
                new DotExporter());
    }

    /// The names of the forms that can be written.
    ///
    /// @return lower-case words
    public static List<String> names() {
        return exporters().stream().map(Exporter::format).toList();
    }

    /// The exporter of a form.
    ///
    /// @param format its name
    /// @return the exporter, or null if there is none of that name
    public static @Nullable Exporter exporter(String format) {
        for (Exporter exporter : exporters()) {
            if (exporter.format().equals(format)) {
                return exporter;
            }
        }
        return null;
    }

    /// Reads files as one case.
    ///
    /// @param files at least one, in the user's order
    /// @return the case, and what it could not take over
    /// @throws ImportError with every problem found; also if a file is of no form that can be read
    public static Imported read(List<ForeignFile> files) {
        List<FileProblem> problems = new ArrayList<>();
        Importer first = null;
        for (ForeignFile file : files) {
            Importer importer = importerOf(file);
            if (importer == null) {
                problems.add(problem(file, Unread.fact(file), Unread.mend(file)));
            } else if (first != null && importer.getClass() != first.getClass()) {
                problems.add(
                        problem(
                                file,
                                "is %s, and %s is %s"
                                        .formatted(
                                                importer.title(),
                                                files.getFirst().name(),
                                                first.title()),
                                "Import files of one form at a time"));
            } else if (first == null) {
                first = importer;
            }
        }
        if (first == null || !problems.isEmpty()) {
            throw new ImportError(problems);
        }
        return first.read(files);
    }

    private static @Nullable Importer importerOf(ForeignFile file) {
        for (Importer importer : importers()) {
            if (importer.recognises(file)) {
                return importer;
            }
        }
        return null;
    }

    private static FileProblem problem(ForeignFile file, String fact, String mend) {
        return new FileProblem(
                file.name(), new Problem(Problem.Severity.ERROR, "", new Place(1, 1), fact, mend));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.detente.compile.CompiledCase;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.PreferencePart;
import org.detente.yaml.CaseInput;
import org.detente.yaml.CaseReader;
import org.detente.yaml.CaseWriter;

/// What tests of the exchange share: files, cases, and the way from one to the other.
final class Trial {
    private Trial() {}

    /// A file of our own, from the test resources.
    static ForeignFile resource(String name) {
        try (InputStream in = Trial.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new ForeignFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What could be agreed in a case that has an agreement.
    static Agreement agreement(Case source) {
        return requireNonNull(source.agreement());
    }

    /// A part of a party's preferences that is there.
    static <T extends PreferencePart> T part(Case source, String party, Class<T> kind) {
        return requireNonNull(requireNonNull(source.preferencesOf(party)).part(kind));
    }

    static ForeignFile text(String name, String text) {
        return new ForeignFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static ForeignFile file(Path path) {
        try {
            return new ForeignFile(path.toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Imported read(ForeignFile... files) {
        return Formats.read(List.of(files));
    }

    /// A case from its YAML.
    static Case of(String yaml) {
        return CaseReader.read(new InMemory(yaml)).model();
    }

    private record InMemory(String yaml) implements CaseInput {
        @Override
        public String displayName() {
            return CASE_FILE;
        }

        @Override
        public FileContent caseFile() {
            return new FileContent.Bytes(yaml.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public FileContent file(String relativePath) {
            return new FileContent.Absent();
        }
    }

    /// The workbook of a case that need not compile.
    static ForeignFile workbook(Case source) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            WorkbookExporter.file("key", source).content().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ForeignFile("key.xlsx", out.toByteArray());
    }

    /// What is written when a case is exported.
    static List<ForeignFile> export(Case source, String format) {
        Exporter exporter = requireNonNull(Formats.exporter(format));
        CompiledCase model = CompiledCase.of(source, 1 << 22);
        Exported exported =
                exporter.write(new ExportJob("key", model, List::of, ExportJob.DEFAULT_MOST_EDGES));
        List<ForeignFile> files = new ArrayList<>();
        for (OutFile file : exported.files()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                file.content().writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            files.add(new ForeignFile(file.name(), out.toByteArray()));
        }
        return files;
    }

    /// A case exported and read again.
    static Case roundTrip(Case source, String format) {
        return Formats.read(export(source, format)).model();
    }

    /// A case as `case.yaml`, after making sure that it reads back as itself.
    static String yaml(Case source) {
        String yaml = CaseWriter.write(source);
        Case again = of(yaml);
        if (!again.equals(source)) {
            throw new AssertionError("written and read as another case:\n" + yaml);
        }
        return yaml;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.detente.compile.CompiledCase;
import org.detente.exchange.ExportJob;
import org.detente.exchange.Exporter;
import org.detente.exchange.ForeignFile;
import org.detente.exchange.Formats;

/// Changes other tools' files by their words: drops, doubles, moves and replaces words, numbers and
/// marks, takes some from the other files; then now and then the text. A workbook is changed inside
/// its archive.
final class ForeignMutator {
    private static final List<List<String>> SETS =
            List.of(
                    List.of("inspection.gmcr"),
                    List.of("orchard-domain.xml", "orchard-upper.xml", "orchard-lower.xml"),
                    List.of("harbour-domain.json", "harbour-port.json", "harbour-line.json"),
                    List.of("ferry.nfg"));

    private static final Pattern WORD =
            Pattern.compile("[A-Za-z_]+|-?[0-9.]+|\"[^\"\n]*\"|\\s+|[^A-Za-z0-9_\\s]");

    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "1",
                    "-1",
                    "2",
                    "3",
                    "1e308",
                    "1e-320",
                    "99999999999",
                    "0.1",
                    "NaN",
                    "1/0",
                    "2147483648");

    private final List<List<ForeignFile>> seeds = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final TextMutator texts = new TextMutator();

    ForeignMutator() {
        for (List<String> names : SETS) {
            List<ForeignFile> set = new ArrayList<>();
            for (String name : names) {
                String text = Seedbed.text("org/detente/fuzz/foreign/" + name);
                words.addAll(words(text));
                set.add(new ForeignFile(name, text.getBytes(StandardCharsets.UTF_8)));
            }
            seeds.add(set);
        }
        seeds.add(List.of(workbook(Formats.read(seeds.getFirst()).model())));
        words.addAll(NUMBERS);
    }

    private static ForeignFile workbook(org.detente.model.Case source) {
        Exporter exporter = java.util.Objects.requireNonNull(Formats.exporter("xlsx"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            exporter.write(new ExportJob("key", CompiledCase.of(source, 64), List::of, 64))
                    .files()
                    .getFirst()
                    .content()
                    .writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ForeignFile("key.xlsx", out.toByteArray());
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }

    /// Files changed a number of times.
    List<ForeignFile> make(RandomGenerator random, int mutations) {
        List<ForeignFile> files = new ArrayList<>(seeds.get(random.nextInt(seeds.size())));
        for (int i = 0; i < mutations; i++) {
            int at = random.nextInt(files.size());
            switch (random.nextInt(24)) {
                case 0 -> files.add(files.get(at));
                case 1 -> {
                    if (files.size() > 1) {
                        files.remove(at);
                    }
                }
                default -> files.set(at, mutated(files.get(at), random));
            }
        }
        return files;
    }

    private ForeignFile mutated(ForeignFile file, RandomGenerator random) {
        if (!file.text().isEmpty()) {
            return new ForeignFile(
                    file.name(), mutated(file.text(), random).getBytes(StandardCharsets.UTF_8));
        }
        SequencedMap<String, byte[]> parts = parts(file.bytes());
        if (parts.isEmpty()) {
            return file;
        }
        List<String> names = List.copyOf(parts.keySet());
        String name = names.get(random.nextInt(names.size()));
        String text = new String(parts.get(name), StandardCharsets.UTF_8);
        parts.put(name, mutated(text, random).getBytes(StandardCharsets.UTF_8));
        return new ForeignFile(file.name(), archive(parts));
    }

    private String mutated(String text, RandomGenerator random) {
        if (random.nextInt(6) == 0) {
            return texts.mutate(text, random);
        }
        List<String> split = new ArrayList<>(words(text));
        if (split.isEmpty()) {
            return texts.mutate(text, random);
        }
        int at = random.nextInt(split.size());
        String other = words.get(random.nextInt(words.size()));
        switch (random.nextInt(5)) {
            case 0 -> split.remove(at);
            case 1 -> split.add(at, other);
            case 2 -> split.add(at, split.get(random.nextInt(split.size())));
            case 3 -> {
                int end = Math.min(split.size(), at + random.nextInt(30));
                List<String> run = new ArrayList<>(split.subList(at, end));
                split.addAll(random.nextInt(split.size()), run);
            }
            default -> split.set(at, other);
        }
        return String.join("", split);
    }

    private static SequencedMap<String, byte[]> parts(byte[] archive) {
        SequencedMap<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] archive(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.model.Claim;
import org.detente.model.Place;
import org.detente.model.Places;
import org.detente.model.Source;
import org.jspecify.annotations.Nullable;

/// Looks each quote up in its source's text, where the text is there. Runs of white space count as
/// one space; nothing else is forgiven, since a quote is a quote.
final class QuoteCheck {
    private static final int WORDS_SHOWN = 8;

    private final CaseInput input;
    private final Findings findings;
    private final Places places;

    QuoteCheck(CaseInput input, Findings findings) {
        this.input = input;
        this.findings = findings;
        this.places = findings.places();
    }

    void check(List<Source> sources, List<Claim> claims) {
        Map<String, String> textBySource = new HashMap<>();
        for (Source source : sources) {
            String text = text(source);
            if (text != null) {
                textBySource.put(source.id(), text);
            }
        }
        for (Claim claim : claims) {
            String text = textBySource.get(claim.in());
            if (text != null && claim.quote() != null) {
                check(claim, claim.quote(), text);
            }
        }
    }

    private @Nullable String text(Source source) {
        String path = "sources." + source.id() + (source.file() == null ? "" : ".file");
        String file = source.file() == null ? "sources/" + source.id() + ".txt" : source.file();
        return switch (input.file(file)) {
            case CaseInput.FileContent.Absent _ -> {
                if (source.file() != null) {
                    error(
                            path,
                            "names the file %s, which is not in the case's folder"
                                    .formatted(Show.quoted(file)),
                            "Put the source's text there, or remove the key");
                }
                yield null;
            }
            case CaseInput.FileContent.Refused(String fact, String mend) -> {
                error(path, fact, mend);
                yield null;
            }
            case CaseInput.FileContent.Bytes(byte[] bytes) -> decoded(path, bytes);
        };
    }

    private @Nullable String decoded(String path, byte[] bytes) {
        try {
            return normal(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            error(path, "has a text that is not UTF-8", "Save the source's text as UTF-8");
            return null;
        }
    }

    private void check(Claim claim, String quote, String text) {
        String wanted = normal(quote);
        if (text.contains(wanted)) {
            return;
        }
        error(
                "claims.%s.quote".formatted(claim.id()),
                "is not in the text of %s".formatted(claim.in()),
                mend(wanted, text));
    }

    private static String mend(String wanted, String text) {
        String[] words = wanted.split(" ", -1);
        int fitting = fittingWords(words, text);
        if (fitting > 0) {
            String start = joined(words, 0, fitting);
            int after = text.indexOf(start) + start.length();
            String found = firstWords(text.substring(after));
            String given = joined(words, fitting, Math.min(words.length, fitting + WORDS_SHOWN));
            return "After “%s” the text goes on “%s”, and the quote “%s”; copy it exactly"
                    .formatted(lastWords(words, fitting), found, Show.cut(given, 80));
        }
        if (plainMarks(text).contains(plainMarks(wanted))) {
            return "It differs in quotation marks or dashes only; copy them from the text";
        }
        return "Copy it exactly, or write a paraphrase under says: instead";
    }

    /// How many of the first words stand in the text together.
    private static int fittingWords(String[] words, String text) {
        int least = 0;
        int most = words.length - 1;
        while (least < most) {
            int middle = (least + most + 1) / 2;
            if (text.contains(joined(words, 0, middle))) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return least;
    }

    private static String joined(String[] words, int from, int to) {
        return String.join(" ", List.of(words).subList(from, to));
    }

    private static String lastWords(String[] words, int end) {
        return Show.cut(joined(words, Math.max(0, end - 4), end), 80);
    }

    private static String firstWords(String text) {
        String[] words = text.strip().split(" ", WORDS_SHOWN + 1);
        return Show.cut(joined(words, 0, Math.min(words.length, WORDS_SHOWN)), 80);
    }

    private static String plainMarks(String text) {
        return text.replace('“', '"')
                .replace('”', '"')
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('–', '-')
                .replace('—', '-');
    }

    private static String normal(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF') {
                space = !normal.isEmpty();
            } else {
                if (space) {
                    normal.append(' ');
                    space = false;
                }
                normal.append(c);
            }
        }
        return normal.toString();
    }

    private void error(String path, String fact, String mend) {
        Place place = places.nearest(path);
        findings.error(path, place == null ? new Place(1, 1) : place, fact, mend);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.model.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads JSON as a tree with places, within bounds. Comments, trailing commas and NaN are let pass,
/// since tools and people write them.
final class JsonReader {
    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NUMBER = 400;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(LONGEST_TEXT)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .maxDocumentLength(ForeignFile.MOST_BYTES)
                                    .build())
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .build();

    private final JsonParser parser;
    private final ForeignFile file;
    private final Findings findings;

    private JsonReader(JsonParser parser, ForeignFile file, Findings findings) {
        this.parser = parser;
        this.file = file;
        this.findings = findings;
    }

    /// Reads a file.
    ///
    /// @return its one value
    /// @throws ImportError with a place, if it is not JSON
    static Json read(ForeignFile file, Findings findings) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), file.text())) {
            JsonReader reader = new JsonReader(parser, file, findings);
            if (parser.nextToken() == null) {
                throw findings.stop(file, "", new Place(1, 1), "is empty", "Save the model again");
            }
            Json value = reader.value();
            if (parser.nextToken() != null) {
                TokenStreamLocation at = parser.currentTokenLocation();
                throw findings.stop(
                        file,
                        "",
                        place(at),
                        "goes on after the end of its one value",
                        "Keep one model in one file");
            }
            return value;
        } catch (JacksonException broken) {
            String said = broken.getOriginalMessage();
            String line = Words.line(said == null ? "" : said.lines().findFirst().orElse(""));
            throw findings.stop(
                    file,
                    "",
                    place(broken.getLocation()),
                    "is not JSON: " + (line.length() > 160 ? line.substring(0, 160) + "…" : line),
                    "Mend the file there, or save the model again in the tool it comes from");
        }
    }

    private static Place place(TokenStreamLocation at) {
        return at == null
                ? new Place(1, 1)
                : new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private Json value() {
        TokenStreamLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(line, column);
            case START_ARRAY -> list(line, column);
            case VALUE_STRING -> new Json.Str(parser.getString(), line, column);
            case VALUE_NUMBER_INT -> number(line, column);
            case VALUE_NUMBER_FLOAT -> new Json.Num(parser.getString(), line, column);
            case VALUE_TRUE -> new Json.Bool(true, line, column);
            case VALUE_FALSE -> new Json.Bool(false, line, column);
            default -> new Json.Nothing(line, column);
        };
    }

    private Json number(int line, int column) {
        String digits = parser.getString();
        return digits.length() <= 9 && !digits.startsWith("+")
                ? new Json.Int(Integer.parseInt(digits), line, column)
                : new Json.Num(digits, line, column);
    }

    private Json list(int line, int column) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Json.Arr(items, line, column);
    }

    private Json object(int line, int column) {
        SequencedMap<String, Json> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            Json value = value();
            if (entries.put(key, value) != null) {
                findings.loss(
                        "%s, line %d".formatted(file.shortName(), Math.max(1, value.line())),
                        "the key %s for the second time".formatted(Words.shown(key)),
                        "the last one counts, as in most tools");
            }
        }
        return new Json.Obj(entries, line, column);
    }
}

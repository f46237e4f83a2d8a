// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.detente.explain.Data;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Writes result data as JSON, piece by piece: the document is never in memory as a whole.
///
/// UTF-8, two-space indent, line ends `\n`, one at the end. A list of plain values is packed on
/// lines of about a hundred columns. Numbers are written in the shortest form that reads back the
/// same. The same data give the same bytes.
public final class JsonRenderer {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .characterEscapes(new VisibleEscapes())
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    private final JsonGenerator generator;
    private final PackedLayout layout;

    private JsonRenderer(JsonGenerator generator, PackedLayout layout) {
        this.generator = generator;
        this.layout = layout;
    }

    /// Writes a document.
    ///
    /// @param document the whole document
    /// @param out where to; flushed, not closed
    /// @throws IOException if writing fails
    public static void write(Data.Fields document, OutputStream out) throws IOException {
        PackedLayout layout = new PackedLayout();
        try (JsonGenerator generator =
                FACTORY.createGenerator(new LaidOut(layout), out, JsonEncoding.UTF8)) {
            new JsonRenderer(generator, layout).data(document);
            generator.writeRaw('\n');
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        }
        out.flush();
    }

    private void data(Data data) {
        switch (data) {
            case Data.Fields(var entries) -> {
                generator.writeStartObject();
                for (Map.Entry<String, Data> entry : entries.entrySet()) {
                    generator.writeName(wellFormed(entry.getKey()));
                    layout.afterName(entry.getKey().length());
                    data(entry.getValue());
                }
                generator.writeEndObject();
            }
            case Data.Items(List<? extends Data> items) -> items(items);
            case Data.Wholes(var numbers) -> wholes(numbers.get());
            case Data.Whole(long value) -> generator.writeNumber(value);
            case Data.Real(double value) -> generator.writeNumber(value);
            case Data.Name(String value) -> generator.writeString(wellFormed(value));
            case Data.Truth(boolean value) -> generator.writeBoolean(value);
            case Data.None() -> generator.writeNull();
        }
    }

    private void items(List<? extends Data> items) {
        boolean packed = items.stream().allMatch(item -> widthOrMinus(item) >= 0);
        layout.packNext(packed);
        generator.writeStartArray();
        for (Data item : items) {
            if (packed) {
                layout.expect(widthOrMinus(item));
            }
            data(item);
        }
        generator.writeEndArray();
    }

    private void wholes(LongStream numbers) {
        layout.packNext(true);
        generator.writeStartArray();
        try (numbers) {
            for (PrimitiveIterator.OfLong each = numbers.iterator(); each.hasNext(); ) {
                long number = each.nextLong();
                layout.expect(digits(number));
                generator.writeNumber(number);
            }
        }
        generator.writeEndArray();
    }

    /// The columns a plain value takes, or -1 for a map or a list.
    private static int widthOrMinus(Data data) {
        return switch (data) {
            case Data.Fields _, Data.Items _, Data.Wholes _ -> -1;
            case Data.Whole(long value) -> digits(value);
            case Data.Real(double value) -> Double.toString(value).length();
            case Data.Name(String value) -> value.length() + 2;
            case Data.Truth(boolean value) -> value ? 4 : 5;
            case Data.None() -> 4;
        };
    }

    private static int digits(long number) {
        int digits = number < 0 ? 2 : 1;
        for (long rest = number / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /// UTF-8 has no form for half of a surrogate pair.
    private static String wellFormed(String words) {
        boolean whole = words.codePoints().noneMatch(JsonRenderer::isHalf);
        if (whole) {
            return words;
        }
        StringBuilder mended = new StringBuilder(words.length());
        words.codePoints().forEach(point -> mended.appendCodePoint(isHalf(point) ? 0xFFFD : point));
        return mended.toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /// Hands the layout to the generator.
    private static final class LaidOut extends ObjectWriteContext.Base {
        private final PackedLayout layout;

        LaidOut(PackedLayout layout) {
            this.layout = layout;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return layout;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}

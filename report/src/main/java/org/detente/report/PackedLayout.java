// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/// Two-space indents, with lists of plain values packed on lines of about a hundred columns.
///
/// The writer tells before each packed list that it is one, and before each of its values how wide
/// it is.
final class PackedLayout implements PrettyPrinter {
    private static final int LINE_WIDTH = 100;
    private static final int INDENT = 2;

    /// Quotation marks, colon, space and bracket around a name.
    private static final int NAME_SIGNS = 5;

    private final Deque<Boolean> packed = new ArrayDeque<>();
    private int depth;
    private int column;
    private int nextWidth;
    private boolean packNext;

    /// Says how wide the name is that was just written.
    void afterName(int width) {
        column = depth * INDENT + width + NAME_SIGNS;
    }

    /// Says whether the next list is packed.
    void packNext(boolean pack) {
        packNext = pack;
    }

    /// Says how wide the next value of a packed list is.
    void expect(int width) {
        nextWidth = width;
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator generator) {
        generator.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator generator) {
        generator.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator generator) {
        newLine(generator);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator generator) {
        generator.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator generator) {
        generator.writeRaw(',');
        newLine(generator);
    }

    @Override
    public void writeEndObject(JsonGenerator generator, int entryCount) {
        depth--;
        if (entryCount > 0) {
            newLine(generator);
        }
        generator.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator generator) {
        generator.writeRaw('[');
        packed.push(packNext);
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator generator) {
        if (packed.getFirst()) {
            column += nextWidth;
        } else {
            newLine(generator);
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) {
        generator.writeRaw(',');
        if (!packed.getFirst()) {
            newLine(generator);
        } else if (column + 2 + nextWidth >= LINE_WIDTH) {
            newLine(generator);
            column += nextWidth;
        } else {
            generator.writeRaw(' ');
            column += 2 + nextWidth;
        }
    }

    @Override
    public void writeEndArray(JsonGenerator generator, int valueCount) {
        depth--;
        if (!packed.pop() && valueCount > 0) {
            newLine(generator);
        }
        generator.writeRaw(']');
    }

    private void newLine(JsonGenerator generator) {
        generator.writeRaw('\n');
        for (int level = 0; level < depth; level++) {
            generator.writeRaw("  ");
        }
        column = depth * INDENT;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.detente.model.Place;
import org.jspecify.annotations.Nullable;

/// A JSON value with its place.
sealed interface Json {
    /// Where it begins: line and column.
    int line();

    /// Where it begins: line and column.
    int column();

    /// The place of the value.
    default Place place() {
        return new Place(Math.max(1, line()), Math.max(1, column()));
    }

    /// An object. A key that stands twice has its last value, as most tools read it.
    ///
    /// @param entries its entries, in the order of the file
    record Obj(SequencedMap<String, Json> entries, int line, int column) implements Json {
        @Nullable Json get(String key) {
            return entries.get(key);
        }

        /// The value of the first of some keys that is there, or null.
        @Nullable Json first(String... keys) {
            for (String key : keys) {
                Json value = entries.get(key);
                if (value != null && !(value instanceof Nothing)) {
                    return value;
                }
            }
            return null;
        }
    }

    /// A list.
    ///
    /// @param items its items
    record Arr(List<Json> items, int line, int column) implements Json {}

    /// Words.
    ///
    /// @param text the text
    record Str(String text, int line, int column) implements Json {}

    /// A whole number that fits in an `int`.
    ///
    /// @param value the number
    record Int(int value, int line, int column) implements Json {}

    /// Any other number, as it is written.
    ///
    /// @param text its digits
    record Num(String text, int line, int column) implements Json {}

    /// True or false.
    ///
    /// @param value which
    record Bool(boolean value, int line, int column) implements Json {}

    /// null.
    record Nothing(int line, int column) implements Json {}

    /// What it is, for a message.
    default String inWords() {
        return switch (this) {
            case Obj _ -> "an object";
            case Arr _ -> "a list";
            case Str _ -> "words";
            case Int _, Num _ -> "a number";
            case Bool _ -> "true or false";
            case Nothing _ -> "null";
        };
    }

    /// The value as a name: words as they are, numbers and truth values as they are written.
    default @Nullable String name() {
        return switch (this) {
            case Str(String text, _, _) -> text;
            case Int(int value, _, _) -> Integer.toString(value);
            case Num(String text, _, _) -> text;
            case Bool(boolean value, _, _) -> Boolean.toString(value);
            case Obj _, Arr _, Nothing _ -> null;
        };
    }

    /// The value as a whole number: also one in quotes, or written as 3.0.
    default @Nullable Integer whole() {
        return switch (this) {
            case Int(int value, _, _) -> Integer.valueOf(value);
            case Num(String text, _, _) -> wholeOf(text);
            case Str(String text, _, _) -> wholeOf(text);
            case Obj _, Arr _, Bool _, Nothing _ -> null;
        };
    }

    private static @Nullable Integer wholeOf(String text) {
        String digits = text.strip().replaceFirst("\\.0+$", "");
        return digits.matches("-?[0-9]{1,9}") ? Integer.valueOf(digits) : null;
    }

    /// The entries of an object, or none where it is anything else.
    static Map<String, Json> entriesOf(@Nullable Json value) {
        return value instanceof Obj object ? object.entries() : Map.of();
    }

    /// The items of a list, or none where it is anything else.
    static List<Json> itemsOf(@Nullable Json value) {
        return value instanceof Arr list ? list.items() : List.of();
    }
}

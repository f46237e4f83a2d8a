// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.List;
import org.detente.model.Place;
import org.jspecify.annotations.Nullable;

/// A node of a YAML document that knows where it stands. Nothing is typed yet: `yes`, `12` and
/// `2026-02` are words.
sealed interface YamlNode {
    /// Where it begins.
    Place place();

    /// Words.
    ///
    /// @param text the content, without quotes and escapes
    /// @param plain whether it was written without quotes and not as a block
    /// @param place where it begins
    /// @param startIndex where it begins, in code points of the document
    /// @param endIndex where it ends, likewise
    record Scalar(String text, boolean plain, Place place, int startIndex, int endIndex)
            implements YamlNode {
        /// Whether nothing is there.
        boolean isNull() {
            return plain
                    && switch (text) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }
    }

    /// A list.
    record Listing(List<YamlNode> items, Place place) implements YamlNode {}

    /// Keys with their values, each key once, in the order written.
    record Mapping(List<Entry> entries, Place place) implements YamlNode {
        /// The entry of a key.
        @Nullable Entry entry(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return entry;
                }
            }
            return null;
        }
    }

    /// A key and its value.
    record Entry(Scalar key, YamlNode value) {}

    /// Whether this is a scalar with nothing in it.
    default boolean isEmptyScalar() {
        return this instanceof Scalar scalar && scalar.isNull();
    }

    /// What kind of thing this is, for a message.
    default String kindInWords() {
        return switch (this) {
            case Scalar s when s.isNull() -> "nothing";
            case Scalar s -> Show.quoted(s.text());
            case Listing _ -> "a list";
            case Mapping _ -> "keys with values";
        };
    }
}

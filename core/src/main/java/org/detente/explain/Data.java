// SPDX-License-Identifier: Apache-2.0
package org.detente.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/// Result data as a tree of maps, lists, numbers and names, which is written as JSON.
public sealed interface Data {
    /// A map with a fixed order.
    ///
    /// @param entries the entries; must not be changed afterwards
    record Fields(SequencedMap<String, Data> entries) implements Data {
        /// Starts an empty map to be filled by [Fields#with].
        public Fields() {
            this(new LinkedHashMap<>());
        }

        /// Adds an entry and returns this map, so that calls can be chained while it is built.
        ///
        /// @param key a key that is not there yet
        /// @param value its value
        /// @return this map
        /// @throws IllegalArgumentException if the key is there
        public Fields with(String key, Data value) {
            if (entries.putIfAbsent(key, value) != null) {
                throw new IllegalArgumentException("key '%s' is there twice".formatted(key));
            }
            return this;
        }

        /// Adds a name or a sentence.
        ///
        /// @param key a key that is not there yet
        /// @param value its value
        /// @return this map
        public Fields with(String key, String value) {
            return with(key, new Name(value));
        }

        /// Adds a whole number.
        ///
        /// @param key a key that is not there yet
        /// @param value its value
        /// @return this map
        public Fields with(String key, long value) {
            return with(key, new Whole(value));
        }

        /// Adds a truth value.
        ///
        /// @param key a key that is not there yet
        /// @param value its value
        /// @return this map
        public Fields with(String key, boolean value) {
            return with(key, new Truth(value));
        }
    }

    /// A list.
    ///
    /// @param items the items
    record Items(List<? extends Data> items) implements Data {
        /// Copies the items.
        public Items {
            items = List.copyOf(items);
        }

        /// A list of names.
        ///
        /// @param names the names
        /// @return the list
        public static Items names(List<String> names) {
            return new Items(names.stream().map(Name::new).toList());
        }
    }

    /// A long list of whole numbers, made when it is written.
    ///
    /// @param numbers gives the numbers, the same each time
    record Wholes(Supplier<LongStream> numbers) implements Data {}

    /// A whole number.
    ///
    /// @param value the number
    record Whole(long value) implements Data {}

    /// A number.
    ///
    /// @param value the number, finite
    record Real(double value) implements Data {
        /// Checks that JSON can hold it.
        public Real {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not a finite number: " + value);
            }
        }
    }

    /// A name or a sentence.
    ///
    /// @param value the words
    record Name(String value) implements Data {}

    /// A truth value.
    ///
    /// @param value the value
    record Truth(boolean value) implements Data {}

    /// Nothing known or nothing there.
    record None() implements Data {}
}

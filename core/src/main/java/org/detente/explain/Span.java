// SPDX-License-Identifier: Apache-2.0
package org.detente.explain;

import org.jspecify.annotations.Nullable;

/// A run of words within a text.
public sealed interface Span {
    /// Words of our own.
    ///
    /// @param words the words
    record Plain(String words) implements Span {}

    /// Words of our own that matter most.
    ///
    /// @param words the words
    record Strong(String words) implements Span {}

    /// A name or key as the user wrote it in the case: `us.relief`, `--max-states`.
    ///
    /// @param words the name
    record Code(String words) implements Span {}

    /// Words of a source. Renderers mark them as such: `<q>` or “…”, never straight quotes.
    ///
    /// @param words the source's words, without quotation marks
    record Quote(String words) implements Span {}

    /// A reference to a claim of the ledger.
    ///
    /// @param claim the claim's id
    record ClaimRef(String claim) implements Span {}

    /// A reference to a state by its number.
    ///
    /// @param state the state's number
    record StateRef(int state) implements Span {}

    /// A standing in one word or two, which renderers may colour; the words carry the meaning
    /// alone.
    ///
    /// @param tone how it is to be read
    /// @param words the words
    record Mark(Tone tone, String words) implements Span {}

    /// How a mark is to be read.
    enum Tone {
        /// Holds, stable, agrees.
        GOOD,
        /// Depends, partly, splits.
        MIXED,
        /// Fails, falls, crosses a line.
        BAD,
        /// Rests on nothing but an assumption.
        ASSUMED,
        /// Disputed by somebody.
        CONTESTED,
        /// Neither good nor bad.
        NEUTRAL
    }

    /// The words alone.
    ///
    /// @return what a reader reads, quotes in “…”
    default String plainWords() {
        return switch (this) {
            case Plain(String words) -> words;
            case Strong(String words) -> words;
            case Code(String words) -> words;
            case Quote(String words) -> "“" + words + "”";
            case ClaimRef(String claim) -> "[" + claim + "]";
            case StateRef(int state) -> Integer.toString(state);
            case Mark(_, String words) -> words;
        };
    }

    /// The tone, if the span has one.
    ///
    /// @return the tone, or null
    default @Nullable Tone toneOrNull() {
        return this instanceof Mark(Tone tone, _) ? tone : null;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.math.BigDecimal;
import org.detente.model.Quantity;
import org.jspecify.annotations.Nullable;

/// Reads one number as a person writes it: `12`, `40%`, `a to b`, `a to b, likely c`, `normal(m,
/// s)`, or the name of an assumption with or without a minus.
final class QuantityScanner {
    /// The largest number, beyond which sums of doubles lose whole units.
    static final double LARGEST = 1e15;

    private static final int LONGEST_NUMBER = 40;
    private static final String FORMS =
            "Write 12, 40%, 15 to 25, 15 to 25, likely 20, normal(20, 3), or an assumption's name";

    private final String text;
    private int at;
    private String fact = "";
    private String mend = FORMS;

    QuantityScanner(String text) {
        this.text = text;
    }

    private record Amount(double value, boolean percent) {}

    /// What is wrong, after [#read()] gave null.
    String fact() {
        return fact;
    }

    /// How to mend it, after [#read()] gave null.
    String mend() {
        return mend;
    }

    /// The quantity, or null if the text is none.
    @Nullable Quantity read() {
        skipSpaces();
        if (text.startsWith("normal", at) && text.indexOf('(', at) > 0) {
            return normal();
        }
        int word = at + (peek() == '-' ? 1 : 0);
        if (word < text.length() && isLetter(text.charAt(word))) {
            return named(word);
        }
        Amount low = amount();
        if (low == null) {
            return null;
        }
        skipSpaces();
        if (atEnd()) {
            return new Quantity.Exact(low.value, low.percent);
        }
        if (!takes("to")) {
            return fails("is %s, not a number".formatted(Show.quoted(text)), rangeHint());
        }
        Amount high = amount();
        return high == null ? null : range(low, high);
    }

    private @Nullable Quantity range(Amount low, Amount high) {
        if (low.percent != high.percent) {
            return fails(
                    "mixes a plain number and a percentage", "Write both with %, or both without");
        }
        if (low.value > high.value) {
            return fails(
                    "runs from a larger number to a smaller one", "Write the smaller one first");
        }
        skipSpaces();
        if (atEnd()) {
            return new Quantity.Uniform(low.value, high.value, low.percent);
        }
        boolean likelyFollows = takes(",") && takes("likely");
        if (!likelyFollows) {
            return fails("is %s, not a range".formatted(Show.quoted(text)), FORMS);
        }
        Amount likely = amount();
        if (likely == null) {
            return null;
        }
        skipSpaces();
        if (!atEnd() || likely.percent != low.percent) {
            return fails(
                    "is %s, not a range".formatted(Show.quoted(text)),
                    "Write a to b, likely c, all three with % or all without");
        }
        if (likely.value < low.value || likely.value > high.value) {
            return fails(
                    "has its likely value outside its range",
                    "Write a likely value between the ends");
        }
        return new Quantity.Pert(low.value, high.value, likely.value, low.percent);
    }

    private @Nullable Quantity normal() {
        at += "normal".length();
        Amount mean = takes("(") ? amount() : null;
        Amount deviation = mean != null && takes(",") ? amount() : null;
        boolean closed = deviation != null && takes(")");
        skipSpaces();
        if (mean == null || deviation == null || !closed || !atEnd()) {
            return fails(
                    "is %s, not a normal distribution".formatted(Show.quoted(text)),
                    "Write its mean and its standard deviation, as in normal(20, 3)");
        }
        if (deviation.value <= 0) {
            return fails(
                    "has a standard deviation that is not above 0",
                    "Write one above 0, or the mean alone");
        }
        return new Quantity.Normal(mean.value, deviation.value);
    }

    private @Nullable Quantity named(int word) {
        String name = text.substring(word).strip();
        if (!Ids.isId(name)) {
            return fails("is %s, not a number".formatted(Show.quoted(text)), FORMS);
        }
        return new Quantity.Named(name, word > at);
    }

    private @Nullable Amount amount() {
        skipSpaces();
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int digits = digits();
        if (peek() == '.') {
            at++;
            digits += digits();
        }
        if (digits > 0 && (peek() == 'e' || peek() == 'E')) {
            exponent();
        }
        if (digits == 0) {
            fails("is %s, not a number".formatted(Show.quoted(text)), amountHint(start));
            return null;
        }
        String number = text.substring(start, at);
        double value = number.length() > LONGEST_NUMBER ? LARGEST * 2 : Double.parseDouble(number);
        if (Math.abs(value) > LARGEST) {
            fails(
                    "is a number too large or too long to reckon with",
                    "Write at most 40 characters and at most 1e15; choose a larger unit");
            return null;
        }
        boolean percent = peek() == '%';
        if (percent) {
            at++;
            value = new BigDecimal(number).movePointLeft(2).doubleValue();
        }
        return new Amount(value + 0.0, percent);
    }

    private void exponent() {
        int before = at;
        at++;
        if (peek() == '-' || peek() == '+') {
            at++;
        }
        int count = digits();
        if (count == 0 || count > 3) {
            at = before;
        }
    }

    private int digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at - start;
    }

    private String amountHint(int start) {
        char c = start < text.length() ? text.charAt(start) : ' ';
        return c == '−' || c == '–' ? "Write the minus as a hyphen: -" : FORMS;
    }

    private String rangeHint() {
        char c = peek();
        return c == '-' || c == '–' || c == '—' || c == '.' || c == '…'
                ? "Write a range as 15 to 25"
                : FORMS;
    }

    private @Nullable Quantity fails(String what, String how) {
        fact = what;
        mend = how;
        return null;
    }

    private boolean takes(String word) {
        skipSpaces();
        if (!text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    private void skipSpaces() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}

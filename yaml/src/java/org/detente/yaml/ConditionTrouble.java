// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.Locale;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.detente.yaml.ConditionParser.Reading.Misread;
import org.jspecify.annotations.Nullable;

/// Says in plain words why a condition cannot be read, with the mend that most often helps.
final class ConditionTrouble {
    private static final String GRAMMAR =
            "Write comparisons such as us.relief >= partial, or outcomes, joined by and, or, not,"
                    + " implies, iff and parentheses";

    private ConditionTrouble() {}

    static <T> Misread<T> at(Token token, CommonTokenStream tokens) {
        int offset = token.getStartIndex();
        int index = token.getTokenIndex();
        Token before = index > 0 ? tokens.get(index - 1) : null;
        if (token.getType() == Token.EOF) {
            return new Misread<>(
                    Math.max(0, offset), "breaks off", unfinished(before, unclosed(tokens)));
        }
        String fact = "cannot be read at " + Show.quoted(token.getText());
        return new Misread<>(offset, fact, mend(token, before));
    }

    private static boolean unclosed(CommonTokenStream tokens) {
        int open = 0;
        for (Token token : tokens.getTokens()) {
            switch (token.getType()) {
                case ConditionGrammarLexer.OPEN -> open++;
                case ConditionGrammarLexer.CLOSE -> open--;
                default -> {}
            }
        }
        return open > 0;
    }

    private static String unfinished(@Nullable Token before, boolean unclosed) {
        if (before == null) {
            return GRAMMAR;
        }
        return switch (before.getType()) {
            case ConditionGrammarLexer.EQUAL,
                    ConditionGrammarLexer.NOT_EQUAL,
                    ConditionGrammarLexer.BELOW,
                    ConditionGrammarLexer.AT_MOST,
                    ConditionGrammarLexer.ABOVE,
                    ConditionGrammarLexer.AT_LEAST ->
                    "Write a level after " + before.getText();
            case ConditionGrammarLexer.NOT,
                    ConditionGrammarLexer.AND,
                    ConditionGrammarLexer.OR,
                    ConditionGrammarLexer.IMPLIES,
                    ConditionGrammarLexer.IFF,
                    ConditionGrammarLexer.OVER ->
                    "Write a condition after " + before.getText();
            default -> unclosed ? "Close the parenthesis" : GRAMMAR;
        };
    }

    private static String mend(Token token, @Nullable Token before) {
        String text = token.getText();
        return switch (token.getType()) {
            case ConditionGrammarLexer.SYMBOLS -> symbols(text);
            case ConditionGrammarLexer.WORD -> word(text, before);
            case ConditionGrammarLexer.OTHER -> other(text);
            case ConditionGrammarLexer.NAME ->
                    before != null && isLevelOrName(before)
                            ? "Join two conditions by and or or; quote a level of several words, as"
                                    + " in '15 years'"
                            : GRAMMAR;
            case ConditionGrammarLexer.OVER -> "over belongs in prefer; here write one condition";
            case ConditionGrammarLexer.CLOSE -> "Remove the parenthesis, or open one before it";
            case ConditionGrammarLexer.EQUAL,
                    ConditionGrammarLexer.NOT_EQUAL,
                    ConditionGrammarLexer.BELOW,
                    ConditionGrammarLexer.AT_MOST,
                    ConditionGrammarLexer.ABOVE,
                    ConditionGrammarLexer.AT_LEAST ->
                    "Compare an option or a term, written party.option or terms.name, with one level";
            default -> GRAMMAR;
        };
    }

    private static boolean isLevelOrName(Token token) {
        return switch (token.getType()) {
            case ConditionGrammarLexer.NAME,
                    ConditionGrammarLexer.ITEM,
                    ConditionGrammarLexer.QUOTED,
                    ConditionGrammarLexer.CLOSE ->
                    true;
            default -> false;
        };
    }

    private static String symbols(String text) {
        return switch (text) {
            case "==", "===" -> "Write =";
            case "<>", "!==", "~=" -> "Write !=";
            case "=<" -> "Write <=";
            case "=>" -> "Write >= for at least, or the word implies";
            case "&", "&&" -> "Write and";
            case "|", "||" -> "Write or";
            case "!", "~" -> "Write not";
            default -> "The signs are =, !=, <, <=, > and >=";
        };
    }

    private static String word(String text, @Nullable Token before) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.equals(text) && Ids.WORDS_OF_CONDITIONS.contains(lower)) {
            return "Write " + lower;
        }
        if (Character.isDigit(text.charAt(0))) {
            return "Quote a level that is not a plain name, as in '15 years'";
        }
        boolean afterSign =
                before != null
                        && (before.getText().endsWith("=")
                                || before.getText().equals("<")
                                || before.getText().equals(">"));
        if (afterSign) {
            return "Quote a level that is not a plain name: '%s'".formatted(Show.cut(text, 40));
        }
        return "Names are small letters, digits and hyphens, an option is party.option";
    }

    private static String other(String text) {
        return switch (text) {
            case "'", "’", "‘", "\"", "“", "”" ->
                    "Quote a level in straight single quotes on both sides: '15 years'";
            case "≥" -> "Write >=";
            case "≤" -> "Write <=";
            case "≠" -> "Write !=";
            case "[", "]" -> "A set of levels stands in braces: in {a, b}";
            default -> GRAMMAR;
        };
    }
}

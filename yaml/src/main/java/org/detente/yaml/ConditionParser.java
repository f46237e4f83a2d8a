// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.jspecify.annotations.Nullable;

/// Reads conditions such as `us.strike >= limited or israel.strike`. It knows the language, not the
/// case: whether the names exist is for [CaseReader] to say.
///
/// Time O(length). Bounded in length and in nesting, so that no text can exhaust the stack.
public final class ConditionParser {
    /// The longest condition, in characters.
    public static final int LONGEST = 10_000;

    /// How deep parentheses and the parts of a condition may be nested, and how long chains of
    /// `not`, `implies` and `iff` may be.
    public static final int DEEPEST = 100;

    private static final String OVER = " over ";

    private ConditionParser() {}

    /// What reading a text gave.
    ///
    /// @param <T> what is read
    public sealed interface Reading<T> {
        /// It was understood.
        ///
        /// @param value the condition or conditions
        /// @param mentions each name it mentions, in the order of the text
        /// @param <T> what is read
        record Understood<T>(T value, List<Mention> mentions) implements Reading<T> {
            /// Copies the mentions.
            public Understood {
                mentions = List.copyOf(mentions);
            }
        }

        /// It was not.
        ///
        /// @param offset where the trouble is, in code points from the start of the text
        /// @param fact what is wrong, without its full stop
        /// @param mend what to do about it, without its full stop
        /// @param <T> what would have been read
        record Misread<T>(int offset, String fact, String mend) implements Reading<T> {}
    }

    /// A name that a condition mentions, with its place in the text in code points.
    public sealed interface Mention {
        /// An option or term.
        ///
        /// @param item which
        /// @param bare whether no comparison follows, so that it must be yes/no
        /// @param offset where it stands
        record Item(ItemRef item, boolean bare, int offset) implements Mention {}

        /// A level compared with.
        ///
        /// @param item whose level
        /// @param level the level's name
        /// @param offset where it stands
        record Level(ItemRef item, String level, int offset) implements Mention {}

        /// An outcome.
        ///
        /// @param id its id
        /// @param offset where it stands
        record Outcome(String id, int offset) implements Mention {}
    }

    /// `A over B`.
    ///
    /// @param better what is better
    /// @param worse than this
    public record Preference(Condition better, Condition worse) {}

    /// Reads one condition.
    ///
    /// @param text the text
    /// @return the condition, or where and why it cannot be read
    public static Reading<Condition> condition(String text) {
        return read(text, (parser, tree) -> tree.of(parser.condition().equivalence()), List::of);
    }

    /// Reads `A over B`, both conditions.
    ///
    /// @param text the text
    /// @return the two conditions, or where and why they cannot be read
    public static Reading<Preference> preference(String text) {
        return read(
                text,
                (parser, tree) -> {
                    var both = parser.preference().equivalence();
                    return new Preference(tree.of(both.get(0)), tree.of(both.get(1)));
                },
                both -> List.of(both.better(), both.worse()));
    }

    /// Which rule to start at, and what to make of it.
    @FunctionalInterface
    private interface Start<T> {
        T from(ConditionGrammarParser parser, ConditionTree tree);
    }

    private static <T> Reading<T> read(
            String text, Start<T> start, Function<T, List<Condition>> parts) {
        if (text.length() > LONGEST) {
            return tooLong("is a condition of %,d characters", text.length());
        }
        ConditionGrammarLexer lexer = new ConditionGrammarLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        Token tooDeep = tooDeep(tokens.getTokens());
        if (tooDeep != null) {
            return tooDeep(tooDeep.getStartIndex());
        }
        ConditionGrammarParser parser = new ConditionGrammarParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            ConditionTree tree = new ConditionTree();
            T value = start.from(parser, tree);
            return bounded(parts.apply(value), new Reading.Understood<>(value, tree.mentions()));
        } catch (ParseCancellationException e) {
            if (e.getCause() instanceof RecognitionException trouble) {
                return ConditionTrouble.at(trouble.getOffendingToken(), tokens);
            }
            throw e;
        }
    }

    /// What was understood, if it is within the bounds as it is written, too.
    private static <T> Reading<T> bounded(List<Condition> parts, Reading.Understood<T> read) {
        if (deepest(parts) > DEEPEST) {
            return tooDeep(0);
        }
        int written = (parts.size() - 1) * OVER.length();
        for (Condition part : parts) {
            written += part.toString().length();
        }
        return written > LONGEST
                ? tooLong("is a condition of %,d characters where its signs have spaces", written)
                : read;
    }

    private static int deepest(List<Condition> parts) {
        return parts.stream().mapToInt(ConditionParser::depth).max().orElse(0);
    }

    private static int depth(Condition condition) {
        return switch (condition) {
            case Condition.Compare _, Condition.In _, Condition.Holds _, Condition.InOutcome _ -> 0;
            case Condition.Not(Condition operand) -> 1 + depth(operand);
            case Condition.And(List<Condition> operands) -> 1 + deepest(operands);
            case Condition.Or(List<Condition> operands) -> 1 + deepest(operands);
            case Condition.Implies(Condition premise, Condition conclusion) ->
                    1 + Math.max(depth(premise), depth(conclusion));
            case Condition.Iff(Condition left, Condition right) ->
                    1 + Math.max(depth(left), depth(right));
        };
    }

    private static <T> Reading<T> tooLong(String fact, int length) {
        return new Reading.Misread<>(
                0,
                (fact + "; the longest has %,d").formatted(length, LONGEST),
                "Split it into named outcomes");
    }

    private static <T> Reading<T> tooDeep(int offset) {
        return new Reading.Misread<>(
                offset,
                "is nested more than %d deep".formatted(DEEPEST),
                "Split it into named outcomes");
    }

    private static @Nullable Token tooDeep(List<Token> tokens) {
        int open = 0;
        int nots = 0;
        int arrows = 0;
        for (Token token : tokens) {
            nots = token.getType() == ConditionGrammarLexer.NOT ? nots + 1 : 0;
            switch (token.getType()) {
                case ConditionGrammarLexer.OPEN -> open++;
                case ConditionGrammarLexer.CLOSE -> open--;
                case ConditionGrammarLexer.IMPLIES, ConditionGrammarLexer.IFF -> arrows++;
                default -> {}
            }
            if (open > DEEPEST || nots > DEEPEST || arrows > DEEPEST) {
                return token;
            }
        }
        return null;
    }
}

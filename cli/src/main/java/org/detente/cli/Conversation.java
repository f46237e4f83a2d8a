// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.detente.elicit.Answer;
import org.detente.elicit.Interview;
import org.detente.elicit.Question;
import org.detente.elicit.Replies;
import org.detente.elicit.Turn;
import org.detente.model.ModelError;
import org.detente.model.Problem;
import org.detente.model.Said;
import org.detente.yaml.InterviewFiles.Given;
import org.jspecify.annotations.Nullable;

/// Puts the questions of an interview one after another and takes the answers, from whoever types
/// them or from a file.
final class Conversation {
    private final Interview interview;
    private final Terminal terminal;
    private final QuestionText text;
    private final Said said;
    private final List<Answer> log;
    private final Map<String, List<String>> before = new HashMap<>();
    private final Keeper keeper;
    private final @Nullable BufferedReader typed;
    private final List<Given> given;
    private final String givenName;
    private int givenIndex;

    /// Keeps what was answered.
    @FunctionalInterface
    interface Keeper {
        /// Keeps it.
        ///
        /// @param log all answers so far
        /// @throws IOException if that fails
        void keep(List<Answer> log) throws IOException;
    }

    /// How a conversation ended.
    enum End {
        /// Nothing more is asked.
        DONE,
        /// Whoever answered ended the interview and wants it used as it is.
        ENOUGH,
        /// It was broken off, to go on later.
        STOPPED,
        /// There were no more answers.
        RAN_OUT
    }

    private Conversation(
            Interview interview,
            Terminal terminal,
            Said said,
            List<Answer> log,
            Keeper keeper,
            @Nullable List<Given> given,
            String givenName) {
        this.interview = interview;
        this.terminal = terminal;
        this.text = new QuestionText(terminal.width());
        this.said = said;
        this.log = new ArrayList<>(log);
        this.keeper = keeper;
        this.given = given == null ? List.of() : given;
        this.givenName = givenName;
        this.typed =
                given == null
                        ? new BufferedReader(
                                new InputStreamReader(terminal.in(), StandardCharsets.UTF_8))
                        : null;
    }

    /// A conversation with whoever types.
    static Conversation typed(
            Interview interview, Terminal terminal, Said said, List<Answer> log, Keeper keeper) {
        return new Conversation(interview, terminal, said, log, keeper, null, "");
    }

    /// A conversation with a file.
    static Conversation withFile(
            Interview interview,
            Terminal terminal,
            Said said,
            List<Answer> log,
            Keeper keeper,
            List<Given> given,
            String name) {
        return new Conversation(interview, terminal, said, log, keeper, given, name);
    }

    /// Shows answers of an earlier round beside the questions.
    ///
    /// @param answers the answers
    void remember(List<Answer> answers) {
        answers.forEach(a -> before.put(a.key(), a.chosen()));
    }

    /// All answers so far.
    List<Answer> log() {
        return List.copyOf(log);
    }

    /// How many answers of the file are left over.
    int leftOver() {
        return given.size() - givenIndex;
    }

    /// Asks until there is an end.
    ///
    /// @return the end
    /// @throws IOException if answers cannot be kept
    End run() throws IOException {
        while (true) {
            switch (interview.next(log)) {
                case Turn.Done _ -> {
                    return End.DONE;
                }
                case Turn.Ask ask -> {
                    List<String> earlier = before.get(ask.question().key());
                    Question question =
                            earlier == null || !ask.question().earlier().isEmpty()
                                    ? ask.question()
                                    : ask.question().withEarlier(earlier);
                    terminal.say(text.of(new Turn.Ask(question, ask.number(), ask.tally())));
                    End end = typed == null ? fromFile(question) : fromPerson(question, typed);
                    if (end != null) {
                        return end;
                    }
                }
            }
        }
    }

    private @Nullable End fromFile(Question question) throws IOException {
        if (givenIndex == given.size()) {
            return End.RAN_OUT;
        }
        Given one = given.get(givenIndex++);
        terminal.say("> %s\n".formatted(String.join(" ", one.pieces())));
        if (one.ask() == null && one.pieces().equals(List.of("enough"))) {
            return End.ENOUGH;
        }
        if (one.ask() != null && !one.ask().equals(question.key())) {
            throw wrong(
                    one,
                    "answers '%s', and what is asked is '%s'".formatted(one.ask(), question.key()),
                    "Put the answers in the order of the questions, or leave ask: out");
        }
        boolean keeps = one.pieces().equals(List.of("keep")) && !question.earlier().isEmpty();
        Replies.Read read =
                keeps
                        ? Replies.of(question, question.earlier())
                        : one.pieces().size() == 1
                                ? Replies.line(question, one.pieces().getFirst())
                                : Replies.of(question, one.pieces());
        switch (read) {
            case Replies.Read.Taken(List<String> chosen) -> add(question, chosen);
            case Replies.Read.Refused(String fact, String mend) -> throw wrong(one, fact, mend);
        }
        return null;
    }

    private ModelError wrong(Given one, String fact, String mend) {
        return new ModelError(
                givenName,
                List.of(
                        new Problem(
                                Problem.Severity.ERROR,
                                "answer %d".formatted(givenIndex),
                                one.place(),
                                fact,
                                mend)));
    }

    private @Nullable End fromPerson(Question question, BufferedReader lines) throws IOException {
        while (true) {
            terminal.say("> ");
            String line = lines.readLine();
            if (line == null) {
                terminal.say("\n");
                return End.RAN_OUT;
            }
            if (!terminal.inIsTerminal()) {
                terminal.say(line.strip() + "\n");
            }
            String word = line.strip().toLowerCase(Locale.ROOT);
            switch (word) {
                case "stop" -> {
                    return End.STOPPED;
                }
                case "enough" -> {
                    return End.ENOUGH;
                }
                case "?" -> terminal.say(text.paragraph(question.why(), 2));
                case "back" -> {
                    if (!log.isEmpty()) {
                        log.removeLast();
                        keeper.keep(log());
                        return null;
                    }
                    terminal.say(text.paragraph("This is the first question.", 2));
                }
                default -> {
                    boolean keeps =
                            (word.isEmpty() || word.equals("keep"))
                                    && !question.earlier().isEmpty();
                    Replies.Read read =
                            keeps
                                    ? Replies.of(question, question.earlier())
                                    : Replies.line(question, line);
                    switch (read) {
                        case Replies.Read.Taken(List<String> chosen) -> {
                            add(question, chosen);
                            return null;
                        }
                        case Replies.Read.Refused(String fact, String mend) ->
                                terminal.say(
                                        text.paragraph(
                                                "%s. %s.".formatted(capital(fact), mend), 2));
                    }
                }
            }
        }
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void add(Question question, List<String> chosen) throws IOException {
        log.add(new Answer(question.key(), chosen, said));
        keeper.keep(log());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.detente.elicit.Answer;
import org.detente.elicit.Interview;
import org.detente.elicit.Turn;
import org.detente.model.Said;
import org.detente.model.View;
import org.detente.yaml.InterviewFiles.Given;
import org.detente.yaml.InterviewRecord;
import org.detente.yaml.InterviewRecord.Round;
import org.jspecify.annotations.Nullable;

/// One sitting of an interview: begins it or takes it up again, keeps every answer, and at its end
/// writes the view.
final class Sitting {
    private final Terminal terminal;
    private final Work work;
    private final InterviewFolder folder;
    private final Interview interview;
    private final Interview.Points points;
    private final Said said;
    private final @Nullable List<Given> given;
    private final @Nullable String givenName;
    private final QuestionText text;

    Sitting(
            Terminal terminal,
            Work work,
            InterviewFolder folder,
            Interview interview,
            Interview.Points points,
            Said said,
            @Nullable List<Given> given,
            @Nullable String givenName) {
        this.terminal = terminal;
        this.work = work;
        this.folder = folder;
        this.interview = interview;
        this.points = points;
        this.said = said;
        this.given = given;
        this.givenName = givenName;
        this.text = new QuestionText(terminal.width());
    }

    /// Holds it.
    ///
    /// @param record what was kept before, or null
    /// @param revise whether another round is wanted
    /// @param party whom it is about
    /// @return the exit code
    /// @throws IOException if something cannot be written
    int hold(@Nullable InterviewRecord record, boolean revise, String party) throws IOException {
        List<Round> earlier = new ArrayList<>(record == null ? List.of() : record.rounds());
        boolean isDone = !earlier.isEmpty() && earlier.getLast().isDone();
        if (isDone && !revise) {
            throw new InputError(
                    "the interview for the view %s is finished. To answer again with the earlier answers beside the questions, add --revise; for somebody else, name another view with --view."
                            .formatted(folder.view()));
        }
        if (!isDone && revise) {
            throw new InputError(
                    "there is no finished interview for the view %s to revise. Leave --revise out."
                            .formatted(folder.view()));
        }
        List<Answer> log =
                isDone || earlier.isEmpty()
                        ? List.of()
                        : InterviewFolder.answers(earlier.removeLast());
        greet(party, log.size(), earlier.size() + 1);
        Conversation.Keeper keeper = answers -> folder.keep(record(party, earlier, false, answers));
        Conversation talk =
                given == null
                        ? Conversation.typed(interview, terminal, said, log, keeper)
                        : Conversation.withFile(
                                interview,
                                terminal,
                                said,
                                log,
                                keeper,
                                given,
                                String.valueOf(givenName));
        if (!earlier.isEmpty()) {
            talk.remember(InterviewFolder.answers(earlier.getLast()));
        }
        Conversation.End end = talk.run();
        return switch (end) {
            case DONE, ENOUGH -> {
                finish(party, earlier, talk);
                yield ExitCode.DONE;
            }
            case STOPPED, RAN_OUT -> {
                pause(talk.log().size(), end);
                yield end == Conversation.End.STOPPED ? ExitCode.DONE : ExitCode.PARTIAL;
            }
        };
    }

    private InterviewRecord record(
            String party, List<Round> earlier, boolean isDone, List<Answer> log) {
        List<Round> rounds = new ArrayList<>(earlier);
        rounds.add(InterviewFolder.round(said.by(), isDone, log));
        return new InterviewRecord(
                work.model().source().title(),
                party,
                folder.view(),
                points == Interview.Points.KEPT ? "kept" : "aside",
                rounds);
    }

    private void greet(String party, int answered, int round) {
        String name = work.model().source().party(party).name();
        String title = "Interview: what %s prefers".formatted(name);
        terminal.say("%s\n%s\n\n".formatted(title, "─".repeat(title.length())));
        say("Case: %s. Answered by %s.".formatted(work.model().source().title(), said.inWords()));
        terminal.say("\n");
        if (round > 1) {
            say(
                    "This is round %d. What was answered before stands beside each question; Enter keeps it. Both rounds are kept."
                            .formatted(round));
        } else if (answered == 0) {
            say(
                    "At most %d questions. Say what you know of %s, not what you would wish for; there is no right answer, and \"I do not know\" is one too."
                            .formatted(Interview.MOST_QUESTIONS, name));
        }
        if (answered > 0) {
            say(
                    "Taken up again after %s."
                            .formatted(answered == 1 ? "1 answer" : answered + " answers"));
        }
        say(
                "Answer with numbers. ? tells why a question is asked, skip passes it over, back returns to the one before, stop breaks off to go on another time, enough ends the interview as it is.");
    }

    private void say(String words) {
        terminal.say(text.paragraph(words, 0));
    }

    private void pause(int answered, Conversation.End end) {
        terminal.say("\n");
        say(
                "%s %s kept; the view is not written yet. The same command goes on from here."
                        .formatted(
                                end == Conversation.End.STOPPED
                                        ? "Broken off."
                                        : "The answers end here, the interview does not.",
                                answered == 0
                                        ? "No answer is"
                                        : answered == 1
                                                ? "1 answer is"
                                                : answered + " answers are"));
        if (answered > 0) {
            terminal.say("\n");
            fact("Record", folder.recordFile().toString());
        }
    }

    /// Not broken into lines, so that it can be copied.
    private void fact(String name, String words) {
        terminal.say("%-8s%s\n".formatted(name, words));
    }

    private void finish(String party, List<Round> earlier, Conversation talk) throws IOException {
        List<Answer> log = talk.log();
        List<View> views = new ArrayList<>();
        for (int k = 0; k < earlier.size(); k++) {
            Round round = earlier.get(k);
            List<Answer> answers = InterviewFolder.answers(round);
            Said last = answers.isEmpty() ? said : answers.getLast().said();
            views.add(
                    interview.view(
                            answers,
                            "%s-round-%d".formatted(folder.view(), k + 1),
                            "%s, round %d".formatted(name(party, last), k + 1),
                            last));
        }
        views.add(interview.view(log, folder.view(), name(party, said), said));
        folder.put(views);
        folder.copyRest(work.found(), work.model().source());
        folder.keep(record(party, earlier, true, log));
        close(party, log, earlier.size());
        if (talk.leftOver() > 0) {
            terminal.tell(
                    "detente: the interview ended before the file: %d of its answers %s left over."
                            .formatted(talk.leftOver(), talk.leftOver() == 1 ? "is" : "are"));
        }
    }

    private String name(String party, Said who) {
        return "%s by %s".formatted(work.model().source().party(party).name(), who.by());
    }

    private void close(String party, List<Answer> log, int earlier) {
        String name = work.model().source().party(party).name();
        Turn turn = interview.next(log);
        Turn.Tally tally = turn.tally();
        terminal.say("\n");
        say(
                switch (turn) {
                    case Turn.Done(Turn.Reason reason, int asked, _) ->
                            "The interview is over after %s: %s."
                                    .formatted(
                                            asked == 1 ? "1 question" : asked + " questions",
                                            switch (reason) {
                                                case SETTLED ->
                                                        "what you said settles every package looked at";
                                                case UNCHANGED ->
                                                        "the last answers changed hardly any verdict";
                                                case ENOUGH_ASKED -> "more are not asked";
                                                case NOTHING_LEFT ->
                                                        "no further question promises to settle anything";
                                            });
                    case Turn.Ask _ -> "The interview ends here, as you wished.";
                });
        terminal.say("\n");
        say(
                "Of %,d packages looked at, %s would accept %,d and refuse %,d, whatever else fits what you said; %,d hang on what was not said."
                        .formatted(
                                tally.packages(),
                                name,
                                tally.accepted(),
                                tally.refused(),
                                tally.open()));
        terminal.say("\n");
        fact("View", "%s, in %s".formatted(folder.view(), folder.caseFile()));
        if (earlier > 0) {
            fact("Before", "%s-round-%d, beside it".formatted(folder.view(), earlier));
        }
        fact("Record", folder.recordFile().toString());
        Path beside = folder.caseFile().getParent();
        fact(
                "Next",
                "./detente analyze %s --view %s --only agreements"
                        .formatted(beside == null ? folder.caseFile() : beside, folder.view()));
    }
}

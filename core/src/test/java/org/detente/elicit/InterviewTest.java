// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.detente.compile.CompiledCase;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.PreferencePart;
import org.detente.model.Term;
import org.detente.model.View;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// Interviews followed question by question.
class InterviewTest {
    private static final String MID_OR_NONE = "terms.a = mid; terms.b = no or no agreement";
    private static final String LOW_OR_NONE = "terms.a = low; terms.b = yes or no agreement";
    private static final String READ_BACK = "terms.a = mid before all of terms.b";

    private final CompiledCase model = model();
    private final Interview interview =
            Interview.of(model, "x", Interview.Points.ASIDE, Interview.DEFAULT_PACKAGES);

    private static CompiledCase model() {
        return new SmallCase()
                .party("x")
                .party("y")
                .agreement(
                        new Agreement(
                                List.of("x", "y"),
                                List.of(),
                                List.of(term("a", "low", "mid", "high"), term("b", "no", "yes")),
                                List.of(),
                                new Agreement.Beliefs(
                                        null,
                                        new LinkedHashMap<>(),
                                        null,
                                        List.of(),
                                        new LinkedHashMap<>()),
                                false,
                                new LinkedHashMap<>()))
                .compiled();
    }

    private static Term term(String name, String... levels) {
        return new Term(
                new ItemRef.TermRef(name),
                null,
                Arrays.stream(levels).map(l -> new Level(l, null, null, Basis.ASSUMED)).toList(),
                new LinkedHashMap<>(),
                Basis.ASSUMED);
    }

    private static Answer said(String key, String... chosen) {
        return new Answer(key, List.of(chosen), HiddenPerson.SAID);
    }

    /// Red lines, best and worst; the order of swings passed over.
    private static List<Answer> begun(Answer... further) {
        List<Answer> log =
                new ArrayList<>(
                        List.of(
                                said(Interview.RED_LINES),
                                said(Interview.BEST, "terms.a = high", "terms.b = yes"),
                                said(Interview.WORST, "terms.a = low", "terms.b = no"),
                                said(Interview.SWINGS, Answer.SKIPPED)));
        log.addAll(List.of(further));
        return log;
    }

    private Question asked(List<Answer> log) {
        assertThat(interview.next(log)).isInstanceOf(Turn.Ask.class);
        return ((Turn.Ask) interview.next(log)).question();
    }

    @Test
    void questionsComeInOrder() {
        List<Answer> log = begun();
        List<Question.Kind> kinds = new ArrayList<>();
        for (int k = 0; k <= log.size(); k++) {
            kinds.add(asked(log.subList(0, k)).kind());
        }
        assertThat(kinds)
                .containsExactly(
                        Question.Kind.RED_LINES,
                        Question.Kind.BEST,
                        Question.Kind.WORST,
                        Question.Kind.SWINGS,
                        Question.Kind.PAIR);
    }

    @Test
    void whatFollowsUnexpectedlyIsReadBack() {
        List<Answer> log =
                begun(said(MID_OR_NONE, Interview.FIRST), said(LOW_OR_NONE, Interview.SECOND));
        Question question = asked(log);
        assertThat(question.kind()).isEqualTo(Question.Kind.READ_BACK);
        assertThat(question.key()).isEqualTo(READ_BACK);
        assertThat(question.lines())
                .containsExactly("terms.a from low to mid", "terms.b from no to yes");
    }

    @Test
    void aNoToWhatIsReadBackAsksWhichAnswerIsNotMeant() {
        List<Answer> log =
                begun(
                        said(MID_OR_NONE, Interview.FIRST),
                        said(LOW_OR_NONE, Interview.SECOND),
                        said(READ_BACK, Interview.SECOND));
        Question question = asked(log);
        assertThat(question.kind()).isEqualTo(Question.Kind.CONTRADICTION);
        assertThat(question.choices().stream().map(Question.Choice::key))
                .containsExactlyInAnyOrder(MID_OR_NONE, LOW_OR_NONE, READ_BACK);
        assertThat(question.choices().stream().map(Question.Choice::words))
                .contains(
                        "would sign this rather than no agreement: terms.a = mid; terms.b = no",
                        "terms.b from no to yes rather than terms.a from low to mid");
    }

    @Test
    void whatIsTakenBackNoLongerCountsAndIsNotAskedAgain() {
        List<Answer> log =
                begun(
                        said(MID_OR_NONE, Interview.FIRST),
                        said(LOW_OR_NONE, Interview.SECOND),
                        said(READ_BACK, Interview.SECOND));
        Question question = asked(log);
        List<Answer> mended = new ArrayList<>(log);
        mended.add(said(question.key(), LOW_OR_NONE));
        View view = interview.view(mended, "v", "v", HiddenPerson.SAID);
        PreferencePart.Packages packages =
                Objects.requireNonNull(
                        view.preferences().getFirst().part(PreferencePart.Packages.class));
        assertThat(packages.comparisons()).hasSize(2);
        Turn turn = interview.next(mended);
        while (turn instanceof Turn.Ask ask) {
            assertThat(ask.question().key()).isNotEqualTo(LOW_OR_NONE);
            assertThat(ask.question().kind()).isNotEqualTo(Question.Kind.CONTRADICTION);
            mended.add(said(ask.question().key(), Answer.SKIPPED));
            turn = interview.next(mended);
        }
        assertThat(turn).isInstanceOf(Turn.Done.class);
    }

    @Test
    void anOrderThatIsTakenBackIsAskedForAgainWithTheEarlierAnswer() {
        List<Answer> log =
                new ArrayList<>(
                        List.of(
                                said(Interview.RED_LINES),
                                said(Interview.BEST, "terms.a = high", "terms.b = yes"),
                                said(Interview.WORST, "terms.a = low", "terms.b = no"),
                                said(Interview.SWINGS, "terms.b", "terms.a"),
                                said(MID_OR_NONE, Interview.FIRST),
                                said(LOW_OR_NONE, Interview.SECOND)));
        Question question = asked(log);
        assertThat(question.kind()).isEqualTo(Question.Kind.CONTRADICTION);
        assertThat(question.indexOf(Interview.SWINGS)).isNotNegative();
        log.add(said(question.key(), Interview.SWINGS));
        Question again = asked(log);
        assertThat(again.kind()).isEqualTo(Question.Kind.SWINGS);
        assertThat(again.earlier()).containsExactly("terms.b", "terms.a");
    }

    @Test
    void ifRedLinesRefuseEverythingNothingMoreIsAsked() {
        Turn turn =
                interview.next(List.of(said(Interview.RED_LINES, "terms.b = no", "terms.b = yes")));
        assertThat(turn).isEqualTo(new Turn.Done(Turn.Reason.SETTLED, 1, new Turn.Tally(6, 0, 6)));
    }

    @Test
    void strengthInWordsBecomesAGapBetweenSwings() {
        List<Answer> log =
                List.of(
                        said(Interview.RED_LINES),
                        said(Interview.BEST, "terms.a = high", "terms.b = yes"),
                        said(Interview.WORST, "terms.a = low", "terms.b = no"),
                        said(Interview.SWINGS, "terms.a", "terms.b"),
                        said("how much terms.a more than terms.b", "clearly"));
        View view = interview.view(log, "v", "v", HiddenPerson.SAID);
        PreferencePart.Swings swings =
                Objects.requireNonNull(
                        view.preferences().getFirst().part(PreferencePart.Swings.class));
        assertThat(swings.gaps())
                .containsExactly(
                        new PreferencePart.Gap(
                                new ItemRef.TermRef("b"), 1.5, 3.0, Basis.of(HiddenPerson.SAID)));
    }

    @Test
    void repliesThatFitNoAnswerSayWhatWouldFit() {
        Question best = asked(begun().subList(0, 1));
        assertThat(Replies.line(best, "1 2"))
                .isEqualTo(
                        new Replies.Read.Refused(
                                "two answers are given for terms.a: a",
                                "Give at most one for each"));
        assertThat(Replies.line(best, "9"))
                .isEqualTo(
                        new Replies.Read.Refused(
                                "'9' is none of the answers",
                                "Answer with numbers from 1 to 5, at most one of each line, or none"));
        assertThat(Replies.line(best, "3, 5"))
                .isEqualTo(new Replies.Read.Taken(List.of("terms.a = high", "terms.b = yes")));
        Question worst = asked(begun().subList(0, 2));
        assertThat(Replies.line(worst, "3"))
                .isInstanceOf(Replies.Read.Refused.class)
                .extracting(Object::toString)
                .asString()
                .contains("it was called best before");
        assertThat(Replies.line(worst, "skip"))
                .isEqualTo(new Replies.Read.Taken(List.of(Answer.SKIPPED)));
    }

    @Test
    void aPartyWithoutASayIsRefused() {
        assertThatThrownBy(() -> Interview.of(model, "z", Interview.Points.ASIDE, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'z'");
    }
}

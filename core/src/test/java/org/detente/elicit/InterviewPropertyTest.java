// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.detente.analysis.agreements.stated.PartyOpinion;
import org.detente.compile.AgreementForm;
import org.detente.compile.StatedForm;
import org.detente.model.Said;
import org.detente.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// Laws of interviews with somebody who has a hidden value function.
class InterviewPropertyTest {
    private static final int BOUND = 300;
    private static final Said SAID = HiddenPerson.SAID;

    /// An interview held to its end.
    ///
    /// @param log the answers
    /// @param done its end
    record Held(Talks talks, Agenda agenda, List<Answer> log, Turn.Done done) {}

    static Held held(long seed, Interview.Points points) {
        SplittableRandom random = new SplittableRandom(seed);
        Talks talks = new Talks(random, random.nextInt(2, 6), random.nextBoolean());
        Interview interview = Interview.of(talks.model(), "a", points, BOUND);
        Agenda agenda = new Agenda(talks.model(), "a", BOUND);
        HiddenPerson person = talks.person(agenda);
        List<Answer> log = new ArrayList<>();
        while (true) {
            switch (interview.next(log)) {
                case Turn.Ask ask -> log.add(person.answer(ask.question()));
                case Turn.Done done -> {
                    return new Held(talks, agenda, log, done);
                }
            }
        }
    }

    private static PartyOpinion opinion(Held held) {
        var view =
                Interview.of(held.talks().model(), "a", Interview.Points.ASIDE, BOUND)
                        .view(held.log(), "v", "v", HiddenPerson.SAID);
        AgreementForm form = AgreementForm.of(held.talks().model().under(view));
        return PartyOpinion.of(form, "a", held.agenda().packages());
    }

    @ParameterizedTest
    @Seeds(100)
    void verdictsAgreeWithTheHiddenValueFunctionAfterAtMostTwentyQuestions(long seed) {
        assertTrue(held(seed, Interview.Points.ASIDE));
    }

    /// No verdict contradicts the hidden value function, and the tally is that of the view.
    private static void assertTrue(Held held) {
        assertThat(held.log()).hasSizeLessThanOrEqualTo(Interview.MOST_QUESTIONS);
        PartyOpinion opinion = opinion(held);
        BitSet accepted = opinion.accepted();
        BitSet refused = opinion.refused();
        for (int k = 0; k < held.agenda().packages().size(); k++) {
            boolean isRefused = held.talks().isRefused(held.agenda().packages().get(k));
            assertThat(isRefused && accepted.get(k)).isFalse();
            assertThat(!isRefused && refused.get(k)).isFalse();
        }
        assertThat(held.done().tally().accepted()).isEqualTo(accepted.cardinality());
        assertThat(held.done().tally().refused()).isEqualTo(refused.cardinality());
    }

    @ParameterizedTest
    @Seeds(20)
    void anInterviewTakenUpAgainAfterEveryAnswerIsTheSame(long seed) {
        Held held = held(seed, Interview.Points.ASIDE);
        for (int k = 0; k < held.log().size(); k++) {
            Interview afresh =
                    Interview.of(held.talks().model(), "a", Interview.Points.ASIDE, BOUND);
            Turn turn = afresh.next(held.log().subList(0, k));
            assertThat(turn).isInstanceOf(Turn.Ask.class);
            assertThat(((Turn.Ask) turn).question().key()).isEqualTo(held.log().get(k).key());
        }
        assertThat(
                        Interview.of(held.talks().model(), "a", Interview.Points.ASIDE, BOUND)
                                .next(held.log()))
                .isEqualTo(held.done());
    }

    /// Somebody who answers at random contradicts themselves, is asked what to take back, and still
    /// comes to an end at which something fits.
    @ParameterizedTest
    @Seeds(60)
    void whoeverAnswersAtRandomComesToAnEndWithoutContradiction(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Talks talks = new Talks(random, random.nextInt(2, 5), random.nextBoolean());
        Interview interview = Interview.of(talks.model(), "a", Interview.Points.ASIDE, BOUND);
        List<Answer> log = new ArrayList<>();
        int asked = 0;
        while (interview.next(log) instanceof Turn.Ask ask) {
            asked += ask.question().kind() == Question.Kind.CONTRADICTION ? 0 : 1;
            log.add(new Answer(ask.question().key(), anything(ask.question(), random), SAID));
        }
        assertThat(asked).isLessThanOrEqualTo(Interview.MOST_QUESTIONS);
        var viewed = talks.model().under(interview.view(log, "v", "v", SAID));
        assertThat(StatedForm.contradiction(viewed, "a")).isEmpty();
    }

    private static List<String> anything(Question question, SplittableRandom random) {
        List<String> keys = new ArrayList<>();
        for (Question.Choice choice : question.choices()) {
            if (choice.refusal() == null) {
                keys.add(random.nextInt(keys.size() + 1), choice.key());
            }
        }
        return switch (question.form()) {
            case ONE -> List.of(keys.getFirst());
            case ANY -> List.of();
            case ORDER -> keys;
            case RANGE -> List.of(random.nextBoolean() ? "1 to 2" : "4 to 5");
            case ONE_OF_EACH -> {
                Map<String, String> one = new java.util.LinkedHashMap<>();
                for (String key : keys) {
                    one.put(question.choices().get(question.indexOf(key)).group(), key);
                }
                yield List.copyOf(one.values());
            }
        };
    }

    @Test
    void mostVerdictsAreSettled() {
        int seeds = Integer.getInteger("detente.interviews", 60);
        int[] questions = new int[seeds];
        double[] shares = new double[seeds];
        Map<Turn.Reason, Integer> reasons = new EnumMap<>(Turn.Reason.class);
        for (int seed = 0; seed < seeds; seed++) {
            Held held = held(seed, Interview.Points.ASIDE);
            assertTrue(held);
            questions[seed] = held.done().asked();
            Turn.Tally tally = held.done().tally();
            shares[seed] = 1 - (double) tally.open() / tally.packages();
            reasons.merge(held.done().reason(), 1, Integer::sum);
        }
        Arrays.sort(questions);
        Arrays.sort(shares);
        System.out.printf(
                "interviews: %d; questions median %d, most %d; share settled median %.3f, mean %.3f, tenth %.3f, least %.3f; ends %s%n",
                seeds,
                questions[seeds / 2],
                questions[seeds - 1],
                shares[seeds / 2],
                Arrays.stream(shares).average().orElse(0),
                shares[seeds / 10],
                shares[0],
                reasons);
        assertThat(shares[seeds / 2]).isGreaterThan(0.8);
    }
}

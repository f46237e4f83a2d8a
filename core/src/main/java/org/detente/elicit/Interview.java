// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.detente.analysis.agreements.stated.PartyOpinion;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.StatedForm;
import org.detente.model.Agreement;
import org.detente.model.ItemRef;
import org.detente.model.PartialDate;
import org.detente.model.Said;
import org.detente.model.View;
import org.jspecify.annotations.Nullable;

/// An interview about what one party prefers: given the answers so far, the next question or the
/// end, and the statements that the answers come to.
///
/// What comes next hangs on the answers alone, so that an interview can be broken off and taken up
/// again. Questions come in a fixed order of kinds: red lines, best and worst, swings, pairs chosen
/// where either answer settles most verdicts, strength in words, numbers. Between them what follows
/// unexpectedly is read back, and what cannot hold together is sorted out first. For one thread.
public final class Interview {
    /// The most questions, those on contradictions apart.
    public static final int MOST_QUESTIONS = 20;

    /// How many packages are looked at unless another bound is given.
    public static final int DEFAULT_PACKAGES = 1000;

    static final String RED_LINES = "red lines";
    static final String BEST = "best";
    static final String WORST = "worst";
    static final String EVENTS = "events";
    static final String SWINGS = "swings";
    static final String FIRST = "first";
    static final String SECOND = "second";

    /// So many questions are left for strength in words, and for numbers.
    private static final int FOR_WORDS = 2;

    private static final int FOR_NUMBERS = 1;
    private static final int MOST_READ_BACKS = 3;

    /// The interview ends if so many answers in a row changed hardly any verdict.
    private static final int UNCHANGED_ANSWERS = 4;

    /// Before so many questions a few answers that change little are no reason to end.
    private static final int LEAST_QUESTIONS = 14;

    private static final double HARDLY_ANY = 0.01;
    private static final int MOST_FOLLOWED = 6;
    private static final int MOST_REMEMBERED = 8;
    private static final String DRAFT = "interview";

    private final Agenda agenda;
    private final Words words;
    private final boolean keepsPoints;
    private final SequencedMap<List<Answer>, Standing> known = new LinkedHashMap<>();

    /// Whether the points that the case gives the party count beside what is answered.
    public enum Points {
        /// They count; where an answer contradicts them, they can be set aside one by one.
        KEPT,
        /// They are set aside: only what is answered counts.
        ASIDE
    }

    private Interview(Agenda agenda, boolean keepsPoints) {
        this.agenda = agenda;
        this.words = new Words(agenda);
        this.keepsPoints = keepsPoints;
    }

    /// Prepares an interview.
    ///
    /// @param model the case, as written
    /// @param party who must agree: a signatory or a ratifier
    /// @param points whether the case's points of the party count
    /// @param bound how many packages to look at
    /// @return an interview without answers
    /// @throws IllegalArgumentException if the case has no agreement, or the party has no say in it
    public static Interview of(CompiledCase model, String party, Points points, int bound) {
        if (!parties(model).contains(party)) {
            throw new IllegalArgumentException(
                    "an interview is about a party that must agree; got '%s'".formatted(party));
        }
        return new Interview(new Agenda(model, party, bound), points == Points.KEPT);
    }

    /// The parties that can be asked about: those that must agree.
    ///
    /// @param model the case
    /// @return ids; empty without an agreement
    public static List<String> parties(CompiledCase model) {
        Agreement agreement = model.source().agreement();
        if (agreement == null) {
            return List.of();
        }
        AgreementForm form = AgreementForm.of(model);
        return java.util.stream.Stream.concat(
                        form.signatories().stream(), form.ratifiers().stream())
                .distinct()
                .toList();
    }

    /// What comes next.
    ///
    /// @param log the answers so far, in the order given
    /// @return a question, or the end
    public Turn next(List<Answer> log) {
        Heard heard = Heard.of(log);
        Standing now = standing(log);
        if (!now.conflict().isEmpty()) {
            return ask(contradiction(now, heard), heard, now);
        }
        Question fixed = fixed(heard, now.statements());
        BitSet open = now.open();
        if (heard.asked() >= MOST_QUESTIONS) {
            Turn.Reason reason = open.isEmpty() ? Turn.Reason.SETTLED : Turn.Reason.ENOUGH_ASKED;
            return new Turn.Done(reason, heard.asked(), now.tally());
        }
        boolean isSettled = open.isEmpty() && heard.isDone(RED_LINES) && !heard.isReopened(SWINGS);
        if (fixed != null && !isSettled) {
            return ask(fixed, heard, now);
        }
        Question chosen = readBack(log, heard, now);
        if (isSettled && chosen == null) {
            return new Turn.Done(Turn.Reason.SETTLED, heard.asked(), now.tally());
        }
        boolean isUnchanged =
                chosen == null && heard.asked() >= LEAST_QUESTIONS && isUnchanged(log, now);
        boolean isMeasured = !log.isEmpty() && log.getLast().key().contains(MORE_THAN);
        if (chosen == null && !(isUnchanged && isMeasured)) {
            chosen = further(heard, now, open, isUnchanged);
        }
        Turn.Reason reason = isUnchanged ? Turn.Reason.UNCHANGED : Turn.Reason.NOTHING_LEFT;
        return chosen == null
                ? new Turn.Done(reason, heard.asked(), now.tally())
                : ask(chosen, heard, now);
    }

    /// The statements that the answers come to.
    ///
    /// @param log the answers
    /// @param id the view's id
    /// @param name its name for readers
    /// @param said who answered, and when last
    /// @return a view of the case
    public View view(List<Answer> log, String id, String name, Said said) {
        return new Statements(agenda, Heard.of(log), keepsPoints).view(id, name, said);
    }

    private static Turn ask(Question question, Heard heard, Standing now) {
        return new Turn.Ask(question, Math.min(heard.asked() + 1, MOST_QUESTIONS), now.tally());
    }

    private Standing standing(List<Answer> log) {
        List<Answer> key = List.copyOf(log);
        Standing standing = known.get(key);
        if (standing == null) {
            Statements statements = new Statements(agenda, Heard.of(log), keepsPoints);
            Said draft = new Said(DRAFT, new PartialDate(1, null, null));
            standing = new Standing(agenda, statements, statements.view(DRAFT, DRAFT, draft));
            known.put(key, standing);
            if (known.size() > MOST_REMEMBERED) {
                known.pollFirstEntry();
            }
        }
        return standing;
    }

    /// The questions that come in every interview.
    private @Nullable Question fixed(Heard heard, Statements statements) {
        if (!heard.isDone(RED_LINES)) {
            return words.redLines(heard);
        }
        if (!heard.isDone(BEST)) {
            return words.best(heard);
        }
        if (!heard.isDone(WORST)) {
            return words.worst(heard);
        }
        if (!keepsPoints && !agenda.events().isEmpty() && !heard.isDone(EVENTS)) {
            return words.events(heard);
        }
        boolean canOrder = agenda.topics().stream().filter(statements::hasEnds).count() > 1;
        return canOrder && !heard.isDone(SWINGS) ? words.swings(statements, heard) : null;
    }

    private Question contradiction(Standing now, Heard heard) {
        Map<String, String> origins = now.statements().origins(now.conflict());
        return words.contradiction(heard.contradictions() + 1, origins, now.statements());
    }

    private @Nullable Question readBack(List<Answer> log, Heard heard, Standing now) {
        long asked =
                heard.all().stream()
                        .filter(a -> Pair.of(agenda, a.key()) instanceof Pair.OfStep)
                        .count();
        if (log.size() < 2 || asked >= MOST_READ_BACKS || log.getLast().isSkipped()) {
            return null;
        }
        Standing before = standing(log.subList(0, log.size() - 1));
        if (!before.conflict().isEmpty()) {
            return null;
        }
        Pair.OfStep step = Implied.newly(agenda, before, now, heard);
        return step == null
                ? null
                : words.pair(
                        step,
                        now.statements(),
                        "You have not said so; it follows from what you said. If it is not meant, one of your answers is not either, and you will be asked which.");
    }

    private boolean isUnchanged(List<Answer> log, Standing now) {
        Standing later = now;
        int changed = 0;
        int answers = 0;
        for (int k = log.size() - 1; k >= 0 && answers < UNCHANGED_ANSWERS; k--) {
            Pair pair = Pair.of(agenda, log.get(k).key());
            boolean isChosen = log.get(k).key().contains(MORE_THAN) || pair != null;
            if (!isChosen) {
                return false;
            }
            Standing earlier = standing(log.subList(0, k));
            if (!earlier.conflict().isEmpty() || !later.conflict().isEmpty()) {
                return false;
            }
            boolean counts = !log.get(k).isSkipped() && !(pair instanceof Pair.OfStep);
            answers += counts ? 1 : 0;
            changed += later.differences(earlier);
            later = earlier;
        }
        return answers == UNCHANGED_ANSWERS && changed <= HARDLY_ANY * now.tally().open();
    }

    /// Pairs as long as they change verdicts, then measures.
    private @Nullable Question further(
            Heard heard, Standing now, BitSet open, boolean isUnchanged) {
        int left = MOST_QUESTIONS - heard.asked();
        Measures measures = new Measures(agenda, now);
        Measures.Gap word = measures.forWord(heard);
        int reserved = word == null ? 0 : FOR_WORDS + FOR_NUMBERS;
        boolean isPastPairs = heard.all().stream().anyMatch(a -> a.key().contains(MORE_THAN));
        Question pair =
                isPastPairs || isUnchanged || left <= reserved ? null : pair(heard, now, open);
        if (pair != null) {
            return pair;
        }
        if (word != null && left > FOR_NUMBERS) {
            return words.strength(word.larger(), word.smaller(), now.statements(), promise(word));
        }
        Measures.Gap numbers = hasPassedOver(heard) ? null : measures.forNumbers(heard);
        return numbers == null
                ? null
                : words.times(
                        numbers.larger(),
                        numbers.smaller(),
                        word(heard, numbers),
                        now.statements(),
                        promise(numbers));
    }

    private static String word(Heard heard, Measures.Gap gap) {
        Answer answer = heard.answer(strengthKey(gap.larger().ref(), gap.smaller().ref()));
        return answer == null ? "" : answer.chosen().getFirst();
    }

    /// Who would rather give no number is not asked for another.
    private static boolean hasPassedOver(Heard heard) {
        return heard.all().stream().anyMatch(a -> a.key().startsWith(TIMES) && a.isSkipped());
    }

    private static String promise(Measures.Gap gap) {
        return "Many packages hang on how much one change weighs against another; of %d that were looked at, each answer promises to settle some. Say it in numbers only if you wish to."
                .formatted(gap.ofCount());
    }

    private @Nullable Question pair(Heard heard, Standing now, BitSet open) {
        Statements statements = now.statements();
        PartyOpinion.Ask ask =
                now.opinion()
                        .ask(
                                open,
                                (compared, levels) ->
                                        isFit(pairOf(compared, levels), heard, statements),
                                MOST_FOLLOWED);
        if (ask != null) {
            Pair pair = Objects.requireNonNull(pairOf(ask.compared(), ask.levels()));
            return words.pair(
                    pair,
                    statements,
                    "So far %d of %d packages are settled. Of %d that are not, a sample, the first answer settles %d and the second %d."
                            .formatted(
                                    now.tally().packages() - now.tally().open(),
                                    now.tally().packages(),
                                    ask.ofCount(),
                                    ask.ifFirst(),
                                    ask.ifSecond()));
        }
        List<Integer> order = new ArrayList<>(now.opinion().byWorth(open));
        order.removeIf(
                index -> !isFit(Pair.of(agenda, agenda.packages().get(index)), heard, statements));
        return order.isEmpty()
                ? null
                : words.pair(
                        Pair.of(agenda, agenda.packages().get(order.get(order.size() / 2))),
                        statements,
                        "No answer to a single question settles further packages for certain. This package lies in the middle of those that are open.");
    }

    private boolean isFit(@Nullable Pair pair, Heard heard, Statements statements) {
        if (pair == null || heard.isDone(pair.key()) || heard.isWithdrawn(pair.key())) {
            return false;
        }
        return switch (pair) {
            case Pair.OfSwings(Topic one, Topic other) ->
                    statements.hasEnds(one) && statements.hasEnds(other);
            case Pair.OfLevels _, Pair.OfStep _, Pair.OfPackage _ -> true;
        };
    }

    private @Nullable Pair pairOf(StatedForm.@Nullable Question compared, List<Integer> levels) {
        if (compared == null) {
            return Pair.of(agenda, levels.stream().mapToInt(l -> l).toArray());
        }
        Topic first = topic(compared.first().item());
        Topic second = topic(compared.second().item());
        if (first == null || second == null) {
            return null;
        }
        if (compared.isSwing()) {
            return new Pair.OfSwings(first, second);
        }
        return new Pair.OfLevels(
                first,
                first.indexOf(Objects.requireNonNull(compared.first().level())),
                second.indexOf(Objects.requireNonNull(compared.second().level())));
    }

    private @Nullable Topic topic(ItemRef ref) {
        return agenda.topics().stream().filter(t -> t.ref().equals(ref)).findFirst().orElse(null);
    }

    private static final String MORE_THAN = " more than ";
    private static final String STRENGTH = "how much ";
    private static final String TIMES = "how many times ";

    /// The key of the question in words by how much one change matters more than another.
    static String strengthKey(ItemRef larger, ItemRef smaller) {
        return STRENGTH + larger + MORE_THAN + smaller;
    }

    /// The key of the same question in numbers.
    static String timesKey(ItemRef larger, ItemRef smaller) {
        return TIMES + larger + MORE_THAN + smaller;
    }

    /// What the case gives the party points for is exact, so that with these points kept nothing is
    /// left to ask.
    ///
    /// @return true if every number is exact
    public boolean isExact() {
        return agenda.isExact();
    }
}

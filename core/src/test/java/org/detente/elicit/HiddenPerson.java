// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.detente.model.PartialDate;
import org.detente.model.Said;

/// Somebody with a value function of their own who answers every question truthfully, and passes
/// over what they are indifferent about.
final class HiddenPerson {
    static final Said SAID = new Said("A. Person", new PartialDate(2026, 1, 2));

    private final Agenda agenda;
    private final Map<String, Double> worth;
    private final List<String> redLines;
    private final ToDoubleFunction<List<Integer>> gain;

    /// A person.
    ///
    /// @param worth what each level is worth, by `item = level`
    /// @param redLines what they would not sign, as `item = level`
    /// @param gain what a package is worth above no agreement
    HiddenPerson(
            Agenda agenda,
            Map<String, Double> worth,
            List<String> redLines,
            ToDoubleFunction<List<Integer>> gain) {
        this.agenda = agenda;
        this.worth = new HashMap<>(worth);
        this.redLines = redLines;
        this.gain = gain;
    }

    Answer answer(Question question) {
        return new Answer(question.key(), chosen(question), SAID);
    }

    private List<String> chosen(Question question) {
        return switch (question.kind()) {
            case RED_LINES ->
                    question.choices().stream()
                            .map(Question.Choice::key)
                            .filter(redLines::contains)
                            .toList();
            case BEST -> ends(question, true);
            case WORST -> ends(question, false);
            case EVENTS -> List.of();
            case SWINGS -> order(question);
            case PAIR, READ_BACK -> pair(Objects.requireNonNull(Pair.of(agenda, question.key())));
            case STRENGTH -> List.of(strength(ratio(question.key())));
            case TIMES -> {
                double ratio = ratio(question.key());
                yield List.of(
                        "%d to %d".formatted((int) Math.floor(ratio), (int) Math.ceil(ratio)));
            }
            case CONTRADICTION ->
                    throw new IllegalStateException("truth contradicts itself: " + question);
        };
    }

    private double at(Topic topic, int level) {
        return Objects.requireNonNull(worth.get(topic.at(level).toString()));
    }

    private double swing(Topic topic) {
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (int level = 0; level < topic.levels().size(); level++) {
            high = Math.max(high, at(topic, level));
            low = Math.min(low, at(topic, level));
        }
        return high - low;
    }

    /// The one best or worst level of each item; nothing where there is more than one.
    private List<String> ends(Question question, boolean best) {
        List<String> found = new ArrayList<>();
        for (Topic topic : agenda.topics()) {
            int end = -1;
            boolean isOne = false;
            for (int level = 0; level < topic.levels().size(); level++) {
                int sign =
                        end < 0
                                ? 1
                                : (int)
                                        Math.signum(
                                                (at(topic, level) - at(topic, end))
                                                        * (best ? 1 : -1));
                isOne = sign > 0 || (sign < 0 && isOne);
                end = sign > 0 ? level : end;
            }
            String key = topic.at(end).toString();
            if (isOne && question.indexOf(key) >= 0) {
                found.add(key);
            }
        }
        return found;
    }

    /// The items in order; of items that matter alike only one.
    private List<String> order(Question question) {
        List<Topic> topics = new ArrayList<>();
        for (Topic topic : agenda.topics()) {
            boolean isAlone = topics.stream().noneMatch(t -> swing(t) == swing(topic));
            if (isAlone && question.indexOf(topic.ref().toString()) >= 0) {
                topics.add(topic);
            }
        }
        topics.sort(Comparator.comparingDouble(this::swing).reversed());
        return topics.stream().map(t -> t.ref().toString()).toList();
    }

    private List<String> pair(Pair pair) {
        double first;
        double second;
        switch (pair) {
            case Pair.OfLevels(Topic topic, int a, int b) -> {
                first = at(topic, a);
                second = at(topic, b);
            }
            case Pair.OfSwings(Topic one, Topic other) -> {
                first = swing(one);
                second = swing(other);
            }
            case Pair.OfStep(Topic topic, int level, Topic other) -> {
                double low = at(topic, level);
                for (int k = 0; k < topic.levels().size(); k++) {
                    low = Math.min(low, at(topic, k));
                }
                first = at(topic, level) - low;
                second = swing(other);
            }
            case Pair.OfPackage(List<Integer> levels, _) -> {
                first = gain.applyAsDouble(levels);
                second = 0;
            }
        }
        return List.of(
                first == second
                        ? Answer.SKIPPED
                        : first > second ? Interview.FIRST : Interview.SECOND);
    }

    private double ratio(String key) {
        String two = key.replaceFirst("^how (many times|much) ", "");
        int between = two.indexOf(" more than ");
        String larger = two.substring(0, between);
        String smaller = two.substring(between + " more than ".length());
        return swing(topic(larger)) / swing(topic(smaller));
    }

    private Topic topic(String ref) {
        return agenda.topics().stream()
                .filter(t -> t.ref().toString().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    private static String strength(double ratio) {
        return ratio <= 1.5 ? "slightly" : ratio <= 3 ? "clearly" : "far";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.detente.elicit.Question.Choice;
import org.detente.elicit.Question.Form;
import org.detente.elicit.Question.Kind;
import org.detente.model.Condition;
import org.detente.model.Outcome;
import org.detente.model.PreferencePart.Strength;
import org.detente.model.Statement;

/// The questions in words.
final class Words {
    private final Agenda agenda;
    private final String who;

    Words(Agenda agenda) {
        this.agenda = agenda;
        this.who = agenda.partyName();
    }

    private static String heading(Topic topic) {
        return "%s: %s".formatted(topic.ref(), topic.label());
    }

    Question redLines(Heard heard) {
        List<Choice> choices = new ArrayList<>();
        for (Statement line : agenda.recordedLines()) {
            choices.add(
                    new Choice(
                            line.condition().toString(),
                            line.condition().toString(),
                            "The case records as red lines of %s".formatted(who)));
        }
        for (Topic topic : agenda.inside()) {
            for (int level = 0; level < topic.levels().size(); level++) {
                String key = topic.at(level).toString();
                boolean isTold = choices.stream().anyMatch(c -> c.key().equals(key));
                if (topic.possible().contains(level) && !isTold) {
                    choices.add(new Choice(key, topic.words(level), heading(topic)));
                }
            }
        }
        return new Question(
                Kind.RED_LINES,
                Interview.RED_LINES,
                Form.ANY,
                "Is there anything that %s would not sign, whatever else it were given?"
                        .formatted(who),
                List.of(),
                choices,
                "A package with a red line in it counts as refused, however good the rest. So name only what nothing could make up for. What is recorded in the case counts in your view only if you name it too.",
                heard.earlier(Interview.RED_LINES));
    }

    Question best(Heard heard) {
        return ends(
                Kind.BEST,
                Interview.BEST,
                "Take each line by itself, all else being equal. Which would suit %s best?",
                "Once the best and the worst of each line are known, the lines can be compared: which of these changes matters more? Leave out a line where you cannot say.",
                heard);
    }

    Question worst(Heard heard) {
        return ends(
                Kind.WORST,
                Interview.WORST,
                "And which would suit %s worst, again line by line?",
                "Between its best and its worst lies all that a line can change for %s. Leave out a line where you cannot say. Of two answers the one that is not best is worst; you need not name it."
                        .formatted(who),
                heard);
    }

    private Question ends(Kind kind, String key, String ask, String why, Heard heard) {
        List<Choice> choices = new ArrayList<>();
        for (Topic topic : agenda.topics()) {
            Answer best = heard.answer(Interview.BEST);
            for (int level = 0; level < topic.levels().size(); level++) {
                String setting = topic.at(level).toString();
                boolean isBest =
                        kind == Kind.WORST && best != null && best.chosen().contains(setting);
                choices.add(
                        isBest
                                ? new Choice(
                                        setting,
                                        topic.levels().get(level).name() + " [best]",
                                        heading(topic),
                                        "it was called best before")
                                : new Choice(setting, topic.words(level), heading(topic)));
            }
        }
        return new Question(
                kind,
                key,
                Form.ONE_OF_EACH,
                ask.formatted(who),
                List.of(),
                choices,
                why,
                heard.earlier(key));
    }

    Question events(Heard heard) {
        List<Choice> choices = new ArrayList<>();
        for (Condition event : agenda.events()) {
            String heading = told(event);
            choices.add(new Choice(Statements.GOOD + event, "good", heading));
            choices.add(new Choice(Statements.BAD + event, "bad", heading));
        }
        return new Question(
                Kind.EVENTS,
                Interview.EVENTS,
                Form.ONE_OF_EACH,
                "Apart from these lines: would it be good or bad for %s in itself, all else being equal, if this came about?"
                        .formatted(who),
                List.of(),
                choices,
                "The case has these count for %s beside the single lines. They weigh on what no agreement is worth."
                        .formatted(who),
                heard.earlier(Interview.EVENTS));
    }

    private String told(Condition event) {
        if (event instanceof Condition.InOutcome(String id)) {
            Outcome outcome = agenda.model().source().outcome(id);
            if (outcome != null && outcome.text() != null) {
                return "%s: %s".formatted(id, outcome.text());
            }
        }
        return event.toString();
    }

    Question swings(Statements statements, Heard heard) {
        List<Choice> choices = new ArrayList<>();
        for (Topic topic : agenda.topics()) {
            if (statements.hasEnds(topic)) {
                choices.add(new Choice(topic.ref().toString(), change(topic, statements), ""));
            }
        }
        return new Question(
                Kind.SWINGS,
                Interview.SWINGS,
                Form.ORDER,
                "Suppose that every line stands at its worst for %s. Which of these changes would it want first, which next, and so on?"
                        .formatted(who),
                List.of(),
                choices,
                "The order says which line matters more. Put the number of the most important first; leave out what you cannot place.",
                heard.earlier(Interview.SWINGS));
    }

    private static String change(Topic topic, Statements statements) {
        return "%s from %s to %s"
                .formatted(
                        topic.ref(),
                        topic.levels().get(statements.worst(topic)).name(),
                        topic.levels().get(statements.best(topic)).name());
    }

    Question pair(Pair pair, Statements statements, String why) {
        return switch (pair) {
            case Pair.OfLevels(Topic topic, int a, int b) ->
                    two(
                            pair,
                            "All else being equal, which would suit %s better?".formatted(who),
                            List.of(heading(topic)),
                            topic.words(a),
                            topic.words(b),
                            why);
            case Pair.OfSwings(Topic one, Topic other) ->
                    two(
                            pair,
                            "All else being equal, which change would %s rather have?"
                                    .formatted(who),
                            List.of(),
                            change(one, statements),
                            change(other, statements),
                            why);
            case Pair.OfStep(Topic topic, int level, Topic other) ->
                    new Question(
                            Kind.READ_BACK,
                            pair.key(),
                            Form.ONE,
                            "From your answers it follows that, all else being equal, %s would rather have the first of these changes than the second. Is that so?"
                                    .formatted(who),
                            List.of(step(topic, level, statements), change(other, statements)),
                            List.of(
                                    new Choice(Interview.FIRST, "yes, that is meant", ""),
                                    new Choice(Interview.SECOND, "no, rather the second", "")),
                            why,
                            List.of());
            case Pair.OfPackage(List<Integer> levels, _) ->
                    new Question(
                            Kind.PAIR,
                            pair.key(),
                            Form.ONE,
                            "Would %s sign this, rather than have no agreement?".formatted(who),
                            packageLines(levels),
                            List.of(
                                    new Choice(Interview.FIRST, "yes, rather this", ""),
                                    new Choice(Interview.SECOND, "no, rather none", "")),
                            why,
                            List.of());
        };
    }

    private static String step(Topic topic, int level, Statements statements) {
        return "%s from %s to %s"
                .formatted(
                        topic.ref(),
                        topic.levels().get(statements.worst(topic)).name(),
                        topic.levels().get(level).name());
    }

    /// What a package changes, line by line, and then the rest.
    private List<String> packageLines(List<Integer> levels) {
        List<String> lines = new ArrayList<>();
        List<String> same = new ArrayList<>();
        int width =
                agenda.inside().stream().mapToInt(t -> t.ref().toString().length()).max().orElse(0);
        for (Topic topic : agenda.inside()) {
            int level = levels.get(topic.packageIndex());
            if (level == agenda.form().items().get(topic.packageIndex()).nowIndex()) {
                same.add("%s %s".formatted(topic.ref(), topic.levels().get(level).name()));
            } else {
                lines.add(
                        "%s  %s"
                                .formatted(
                                        (topic.ref() + " ".repeat(width)).substring(0, width),
                                        topic.words(level)));
            }
        }
        if (lines.isEmpty()) {
            lines.add("everything as it is");
        } else if (!same.isEmpty()) {
            lines.add("The rest: %s.".formatted(String.join(", ", same)));
        }
        return lines;
    }

    private static Question two(
            Pair pair, String ask, List<String> lines, String first, String second, String why) {
        return new Question(
                Kind.PAIR,
                pair.key(),
                Form.ONE,
                ask,
                lines,
                List.of(
                        new Choice(Interview.FIRST, first, ""),
                        new Choice(Interview.SECOND, second, "")),
                why,
                List.of());
    }

    Question strength(Topic larger, Topic smaller, Statements statements, String why) {
        return new Question(
                Kind.STRENGTH,
                Interview.strengthKey(larger.ref(), smaller.ref()),
                Form.ONE,
                "You put the first of these changes before the second. How much more does it matter to %s?"
                        .formatted(who),
                List.of(change(larger, statements), change(smaller, statements)),
                List.of(
                        new Choice(
                                Strength.SLIGHTLY.word(),
                                "slightly more: at most one and a half times as much",
                                ""),
                        new Choice(
                                Strength.CLEARLY.word(),
                                "clearly more: between one and a half and three times as much",
                                ""),
                        new Choice(
                                Strength.FAR.word(), "far more: at least three times as much", "")),
                why,
                List.of());
    }

    Question times(Topic larger, Topic smaller, String word, Statements statements, String why) {
        return new Question(
                Kind.TIMES,
                Interview.timesKey(larger.ref(), smaller.ref()),
                Form.RANGE,
                "You said that the first of these changes matters %s more to %s than the second. If you wish to put numbers to it, which then count in place of the word: how many times as much?"
                        .formatted(word, who),
                List.of(change(larger, statements), change(smaller, statements)),
                List.of(),
                why,
                List.of());
    }

    Question contradiction(int number, Map<String, String> origins, Statements statements) {
        List<Choice> choices = new ArrayList<>();
        origins.forEach((origin, words) ->
                choices.add(new Choice(origin, said(origin, words, statements), "")));
        return new Question(
                Kind.CONTRADICTION,
                "%s %d".formatted(Heard.CONTRADICTION, number),
                Form.ONE,
                "These cannot all hold together, though they could without any one of them. Which is to be taken back?",
                List.of(),
                choices,
                "No way of weighing the lines fits all of this at once. What is taken back stays in the record of the interview.",
                List.of());
    }

    /// A statement as its speaker would know it again.
    private String said(String origin, String words, Statements statements) {
        if (origin.startsWith(Statements.POINTS)) {
            return "the case assumes points: " + words;
        }
        if (origin.startsWith(Statements.BEST)) {
            return "best for %s".formatted(words.replaceFirst(" over .*", ""));
        }
        if (origin.startsWith(Statements.WORST)) {
            return "worst for %s".formatted(words.replaceFirst("^.* over ", ""));
        }
        if (origin.startsWith(Statements.EVENT)) {
            String event = origin.substring(Statements.EVENT.length());
            return "%s is %s for %s"
                    .formatted(event, statements.isGood(event) ? "good" : "bad", who);
        }
        if (origin.equals(Interview.SWINGS)) {
            return "the order of the changes: "
                    + words.replaceFirst("^swings: ", "")
                    + " (it will be asked again)";
        }
        Pair pair = Pair.of(agenda, origin);
        boolean first = pair != null && statements.isFirst(origin);
        return switch (pair) {
            case Pair.OfLevels(Topic topic, int a, int b) ->
                    "%s rather than %s".formatted(topic.at(first ? a : b), topic.at(first ? b : a));
            case Pair.OfSwings(Topic one, Topic other) ->
                    "%s rather than %s"
                            .formatted(
                                    change(first ? one : other, statements),
                                    change(first ? other : one, statements));
            case Pair.OfStep(Topic topic, int level, Topic other) ->
                    first
                            ? "%s rather than %s"
                                    .formatted(
                                            step(topic, level, statements),
                                            change(other, statements))
                            : "%s rather than %s"
                                    .formatted(
                                            change(other, statements),
                                            step(topic, level, statements));
            case Pair.OfPackage(_, String levels) ->
                    "%s this rather than no agreement: %s"
                            .formatted(first ? "would sign" : "would not sign", levels);
            case null -> origin;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.detente.compile.StatedForm;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.PreferencePart;
import org.detente.model.PreferencePart.Bundle;
import org.detente.model.PreferencePart.Comparison;
import org.detente.model.PreferencePart.Gap;
import org.detente.model.PreferencePart.PackageComparison;
import org.detente.model.PreferencePart.Strength;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Said;
import org.detente.model.Setting;
import org.detente.model.Statement;
import org.detente.model.View;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// The statements that answers come to, and which answer each comes from.
final class Statements {
    static final String BEST = "best ";
    static final String WORST = "worst ";
    static final String EVENT = "event ";
    static final String GOOD = "good ";
    static final String BAD = "bad ";
    static final String POINTS = "points ";
    private static final Pattern PLACE = Pattern.compile("\\.(prefer|packages)\\[(\\d+)]$");
    private static final String GAP = ".swings.by how much.";

    private final Agenda agenda;
    private final Heard heard;
    private final boolean keepsPoints;
    private final SequencedMap<ItemRef, Integer> best = new LinkedHashMap<>();
    private final SequencedMap<ItemRef, Integer> worst = new LinkedHashMap<>();
    private final List<Statement> redLines = new ArrayList<>();
    private final List<Comparison> prefer = new ArrayList<>();
    private final List<String> preferOrigins = new ArrayList<>();
    private final List<PackageComparison> packages = new ArrayList<>();
    private final List<String> packageOrigins = new ArrayList<>();
    private final List<ItemRef> swings = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    Statements(Agenda agenda, Heard heard, boolean keepsPoints) {
        this.agenda = agenda;
        this.heard = heard;
        this.keepsPoints = keepsPoints;
        addRedLines();
        addEnds(Interview.BEST, BEST, best);
        addEnds(Interview.WORST, WORST, worst);
        addEvents();
        addSwings();
        heard.all().forEach(this::addPair);
    }

    private void addRedLines() {
        Answer answer = heard.answer(Interview.RED_LINES);
        for (String chosen : answer == null ? List.<String>of() : answer.chosen()) {
            for (Statement line : agenda.recordedLines()) {
                if (line.condition().toString().equals(chosen)) {
                    Said said = Objects.requireNonNull(answer).said();
                    Basis basis = line.basis();
                    redLines.add(
                            new Statement(
                                    line.condition(),
                                    new Basis(basis.claims(), basis.note(), said)));
                }
            }
            for (Topic topic : agenda.inside()) {
                int level = topic.levelOf(chosen);
                if (level >= 0 && !isRecorded(chosen)) {
                    redLines.add(
                            new Statement(
                                    topic.is(level),
                                    Basis.of(Objects.requireNonNull(answer).said())));
                }
            }
        }
    }

    private boolean isRecorded(String words) {
        return agenda.recordedLines().stream()
                .anyMatch(line -> line.condition().toString().equals(words));
    }

    private void addEnds(String key, String prefix, Map<ItemRef, Integer> ends) {
        boolean isBest = prefix.equals(BEST);
        for (Topic topic : isBest ? List.<Topic>of() : agenda.topics()) {
            if (topic.levels().size() == 2
                    && best.containsKey(topic.ref())
                    && !heard.isWithdrawn(WORST + topic.ref())) {
                ends.put(topic.ref(), 1 - required(best, topic));
            }
        }
        Answer answer = heard.answer(key);
        if (answer == null) {
            return;
        }
        for (Topic topic : agenda.topics()) {
            for (String chosen : answer.chosen()) {
                int level = topic.levelOf(chosen);
                if (level >= 0 && !heard.isWithdrawn(prefix + topic.ref())) {
                    ends.put(topic.ref(), level);
                    boolean isSaid =
                            !isBest && topic.levels().size() == 2 && best.containsKey(topic.ref());
                    if (!isSaid) {
                        addPrefer(
                                isBest ? topic.is(level) : topic.isNot(level),
                                isBest ? topic.isNot(level) : topic.is(level),
                                prefix + topic.ref(),
                                answer.said());
                    }
                }
            }
        }
    }

    private void addPrefer(Condition better, Condition worse, String origin, Said said) {
        prefer.add(new Comparison(better, worse, Basis.of(said)));
        preferOrigins.add(origin);
    }

    /// Each event by itself against none at all: some may imply or exclude one another.
    private void addEvents() {
        Answer answer = heard.answer(Interview.EVENTS);
        if (answer == null) {
            return;
        }
        List<Condition> good = judged(answer, GOOD);
        List<Condition> bad = judged(answer, BAD);
        Condition none = none(agenda.events());
        for (Condition event : agenda.events()) {
            boolean isGood = good.contains(event);
            Condition alone = and(event, isGood ? bad : good);
            if (isGood || bad.contains(event)) {
                addPrefer(
                        isGood ? alone : none, isGood ? none : alone, EVENT + event, answer.said());
            }
        }
    }

    private List<Condition> judged(Answer answer, String prefix) {
        return agenda.events().stream()
                .filter(e -> answer.chosen().contains(prefix + e))
                .filter(e -> !heard.isWithdrawn(EVENT + e))
                .toList();
    }

    private static Condition and(Condition event, List<Condition> without) {
        return without.isEmpty() ? event : new Condition.And(List.of(event, none(without)));
    }

    private static Condition none(List<Condition> events) {
        return new Condition.Not(events.size() == 1 ? events.getFirst() : new Condition.Or(events));
    }

    /// Whether an event was called good.
    boolean isGood(String event) {
        Answer answer = heard.answer(Interview.EVENTS);
        return answer != null && answer.chosen().contains(GOOD + event);
    }

    private void addSwings() {
        Answer answer = heard.answer(Interview.SWINGS);
        for (String chosen : answer == null ? List.<String>of() : answer.chosen()) {
            for (Topic topic : agenda.topics()) {
                if (topic.ref().toString().equals(chosen) && hasEnds(topic)) {
                    swings.add(topic.ref());
                }
            }
        }
        for (int k = 1; k < swings.size(); k++) {
            addGap(swings.get(k - 1), swings.get(k));
        }
    }

    private void addGap(ItemRef larger, ItemRef smaller) {
        Answer word = heard.answer(Interview.strengthKey(larger, smaller));
        Answer times = heard.answer(Interview.timesKey(larger, smaller));
        double[] ends = times == null ? null : Replies.ends(times.chosen().getFirst());
        if (times != null && ends != null) {
            gaps.add(new Gap(smaller, ends[0], ends[1], Basis.of(times.said())));
        } else if (word != null) {
            for (Strength strength : Strength.values()) {
                if (strength.word().equals(word.chosen().getFirst())) {
                    gaps.add(
                            new Gap(
                                    smaller,
                                    strength.least(),
                                    strength.most(),
                                    Basis.of(word.said())));
                }
            }
        }
    }

    private void addPair(Answer answer) {
        Pair pair = answer.isSkipped() ? null : Pair.of(agenda, answer.key());
        boolean first = pair != null && answer.chosen().equals(List.of(Interview.FIRST));
        switch (pair) {
            case Pair.OfLevels(Topic topic, int a, int b) ->
                    addPrefer(
                            topic.is(first ? a : b),
                            topic.is(first ? b : a),
                            answer.key(),
                            answer.said());
            case Pair.OfSwings(Topic one, Topic other) -> {
                if (hasEnds(one) && hasEnds(other)) {
                    addSteps(one, best.get(one.ref()), other, first, answer);
                }
            }
            case Pair.OfStep(Topic topic, int level, Topic other) -> {
                if (worst.containsKey(topic.ref()) && hasEnds(other)) {
                    addSteps(topic, level, other, first, answer);
                }
            }
            case Pair.OfPackage(List<Integer> levels, _) -> {
                Bundle whole = new Bundle.Of(Pair.settings(agenda, levels));
                Bundle none = new Bundle.NoAgreement();
                addPackages(first ? whole : none, first ? none : whole, answer);
            }
            case null -> {}
        }
    }

    /// One item moved up and the other left at its worst, over the other way round.
    private void addSteps(
            Topic one, @Nullable Integer level, Topic other, boolean first, Answer answer) {
        if (level == null) {
            return;
        }
        Bundle up = new Bundle.Of(List.of(one.at(level), other.at(required(worst, other))));
        Bundle down =
                new Bundle.Of(
                        List.of(one.at(required(worst, one)), other.at(required(best, other))));
        addPackages(first ? up : down, first ? down : up, answer);
    }

    private static int required(Map<ItemRef, Integer> ends, Topic topic) {
        return Objects.requireNonNull(ends.get(topic.ref()));
    }

    private void addPackages(Bundle better, Bundle worse, Answer answer) {
        packages.add(new PackageComparison(better, worse, Basis.of(answer.said())));
        packageOrigins.add(answer.key());
    }

    /// Whether the first of a pair was chosen.
    boolean isFirst(String key) {
        Answer answer = heard.answer(key);
        return answer != null && answer.chosen().equals(List.of(Interview.FIRST));
    }

    /// Whether it is known which level of an item is best and which worst.
    boolean hasEnds(Topic topic) {
        return best.containsKey(topic.ref()) && worst.containsKey(topic.ref());
    }

    int best(Topic topic) {
        return required(best, topic);
    }

    int worst(Topic topic) {
        return required(worst, topic);
    }

    boolean hasWorst(Topic topic) {
        return worst.containsKey(topic.ref());
    }

    /// The items in the order of their swings.
    List<Topic> order() {
        return swings.stream().map(agenda::topic).toList();
    }

    List<Statement> redLines() {
        return redLines;
    }

    /// The statements as a view of the case.
    ///
    /// @param id its id
    /// @param name its name for readers
    /// @param said who answered, and when last
    View view(String id, String name, Said said) {
        Answer order = heard.answer(Interview.SWINGS);
        List<PreferencePart> parts =
                List.of(
                        new PreferencePart.RedLines(redLines),
                        new PreferencePart.Prefer(prefer),
                        new PreferencePart.Swings(
                                swings,
                                gaps,
                                open(),
                                order == null ? Basis.ASSUMED : Basis.of(order.said())),
                        new PreferencePart.Packages(packages));
        return new View(
                id,
                name,
                null,
                Basis.of(said),
                List.of(new Preferences(agenda.party(), parts)),
                List.of(),
                null,
                null);
    }

    private PreferencePart.Open open() {
        List<ItemRef> items = new ArrayList<>();
        for (Topic topic : agenda.topics()) {
            if (isOpen(topic.ref().toString())) {
                items.add(topic.ref());
            }
        }
        List<Condition> conditions =
                agenda.conditions().stream().filter(event -> isOpen(event.toString())).toList();
        return new PreferencePart.Open(items, conditions, !keepsPoints);
    }

    /// Whether the points of something are set aside, or there are none.
    private boolean isOpen(String subject) {
        return !keepsPoints
                || heard.isWithdrawn(POINTS + subject)
                || agenda.points().stream().noneMatch(p -> p.subject().equals(subject));
    }

    /// What the statements that contradict one another come from.
    ///
    /// @param set statements as the check names them
    /// @return what can be taken back, with words
    SequencedMap<String, String> origins(List<StatedForm.Stated> set) {
        SequencedMap<String, String> found = new LinkedHashMap<>();
        for (StatedForm.Stated one : set) {
            Matcher place = PLACE.matcher(one.path());
            if (place.find()) {
                int index = Integer.parseInt(place.group(2));
                String origin =
                        place.group(1).equals("prefer")
                                ? preferOrigins.get(index)
                                : packageOrigins.get(index);
                found.put(origin, one.words());
            } else if (one.path().endsWith(".swings")) {
                found.put(Interview.SWINGS, one.words());
            } else if (one.path().contains(GAP)) {
                addGapOrigin(found, one);
            } else {
                for (Agenda.Points points : agenda.points()) {
                    if (isAbout(points, one.path())) {
                        found.put(POINTS + points.subject(), one.words());
                    }
                }
            }
        }
        return found;
    }

    private void addGapOrigin(Map<String, String> found, StatedForm.Stated one) {
        String item = one.path().substring(one.path().indexOf(GAP) + GAP.length());
        for (int k = 1; k < swings.size(); k++) {
            if (swings.get(k).toString().equals(item)) {
                String times = Interview.timesKey(swings.get(k - 1), swings.get(k));
                boolean isNumber = heard.answer(times) != null;
                found.put(
                        isNumber ? times : Interview.strengthKey(swings.get(k - 1), swings.get(k)),
                        one.words());
            }
        }
    }

    private static boolean isAbout(Agenda.Points points, String path) {
        String subject = points.subject();
        String term = subject.startsWith("terms.") ? subject.substring("terms.".length()) : "";
        boolean isPath =
                path.endsWith(".values." + subject)
                        || path.endsWith(".once." + subject)
                        || (!term.isEmpty()
                                && path.startsWith("agreement.terms.%s.values.".formatted(term)));
        if (isPath || !path.contains("assumptions.")) {
            return isPath;
        }
        String name = path.substring(path.indexOf("assumptions.") + "assumptions.".length());
        return switch (points.worth()) {
            case Worth.OfItem(_, var levels) ->
                    levels.stream().anyMatch(l -> isNamed(l.points().quantity(), name));
            case Worth.OfCondition(_, var figure) -> isNamed(figure.quantity(), name);
        };
    }

    private static boolean isNamed(Quantity quantity, String name) {
        return quantity instanceof Quantity.Named(String other, _) && other.equals(name);
    }

    /// The settings of a package in words.
    static String words(List<Setting> settings) {
        return String.join("; ", settings.stream().map(Setting::toString).toList());
    }
}

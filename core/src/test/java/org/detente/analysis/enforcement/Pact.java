// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.detente.analysis.AgreementQuestions;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.NamedPackage;
import org.detente.analysis.Questions;
import org.detente.analysis.SearchBounds;
import org.detente.explain.Data;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Setting;
import org.detente.model.Term;
import org.detente.model.Time;
import org.detente.model.Worth;
import org.detente.testing.SmallCase;

/// The dilemma as a pact, worked out by hand: a and b can each hold back, which costs 2 and is
/// worth 4 to the other. Nobody does now: 0 each. Both: 2 each. One alone: -2, and 4 for the other.
/// No agreement is worth what `fallback` says.
final class Pact {
    /// A strike by c while a holds back.
    static final Condition STRUCK =
            new Condition.And(List.of(SmallCase.holds("c.strike"), SmallCase.holds("a.hold")));

    /// A strike by c against a guarantee.
    static final Condition STRUCK_THOUGH_GUARANTEED =
            new Condition.And(
                    List.of(
                            SmallCase.holds("c.strike"),
                            new Condition.Compare(
                                    new ItemRef.TermRef("guarantee"),
                                    Condition.Comparison.EQUAL,
                                    Level.YES)));

    private final SmallCase small = new SmallCase();
    private final List<Term> terms = new ArrayList<>();
    private final SequencedMap<String, Figure> patience = new LinkedHashMap<>();
    private final List<Time.Detection> detection = new ArrayList<>();
    private final List<Worth> ofA = new ArrayList<>();
    private final List<Worth> ofB = new ArrayList<>();
    private Option.Moves movesOfA = Option.Moves.BOTH;
    private Option.Moves movesOfB = Option.Moves.BOTH;
    private int tranchesOfA = 1;
    private int undoOfA;
    private double fallback;
    private boolean collapses;

    static Figure exact(double value) {
        return new Figure(new Quantity.Exact(value, false), Basis.ASSUMED);
    }

    static Figure range(double low, double high) {
        return new Figure(new Quantity.Uniform(low, high, false), Basis.ASSUMED);
    }

    Pact() {
        small.party("a").party("b");
        ofA.add(yes("b.hold", 4));
        ofA.add(yes("a.hold", -2));
        ofB.add(yes("a.hold", 4));
        ofB.add(yes("b.hold", -2));
    }

    static ItemRef ref(String option) {
        int dot = option.indexOf('.');
        String owner = option.substring(0, dot);
        String name = option.substring(dot + 1);
        return owner.equals("terms")
                ? new ItemRef.TermRef(name)
                : new ItemRef.OptionRef(owner, name);
    }

    static Worth yes(String item, double points) {
        return new Worth.OfItem(ref(item), List.of(new Worth.LevelWorth(Level.YES, exact(points))));
    }

    static Worth when(Condition condition, double points) {
        return new Worth.OfCondition(condition, exact(points));
    }

    static NamedPackage named(String name, String... items) {
        List<Setting> settings = new ArrayList<>();
        for (String item : items) {
            settings.add(new Setting(ref(item), Level.YES));
        }
        return new NamedPackage(name, settings);
    }

    /// The pact with a guarantee to be had, and with a that loses 4 by a strike of c.
    static Pact struck() {
        return new Pact().usualTime().term("guarantee", 0).ofA(when(STRUCK, -4));
    }

    Pact patience(Figure a, Figure b) {
        patience.put("a", a);
        patience.put("b", b);
        return this;
    }

    /// Patience 0.9 and 0.6, and a breach by a is seen with 50 % a step.
    Pact usualTime() {
        watched(0.5, 0);
        return patience(exact(0.9), exact(0.6));
    }

    Pact collapses(double points) {
        collapses = true;
        fallback = points;
        return this;
    }

    /// A yes/no term, worth so much to each.
    Pact term(String name, double points) {
        terms.add(
                new Term(
                        new ItemRef.TermRef(name),
                        null,
                        List.of(
                                new Level(Level.NO, null, null, Basis.ASSUMED),
                                new Level(Level.YES, null, null, Basis.ASSUMED)),
                        new LinkedHashMap<>(),
                        Basis.ASSUMED));
        ofA.add(yes("terms." + name, points));
        ofB.add(yes("terms." + name, points));
        return this;
    }

    Pact movesOfA(Option.Moves moves) {
        movesOfA = moves;
        return this;
    }

    Pact movesOfB(Option.Moves moves) {
        movesOfB = moves;
        return this;
    }

    /// In how many parts a begins to hold back, and how many steps it takes to stop.
    Pact partsOfA(int tranches, int undo) {
        tranchesOfA = tranches;
        undoOfA = undo;
        return this;
    }

    /// How surely a breach by a is seen, and how often its compliance looks like one.
    Pact watched(double seen, double falseAlarm) {
        detection.add(
                new Time.Detection(
                        new ItemRef.OptionRef("a", "hold"),
                        null,
                        new LinkedHashMap<>(java.util.Map.of("", exact(seen))),
                        0,
                        falseAlarm == 0 ? null : exact(falseAlarm)));
        return this;
    }

    /// Nothing is worth anything to b but what no agreement brings.
    Pact nothingForB() {
        ofB.clear();
        return this;
    }

    Pact ofB(Worth worth) {
        ofB.add(worth);
        return this;
    }

    Pact ofA(Worth worth) {
        ofA.add(worth);
        return this;
    }

    SmallCase small() {
        return small;
    }

    Preferences preferencesOfA(Worth... worths) {
        return new Preferences("a", List.of(new PreferencePart.Values(List.of(worths))));
    }

    Case done() {
        return done(new Option.Moves[0]);
    }

    /// The case, with a party outside that can strike if its direction is given.
    Case done(Option.Moves... strike) {
        small.slowOption("a", "hold", movesOfA, undoOfA, tranchesOfA).option("b", "hold", movesOfB);
        if (strike.length > 0) {
            small.party("c").option("c", "strike", strike[0]);
        }
        small.prefers("a", new PreferencePart.Values(ofA));
        small.prefers("b", new PreferencePart.Values(ofB));
        SequencedMap<String, Figure> none = new LinkedHashMap<>();
        none.put("a", exact(fallback));
        none.put("b", exact(fallback));
        small.agreement(
                new Agreement(
                        List.of("a", "b"),
                        List.of(
                                new ItemRef.OptionRef("a", "hold"),
                                new ItemRef.OptionRef("b", "hold")),
                        terms,
                        List.of(),
                        new Agreement.Beliefs(
                                new Fallback.Values(none),
                                new LinkedHashMap<>(),
                                null,
                                List.of(),
                                new LinkedHashMap<>()),
                        collapses,
                        new LinkedHashMap<>()));
        Case bare = small.done();
        return patience.isEmpty()
                ? bare
                : HandMade.with(
                        bare,
                        new Time(
                                null,
                                null,
                                patience,
                                new LinkedHashMap<>(),
                                new LinkedHashMap<>(),
                                detection));
    }

    static AnalysisOptions options(int threads, int maxPositions, NamedPackage... packages) {
        SearchBounds usual = SearchBounds.DEFAULT;
        return new AnalysisOptions(
                1,
                threads,
                1 << 20,
                new Questions(
                        null,
                        null,
                        0,
                        new AgreementQuestions(List.of(packages), false, false, null)),
                usual.withPackages(usual.maxFrontier(), usual.statedPackages(), maxPositions));
    }

    /// What stands at a path of keys and of indices.
    static Data at(Data data, Object... path) {
        Data found = data;
        for (Object key : path) {
            found =
                    key instanceof Integer index
                            ? ((Data.Items) found).items().get(index)
                            : Objects.requireNonNull(
                                    ((Data.Fields) found).entries().get((String) key),
                                    key.toString());
        }
        return found;
    }

    static double real(Data data, Object... path) {
        return ((Data.Real) at(data, path)).value();
    }

    /// The entries of fields as `key=name`, joined.
    static String names(Data data, Object... path) {
        List<String> entries = new ArrayList<>();
        ((Data.Fields) at(data, path))
                .entries()
                .forEach((key, value) ->
                        entries.add(
                                key + "=" + (value instanceof Data.Name(var name) ? name : value)));
        return String.join(", ", entries);
    }

    static List<String> list(Data data, Object... path) {
        return ((Data.Items) at(data, path))
                .items().stream().map(d -> ((Data.Name) d).value()).toList();
    }
}

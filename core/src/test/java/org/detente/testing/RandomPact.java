// SPDX-License-Identifier: Apache-2.0
package org.detente.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Figure;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Statement;
import org.detente.model.Time;
import org.detente.model.Unseen;
import org.detente.model.Worth;

/// Random small cases for tests of keeping agreements: those of [RandomAgreement] with options that
/// are slow to undo or carried out in parts, breaches that are seen by chance, late and falsely,
/// patience that differs, states some party does not see, and a party outside that goes by an
/// order, by a ranking, by points or by nothing.
public final class RandomPact {
    private static final double[] PATIENCE = {0.3, 0.5, 0.75, 0.9, 0.95};

    private final RandomGenerator random;
    private final Case base;
    private final List<Option> options = new ArrayList<>();

    private RandomPact(RandomGenerator random) {
        this.random = random;
        this.base = RandomAgreement.of(random);
    }

    /// A case.
    ///
    /// @param random where chance comes from
    /// @return a case with an agreement and with time
    public static Case of(RandomGenerator random) {
        return new RandomPact(random).make();
    }

    private Case make() {
        for (Option option : base.options()) {
            options.add(
                    new Option(
                            option.ref(),
                            option.text(),
                            option.levels(),
                            option.moves(),
                            random.nextInt(2) * random.nextInt(4),
                            1 + random.nextInt(2) * random.nextInt(3),
                            option.basis()));
        }
        List<Preferences> preferences = new ArrayList<>(base.preferences());
        outsider(preferences);
        Agreement agreement = Objects.requireNonNull(base.agreement());
        return new Case(
                base.formatVersion(),
                "a random pact",
                null,
                null,
                null,
                List.of(),
                List.of(),
                base.parties(),
                options,
                base.rules(),
                base.outcomes(),
                base.now(),
                List.of(),
                preferences,
                new Agreement(
                        agreement.between(),
                        agreement.covers(),
                        agreement.terms(),
                        agreement.rules(),
                        agreement.beliefs(),
                        random.nextInt(5) == 0,
                        agreement.ratify()),
                time(),
                List.of(),
                random.nextInt(5) == 0 ? unseen() : List.of(),
                List.of(),
                List.of());
    }

    private void outsider(List<Preferences> preferences) {
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1, 2 -> {
                List<Statement> order = new ArrayList<>();
                for (int k = random.nextInt(1, 4); k > 0; k--) {
                    order.add(new Statement(condition(), Basis.ASSUMED));
                }
                preferences.add(new Preferences("out", List.of(new PreferencePart.Order(order))));
            }
            default -> {
                List<Worth> worths = new ArrayList<>();
                for (Option option : options) {
                    List<Worth.LevelWorth> levels = new ArrayList<>();
                    for (Level level : option.levels()) {
                        levels.add(
                                new Worth.LevelWorth(level.name(), exact(random.nextInt(-3, 4))));
                    }
                    worths.add(new Worth.OfItem(option.ref(), levels));
                }
                worths.add(new Worth.OfCondition(condition(), exact(random.nextInt(-9, 10))));
                preferences.add(new Preferences("out", List.of(new PreferencePart.Values(worths))));
            }
        }
    }

    private Condition condition() {
        return new Condition.Or(List.of(atom(), new Condition.And(List.of(atom(), atom()))));
    }

    private Condition atom() {
        List<org.detente.model.Term> terms = Objects.requireNonNull(base.agreement()).terms();
        if (!terms.isEmpty() && random.nextInt(5) == 0) {
            org.detente.model.Term term = terms.get(random.nextInt(terms.size()));
            return new Condition.Compare(
                    term.ref(),
                    Condition.Comparison.EQUAL,
                    term.levels().get(random.nextInt(term.levels().size())).name());
        }
        Option option = options.get(random.nextInt(options.size()));
        return new Condition.Compare(
                option.ref(),
                random.nextBoolean()
                        ? Condition.Comparison.AT_LEAST
                        : Condition.Comparison.NOT_EQUAL,
                option.levels().get(random.nextInt(option.levels().size())).name());
    }

    /// Some party does not see some states, of which none is the status quo.
    private List<Unseen> unseen() {
        Option option = options.get(random.nextInt(options.size()));
        Condition states =
                new Condition.And(
                        List.of(
                                new Condition.Compare(
                                        option.ref(),
                                        Condition.Comparison.MORE,
                                        option.levels().getFirst().name()),
                                atom()));
        String party = options.get(random.nextInt(options.size())).ref().party();
        return List.of(new Unseen(party, states, Basis.ASSUMED));
    }

    private static Figure exact(double value) {
        return new Figure(new Quantity.Exact(value, false), Basis.ASSUMED);
    }

    private Figure chance() {
        return exact(random.nextInt(5) / 4.0);
    }

    private Time time() {
        SequencedMap<String, Figure> patience = new LinkedHashMap<>();
        base.parties()
                .forEach(p ->
                        patience.put(p.id(), exact(PATIENCE[random.nextInt(PATIENCE.length)])));
        List<Time.Detection> detection = new ArrayList<>();
        for (Option option : options) {
            if (random.nextBoolean()) {
                detection.add(detection(option));
            }
        }
        return new Time(
                null, null, patience, new LinkedHashMap<>(), new LinkedHashMap<>(), detection);
    }

    private Time.Detection detection(Option option) {
        SequencedMap<String, Figure> chances = new LinkedHashMap<>();
        Option by = options.get(random.nextInt(options.size()));
        boolean decided = random.nextBoolean();
        if (decided) {
            by.levels().forEach(level -> chances.put(level.name(), chance()));
        } else {
            chances.put("", chance());
        }
        return new Time.Detection(
                option.ref(),
                decided ? by.ref() : null,
                chances,
                random.nextInt(2) * random.nextInt(3),
                random.nextInt(4) == 0 ? exact(random.nextInt(1, 4) / 20.0) : null);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Lottery;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.Party;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Region;
import org.detente.model.Rule;
import org.detente.model.Setting;
import org.detente.model.Statement;
import org.detente.model.Term;
import org.detente.model.Time;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// Random small cases with an agreement: two or three signatories, a ratifier, a party outside,
/// options one-way and both ways, terms, points for levels and conditions, red lines, rules, a
/// lottery for no agreement, risk, and what may happen meanwhile. Points are whole numbers, so that
/// ties are common.
public final class RandomAgreement {
    private final RandomGenerator random;
    private final List<Option> options = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final List<String> signatories = new ArrayList<>();

    private RandomAgreement(RandomGenerator random) {
        this.random = random;
    }

    /// A case.
    ///
    /// @param random where chance comes from
    /// @return a case with everything that agreements need
    public static Case of(RandomGenerator random) {
        return new RandomAgreement(random).make();
    }

    private Case make() {
        List<Party> parties = new ArrayList<>();
        for (int k = random.nextInt(2, 4); k > 0; k--) {
            String id = "s" + k;
            signatories.add(id);
            parties.add(party(id, Party.Role.PRINCIPAL));
            for (int n = random.nextInt(1, 3); n > 0; n--) {
                options.add(option(id, "o" + n));
            }
        }
        parties.add(party("rat", Party.Role.RATIFIER));
        parties.add(party("out", Party.Role.OUTSIDE));
        options.add(option("out", "act"));
        for (int k = random.nextInt(3); k > 0; k--) {
            terms.add(
                    new Term(
                            new ItemRef.TermRef("t" + k),
                            null,
                            levels(random.nextInt(2, 4)),
                            new LinkedHashMap<>(),
                            Basis.ASSUMED));
        }
        List<Preferences> preferences = new ArrayList<>();
        for (Party party : parties) {
            if (!party.id().equals("out")) {
                preferences.add(preferences(party.id()));
            }
        }
        return new Case(
                1,
                "a random agreement",
                null,
                null,
                null,
                List.of(),
                List.of(),
                parties,
                options,
                random.nextBoolean() ? List.of() : List.of(rule("law", neverNow())),
                outcomes(),
                List.of(),
                List.of(),
                preferences,
                agreement(),
                time(parties),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Party party(String id, Party.Role role) {
        return new Party(id, id, null, role, null, Basis.ASSUMED);
    }

    private static List<Level> levels(int count) {
        List<Level> levels = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            levels.add(new Level("l" + k, null, null, Basis.ASSUMED));
        }
        return levels;
    }

    private Option option(String party, String name) {
        Option.Moves[] moves = Option.Moves.values();
        return new Option(
                new ItemRef.OptionRef(party, name),
                null,
                levels(random.nextInt(2, 4)),
                random.nextInt(3) == 0 ? moves[random.nextInt(moves.length)] : Option.Moves.BOTH,
                0,
                1,
                Basis.ASSUMED);
    }

    private Rule rule(String id, Condition never) {
        return new Rule(id, never, Basis.ASSUMED);
    }

    /// Something that does not hold where all signatories' options are at their first level.
    private Condition neverNow() {
        Option option = options.get(random.nextInt(options.size() - 1));
        return new Condition.And(
                List.of(
                        new Condition.Compare(
                                option.ref(),
                                Condition.Comparison.MORE,
                                option.levels().getFirst().name()),
                        atom()));
    }

    private Condition atom() {
        int index = random.nextInt(options.size() + terms.size());
        ItemRef item = index < options.size() ? options.get(index).ref() : term(index).ref();
        List<Level> levels =
                index < options.size() ? options.get(index).levels() : term(index).levels();
        Condition.Comparison[] comparisons = Condition.Comparison.values();
        return new Condition.Compare(
                item,
                comparisons[random.nextInt(comparisons.length)],
                levels.get(random.nextInt(levels.size())).name());
    }

    private Term term(int index) {
        return terms.get(index - options.size());
    }

    private Condition condition() {
        return switch (random.nextInt(4)) {
            case 0 -> new Condition.And(List.of(atom(), atom()));
            case 1 -> new Condition.Or(List.of(atom(), atom()));
            case 2 -> new Condition.Not(new Condition.Iff(atom(), atom()));
            default -> random.nextInt(3) == 0 ? new Condition.InOutcome("clash") : atom();
        };
    }

    private List<Outcome> outcomes() {
        ItemRef act = options.getLast().ref();
        Condition clash =
                new Condition.Compare(
                        act,
                        Condition.Comparison.AT_LEAST,
                        options.getLast().levels().getLast().name());
        return List.of(
                new Outcome(
                        "clash",
                        null,
                        new Region.When(clash),
                        List.of(new Setting(act, options.getLast().levels().getLast().name())),
                        false,
                        Basis.ASSUMED),
                new Outcome("calm", null, new Region.Otherwise(), List.of(), false, Basis.ASSUMED));
    }

    private Figure exact(double value) {
        return new Figure(new Quantity.Exact(value, false), Basis.ASSUMED);
    }

    private Figure points() {
        return exact(random.nextInt(-6, 13));
    }

    private Preferences preferences(String party) {
        List<Worth> worths = new ArrayList<>();
        for (Option option : options) {
            if (random.nextInt(4) > 0) {
                worths.add(ofItem(option.ref(), option.levels()));
            }
        }
        for (Term term : terms) {
            worths.add(ofItem(term.ref(), term.levels()));
        }
        for (int k = random.nextInt(3); k > 0; k--) {
            worths.add(new Worth.OfCondition(condition(), points()));
        }
        List<PreferencePart> parts = new ArrayList<>();
        parts.add(new PreferencePart.Values(worths));
        if (random.nextInt(3) == 0) {
            parts.add(
                    new PreferencePart.Once(
                            List.of(
                                    new Worth.OfCondition(
                                            new Condition.InOutcome("clash"), points()))));
        }
        if (random.nextInt(3) == 0) {
            parts.add(
                    new PreferencePart.RedLines(
                            List.of(new Statement(condition(), Basis.ASSUMED))));
        }
        return new Preferences(party, parts);
    }

    private Worth ofItem(ItemRef item, List<Level> levels) {
        List<Worth.LevelWorth> points = new ArrayList<>();
        for (Level level : levels) {
            if (random.nextInt(4) > 0) {
                points.add(new Worth.LevelWorth(level.name(), points()));
            }
        }
        return new Worth.OfItem(item, points);
    }

    private Figure chance(double most) {
        return new Figure(new Quantity.Exact(random.nextInt(1, 5) * most / 4, true), Basis.ASSUMED);
    }

    private Agreement agreement() {
        List<ItemRef.OptionRef> covers = new ArrayList<>();
        for (Option option : options) {
            if (signatories.contains(option.ref().party()) && random.nextInt(4) > 0) {
                covers.add(option.ref());
            }
        }
        SequencedMap<String, String> ratify = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            ratify.put("rat", signatories.getFirst());
        }
        return new Agreement(
                signatories,
                covers,
                terms,
                random.nextBoolean() ? List.of() : List.of(rule("linkage", condition())),
                new Agreement.Beliefs(
                        fallback(),
                        random.nextInt(3) == 0
                                ? new LinkedHashMap<>(java.util.Map.of("s1", points()))
                                : new LinkedHashMap<>(),
                        random.nextBoolean()
                                ? null
                                : new Lottery(List.of(new Lottery.Chance("clash", chance(0.4)))),
                        meanwhile(),
                        new LinkedHashMap<>()),
                false,
                ratify);
    }

    private Fallback fallback() {
        if (random.nextInt(3) == 0) {
            SequencedMap<String, Lottery> beliefs = new LinkedHashMap<>();
            signatories.forEach(s -> beliefs.put(s, lottery()));
            beliefs.put("rat", lottery());
            return new Fallback.Beliefs(beliefs);
        }
        return new Fallback.Shared(lottery());
    }

    private Lottery lottery() {
        return new Lottery(
                List.of(
                        new Lottery.Chance("clash", chance(0.8)),
                        new Lottery.Chance("calm", null)));
    }

    private List<Agreement.Meanwhile> meanwhile() {
        if (random.nextBoolean()) {
            return List.of();
        }
        Option act = options.getLast();
        return List.of(
                new Agreement.Meanwhile(
                        act.ref(),
                        List.of(
                                new Agreement.LevelChance(
                                        act.levels().getLast().name(), chance(0.4)))));
    }

    private @Nullable Time time(List<Party> parties) {
        SequencedMap<String, Figure> patience = new LinkedHashMap<>();
        parties.forEach(p -> patience.put(p.id(), exact(0.75)));
        return new Time(
                null, null, patience, new LinkedHashMap<>(), new LinkedHashMap<>(), List.of());
    }
}

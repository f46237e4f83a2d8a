// SPDX-License-Identifier: Apache-2.0
package org.detente.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Condition.Comparison;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Party;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Rule;
import org.detente.model.Statement;

/// Makes cases of a wanted size: options dealt round to the parties, twelve random `order`
/// statements for each party. The same shape, size and seed always give the same case.
///
/// A statement is one literal, or two or three joined by `and`, `or` or `implies`; a literal
/// compares an option of anybody with a level of its own.
public final class SyntheticCase {
    /// How many statements each party's order has.
    public static final int STATEMENT_COUNT = 12;

    private static final int SIX_PARTY_PAIR_COUNT = 3;

    /// What is special about a case.
    public enum Shape {
        /// Three parties, yes/no options, everything feasible.
        PLAIN,
        /// Three parties; a rule over three options leaves half the states.
        HALF_INFEASIBLE,
        /// Three parties; every other option of each can only be raised.
        ONE_WAY,
        /// Three parties; half as many options with four levels each, so that the product is the
        /// same.
        MULTI_LEVEL,
        /// Six parties; rules leave 135 of 1024 states: of 2^20 states 138,240.
        SIX_PARTIES
    }

    private final RandomGenerator random;
    private final Shape shape;
    private final List<Option> options = new ArrayList<>();

    private SyntheticCase(Shape shape, long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.shape = shape;
    }

    /// Makes a case.
    ///
    /// @param shape what is special about it
    /// @param sizeLog2 its product is 2 to the power of this; even for [Shape#MULTI_LEVEL], at
    ///   least 10 for [Shape#SIX_PARTIES]
    /// @param seed where chance comes from
    /// @return the case
    public static Case of(Shape shape, int sizeLog2, long seed) {
        return new SyntheticCase(shape, seed).make(sizeLog2);
    }

    private Case make(int sizeLog2) {
        int partyCount = shape == Shape.SIX_PARTIES ? 6 : 3;
        int radix = shape == Shape.MULTI_LEVEL ? 4 : 2;
        List<Party> parties = new ArrayList<>();
        for (int k = 0; k < partyCount; k++) {
            String id = "p" + k;
            parties.add(new Party(id, id, null, Party.Role.PRINCIPAL, null, Basis.ASSUMED));
        }
        int optionCount = shape == Shape.MULTI_LEVEL ? sizeLog2 / 2 : sizeLog2;
        for (int k = 0; k < optionCount; k++) {
            boolean oneWay = shape == Shape.ONE_WAY && k / partyCount % 2 == 0;
            options.add(
                    new Option(
                            new ItemRef.OptionRef("p" + k % partyCount, "o" + k),
                            null,
                            levels(radix),
                            oneWay ? Option.Moves.UP : Option.Moves.BOTH,
                            0,
                            1,
                            Basis.ASSUMED));
        }
        List<Preferences> preferences = new ArrayList<>();
        for (Party party : parties) {
            preferences.add(new Preferences(party.id(), List.of(order())));
        }
        return new Case(
                1,
                "a synthetic case",
                null,
                null,
                null,
                List.of(),
                List.of(),
                parties,
                options,
                rules(),
                List.of(),
                List.of(),
                List.of(),
                preferences,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Level> levels(int radix) {
        List<Level> levels = new ArrayList<>();
        for (int k = 0; k < radix; k++) {
            String name = radix == 2 ? k == 0 ? Level.NO : Level.YES : "l" + k;
            levels.add(new Level(name, null, null, Basis.ASSUMED));
        }
        return levels;
    }

    private PreferencePart.Order order() {
        List<Statement> statements = new ArrayList<>();
        for (int k = 0; k < STATEMENT_COUNT; k++) {
            statements.add(new Statement(condition(), Basis.ASSUMED));
        }
        return new PreferencePart.Order(statements);
    }

    private Condition condition() {
        return switch (random.nextInt(6)) {
            case 0 -> literal();
            case 1 -> new Condition.And(List.of(literal(), literal()));
            case 2 -> new Condition.And(List.of(literal(), literal(), literal()));
            case 3 -> new Condition.Or(List.of(literal(), literal()));
            case 4 -> new Condition.Or(List.of(literal(), literal(), literal()));
            default -> new Condition.Implies(literal(), literal());
        };
    }

    private Condition literal() {
        Option option = options.get(random.nextInt(options.size()));
        String level = option.levels().get(random.nextInt(option.levels().size())).name();
        Comparison comparison = random.nextBoolean() ? Comparison.EQUAL : Comparison.NOT_EQUAL;
        return new Condition.Compare(option.ref(), comparison, level);
    }

    private List<Rule> rules() {
        return switch (shape) {
            case PLAIN, ONE_WAY, MULTI_LEVEL -> List.of();
            case HALF_INFEASIBLE -> {
                int last = options.size() - 1;
                Condition twoAlike = new Condition.Iff(raised(last / 2), raised(last));
                yield List.of(rule(0, new Condition.Iff(raised(0), twoAlike)));
            }
            case SIX_PARTIES -> sixPartyRules();
        };
    }

    /// Three pairs of which both cannot be, and four of which at most one can be.
    private List<Rule> sixPartyRules() {
        List<Rule> rules = new ArrayList<>();
        int next = 0;
        for (int pair = 0; pair < SIX_PARTY_PAIR_COUNT; pair++) {
            rules.add(rule(next, new Condition.And(List.of(raised(next), raised(next + 1)))));
            next += 2;
        }
        for (int a = next; a < next + 4; a++) {
            for (int b = a + 1; b < next + 4; b++) {
                rules.add(rule(100 * a + b, new Condition.And(List.of(raised(a), raised(b)))));
            }
        }
        return rules;
    }

    private Condition raised(int option) {
        return new Condition.Holds(options.get(option).ref());
    }

    private static Rule rule(int number, Condition never) {
        return new Rule("r" + number, never, Basis.ASSUMED);
    }
}

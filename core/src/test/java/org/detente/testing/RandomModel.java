// SPDX-License-Identifier: Apache-2.0
package org.detente.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Party;

/// A small random model for laws: states, who moves how, what is feasible, who sees what, ranks.
///
/// @param space the space
/// @param feasible the feasible states, at least one
/// @param seen by mover, the states it sees
/// @param ranks by mover, its ranks
public record RandomModel(
        StateSpace space, StateSet feasible, List<StateSet> seen, List<Ranks> ranks) {

    /// Copies the lists.
    public RandomModel {
        seen = List.copyOf(seen);
        ranks = List.copyOf(ranks);
    }

    /// The random numbers of a seed.
    ///
    /// @param seed the seed
    /// @return a generator
    public static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// A model with one to five movers, two to four levels, and each complication in some of them.
    ///
    /// @param random where chance comes from
    /// @param mostStates the largest product
    /// @return the model
    public static RandomModel of(RandomGenerator random, int mostStates) {
        int moverCount = random.nextInt(12) == 0 ? 1 : random.nextInt(2, 6);
        StateSpace space = space(options(random, moverCount, mostStates));
        int product = space.product();
        StateSet feasible = StateSet.all(product);
        if (random.nextBoolean()) {
            thin(feasible, random, random.nextDouble(0.7));
        }
        feasible.add(random.nextInt(product));
        List<StateSet> seen = new ArrayList<>();
        List<Ranks> ranks = new ArrayList<>();
        boolean misperception = random.nextInt(3) == 0;
        int levelCount = random.nextInt(1, random.nextBoolean() ? 6 : product + 1);
        for (int mover = 0; mover < space.moverCount(); mover++) {
            StateSet visible = StateSet.all(product);
            if (misperception && random.nextBoolean()) {
                thin(visible, random, random.nextDouble(0.5));
            }
            seen.add(visible);
            ranks.add(ranks(random, product, levelCount, random.nextBoolean()));
        }
        return new RandomModel(space, feasible, seen, ranks);
    }

    private static void thin(StateSet set, RandomGenerator random, double share) {
        for (int state = 0; state < set.size(); state++) {
            if (random.nextDouble() < share) {
                set.remove(state);
            }
        }
    }

    /// Uniform ranks.
    ///
    /// @param random where chance comes from
    /// @param product how many states there are
    /// @param levelCount how many levels there are
    /// @param wide whether they are held in 32 bits
    /// @return the ranks
    public static Ranks ranks(RandomGenerator random, int product, int levelCount, boolean wide) {
        int[] rank = random.ints(product, 0, levelCount).toArray();
        return ranks(rank, levelCount, wide);
    }

    /// Ranks as given.
    ///
    /// @param rank by state
    /// @param levelCount how many levels there are
    /// @param wide whether they are held in 32 bits
    /// @return the ranks
    public static Ranks ranks(int[] rank, int levelCount, boolean wide) {
        if (wide) {
            return Ranks.wide(rank.clone(), levelCount);
        }
        char[] narrow = new char[rank.length];
        for (int state = 0; state < rank.length; state++) {
            narrow[state] = (char) rank[state];
        }
        return Ranks.narrow(narrow, levelCount);
    }

    private static List<Option> options(RandomGenerator random, int moverCount, int mostStates) {
        List<Option> options = new ArrayList<>();
        double oneWayShare = random.nextBoolean() ? 0 : random.nextDouble();
        long product = 1;
        while (true) {
            int radix = random.nextInt(3) > 0 ? 2 : random.nextInt(2, 5);
            product *= radix;
            if (product > mostStates) {
                return options;
            }
            int index = options.size();
            int owner = index < moverCount ? index : random.nextInt(moverCount);
            Option.Moves moves =
                    random.nextDouble() < oneWayShare
                            ? random.nextBoolean() ? Option.Moves.UP : Option.Moves.DOWN
                            : Option.Moves.BOTH;
            options.add(
                    random.nextInt(options.size() + 1),
                    option("p" + owner, "o" + index, radix, moves));
        }
    }

    /// An option with levels `l0`, `l1`, …
    ///
    /// @param party the owner's id
    /// @param name its name
    /// @param radix how many levels it has
    /// @param moves in which direction it can be changed
    /// @return the option
    public static Option option(String party, String name, int radix, Option.Moves moves) {
        List<Level> levels = new ArrayList<>();
        for (int level = 0; level < radix; level++) {
            levels.add(new Level("l" + level, null, null, Basis.ASSUMED));
        }
        return new Option(
                new ItemRef.OptionRef(party, name), null, levels, moves, 0, 1, Basis.ASSUMED);
    }

    /// The space of some options, whose owners are numbered by name.
    ///
    /// @param options the options, in the order that numbers states
    /// @return the space
    public static StateSpace space(List<Option> options) {
        return CompiledCase.of(caseOf(options), 1L << 30).space();
    }

    /// A case of nothing but options, whose owners are its parties, in the order of their names.
    ///
    /// @param options the options
    /// @return the case
    public static Case caseOf(List<Option> options) {
        List<Party> parties =
                options.stream()
                        .map(o -> o.ref().party())
                        .distinct()
                        .sorted()
                        .map(RandomModel::party)
                        .toList();
        return new Case(
                1,
                "a random case",
                null,
                null,
                null,
                List.of(),
                List.of(),
                parties,
                options,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Party party(String id) {
        return new Party(id, id, null, Party.Role.PRINCIPAL, null, Basis.ASSUMED);
    }
}

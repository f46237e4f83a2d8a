// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.detente.model.Case;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Party;
import org.detente.model.Problem;

/// The product of all options' levels: how a state's number and its levels translate into each
/// other, and who can move how. Knows nothing of rules; feasibility is a [StateSet] beside it.
///
/// A state's number is its mixed-radix index, the first option written being the least significant;
/// with yes/no options it is Σ 2^k over the options at `yes`. A *mover* is a party that has
/// options; movers are numbered in the order of the case's parties.
public final class StateSpace {
    /// The largest product that state numbers can hold.
    public static final long LARGEST_PRODUCT = 1L << 30;

    /// What the stability kernel holds at once: two values, feasibility, equilibria.
    private static final double LARGEST_WRITTEN_OUT = 1e12;

    private static final long BYTES_A_STATE = 6;

    /// What it holds for each mover: ranks, the order of its fibres, verdicts.
    private static final long BYTES_A_STATE_AND_MOVER = 5;

    private final List<Option> options;
    private final List<Party> movers;
    private final int[] radices;
    private final int[] strides;
    private final int[] moverOfOption;
    private final int[][] optionsOfMover;
    private final int product;

    private StateSpace(
            List<Option> options, List<Party> movers, int[] radices, int[] strides, int product) {
        this.options = options;
        this.movers = movers;
        this.radices = radices;
        this.strides = strides;
        this.product = product;
        this.moverOfOption = new int[options.size()];
        this.optionsOfMover = new int[movers.size()][];
        for (int mover = 0; mover < movers.size(); mover++) {
            List<Integer> own = new ArrayList<>();
            for (int option = 0; option < options.size(); option++) {
                if (options.get(option).ref().party().equals(movers.get(mover).id())) {
                    own.add(option);
                    moverOfOption[option] = mover;
                }
            }
            optionsOfMover[mover] = own.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /// Numbers the states of a case.
    ///
    /// @param source the case
    /// @param maxStates the largest product that is taken on
    /// @param problems gets an error if the product is larger
    /// @return the space, or one of a single state if there was an error
    static StateSpace of(Case source, long maxStates, List<Problem> problems) {
        List<Option> options = source.options();
        List<Party> movers =
                source.parties().stream().filter(p -> !source.optionsOf(p.id()).isEmpty()).toList();
        int[] radices = new int[options.size()];
        int[] strides = new int[options.size()];
        double exact = 1;
        long product = 1;
        for (int i = 0; i < radices.length; i++) {
            radices[i] = options.get(i).levels().size();
            strides[i] = (int) Math.min(product, Integer.MAX_VALUE);
            exact *= radices[i];
            product = Math.min(product * radices[i], 2 * LARGEST_PRODUCT);
        }
        if (exact > Math.min(maxStates, LARGEST_PRODUCT)) {
            problems.add(tooLarge(exact, maxStates, movers.size()));
            return new StateSpace(List.of(), List.of(), new int[0], new int[0], 1);
        }
        return new StateSpace(options, movers, radices, strides, (int) product);
    }

    private static Problem tooLarge(double product, long maxStates, int moverCount) {
        double bytes = product * (BYTES_A_STATE + BYTES_A_STATE_AND_MOVER * moverCount);
        String size =
                "the options' levels multiply to %s states, over the limit of %s; they would take about %s of memory"
                        .formatted(
                                inStates(product),
                                inStates((double) Math.min(maxStates, LARGEST_PRODUCT)),
                                inBytes(bytes));
        String mend =
                product <= LARGEST_PRODUCT
                        ? "Leave out options or levels, or raise --max-states and, if memory is short, the heap (DETENTE_HEAP)"
                        : "Leave out options or levels: no more than %s states can be numbered"
                                .formatted(inStates((double) LARGEST_PRODUCT));
        return Problem.error("options", size, mend);
    }

    private static String inStates(double count) {
        return count < LARGEST_WRITTEN_OUT
                ? String.format(Locale.ROOT, "%,.0f", count)
                : String.format(Locale.ROOT, "about %.3g", count);
    }

    private static String inBytes(double bytes) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB", "PB"};
        int unit = 0;
        while (bytes >= 1000 && unit < units.length - 1) {
            bytes /= 1000;
            unit++;
        }
        return "%.3g %s".formatted(bytes, units[unit]);
    }

    /// The same space with one option moving otherwise.
    ///
    /// @param option its index
    /// @param moves its new direction
    /// @return a space with the same numbers
    public StateSpace withMoves(int option, Option.Moves moves) {
        List<Option> changed = new ArrayList<>(options);
        Option old = options.get(option);
        changed.set(
                option,
                new Option(
                        old.ref(),
                        old.text(),
                        old.levels(),
                        moves,
                        old.undoSteps(),
                        old.trancheCount(),
                        old.basis()));
        return new StateSpace(List.copyOf(changed), movers, radices, strides, product);
    }

    /// How many states there are, feasible or not.
    ///
    /// @return the product of all radices
    public int product() {
        return product;
    }

    /// The options, in the order that numbers the states.
    ///
    /// @return the options
    public List<Option> options() {
        return options;
    }

    /// The parties that have options, in the case's order.
    ///
    /// @return the movers
    public List<Party> movers() {
        return movers;
    }

    /// How many options there are.
    ///
    /// @return the number of digits of a state
    public int optionCount() {
        return radices.length;
    }

    /// How many movers there are.
    ///
    /// @return the number of parties with options
    public int moverCount() {
        return movers.size();
    }

    /// How many levels an option has.
    ///
    /// @param option its index
    /// @return its radix
    public int radix(int option) {
        return radices[option];
    }

    /// By how much a state's number grows when an option is raised by one level.
    ///
    /// @param option its index
    /// @return its stride
    public int stride(int option) {
        return strides[option];
    }

    /// In which direction an option can be changed.
    ///
    /// @param option its index
    /// @return its direction
    public Option.Moves moves(int option) {
        return options.get(option).moves();
    }

    /// Whose option it is.
    ///
    /// @param option its index
    /// @return the owner's index among the movers
    public int moverOf(int option) {
        return moverOfOption[option];
    }

    /// A mover's options.
    ///
    /// @param mover its index
    /// @return the options' indices, ascending
    public int[] optionsOf(int mover) {
        return optionsOfMover[mover].clone();
    }

    /// The level of an option in a state.
    ///
    /// @param state the state's number
    /// @param option the option's index
    /// @return the level's index
    public int level(int state, int option) {
        return state / strides[option] % radices[option];
    }

    /// The state that differs in one option.
    ///
    /// @param state the state's number
    /// @param option the option's index
    /// @param level the level's index
    /// @return the other state's number
    public int with(int state, int option, int level) {
        return state + (level - level(state, option)) * strides[option];
    }

    /// The states in which an option stands at certain levels, feasible or not.
    ///
    /// @param option the option's index
    /// @param wanted which level indices count
    /// @return a new set
    public StateSet statesAt(int option, IntPredicate wanted) {
        StateSet states = StateSet.none(product);
        int stride = strides[option];
        long period = (long) stride * radices[option];
        long alignedPeriod = period * (Long.SIZE / gcd(period, Long.SIZE));
        int head = (int) Math.min(product, alignedPeriod);
        for (long base = 0; base < head; base += period) {
            for (int level = 0; level < radices[option]; level++) {
                if (wanted.test(level)) {
                    int from = (int) (base + (long) level * stride);
                    states.addRange(from, from + stride);
                }
            }
        }
        states.repeat(head);
        return states;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /// The number of the state with these levels.
    ///
    /// @param levels a level's index for every option
    /// @return the state's number
    /// @throws IllegalArgumentException if a level is out of range
    public int stateOf(int... levels) {
        if (levels.length != radices.length) {
            throw new IllegalArgumentException(
                    "%d levels for %d options".formatted(levels.length, radices.length));
        }
        int state = 0;
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] < 0 || levels[i] >= radices[i]) {
                throw new IllegalArgumentException(
                        "level %d of option %s".formatted(levels[i], options.get(i).ref()));
            }
            state += levels[i] * strides[i];
        }
        return state;
    }

    /// The index of an option.
    ///
    /// @param ref the option
    /// @return its index, or -1
    public int indexOf(ItemRef ref) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).ref().equals(ref)) {
                return i;
            }
        }
        return -1;
    }

    /// The index of an option's level.
    ///
    /// @param option the option's index
    /// @param level the level's name
    /// @return its index, or -1
    public int levelIndex(int option, String level) {
        List<Level> levels = options.get(option).levels();
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).name().equals(level)) {
                return i;
            }
        }
        return -1;
    }

    /// The index of a mover.
    ///
    /// @param party the party's id
    /// @return its index among the movers, or -1 if it has no options
    public int moverIndex(String party) {
        for (int i = 0; i < movers.size(); i++) {
            if (movers.get(i).id().equals(party)) {
                return i;
            }
        }
        return -1;
    }
}

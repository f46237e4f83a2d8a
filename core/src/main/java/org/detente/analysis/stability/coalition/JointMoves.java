// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.Option;

/// Where a set of parties can go together: classes of states within each other's reach, and which
/// classes can be reached from which [Fang1993].
///
/// With complete and transitive orders "nobody moves twice running" excludes nothing, so that joint
/// moves are plain reachability. A party's own moves pass over states that it cannot use, and among
/// states that agree in its one-way options they go both ways. So classes are what such groups,
/// overlapping, hold together; between classes one-way options only ever advance.
///
/// Time O(parties · states) with next to a logarithm, and, where there are one-way options, the
/// number of pairs of classes within reach; memory 8 bytes a state and 8 for each such pair.
final class JointMoves {
    /// The most pairs of classes that are kept.
    static final int MOST_LINKS = 1 << 24;

    private static final int[] NONE = {};

    private final int[] classOf;
    private final int[] cells;
    private final int[] start;
    private final int[][] after;
    private final int[][] before;
    private final boolean tooMany;

    /// Finds the classes.
    ///
    /// @param space the space
    /// @param feasible the feasible states
    /// @param usable by mover, the feasible states that it sees
    /// @param parties who moves
    JointMoves(StateSpace space, StateSet feasible, List<StateSet> usable, PartySet parties) {
        List<OwnGroups> groups = new ArrayList<>();
        int[] parent = new int[space.product()];
        Arrays.setAll(parent, s -> s);
        for (int mover : parties.members()) {
            OwnGroups own = new OwnGroups(space, mover, usable.get(mover));
            own.join(parent);
            if (own.isOneWay()) {
                groups.add(own);
            }
        }
        this.classOf = new int[space.product()];
        this.start = number(parent, feasible);
        this.cells = new int[start[start.length - 1]];
        int[] filled = start.clone();
        for (int s = feasible.next(0); s >= 0; s = feasible.next(s + 1)) {
            cells[filled[classOf[s]]++] = s;
        }
        this.after = new int[groups.isEmpty() ? 0 : classCount()][];
        this.before = new int[after.length][];
        Arrays.fill(after, NONE);
        Arrays.fill(before, NONE);
        this.tooMany = !groups.isEmpty() && !link(space, groups, parties);
    }

    /// Numbers the classes by their lowest state.
    ///
    /// @return where each class begins among the cells, and where the last one ends
    private int[] number(int[] parent, StateSet feasible) {
        Arrays.fill(classOf, -1);
        int[] size = new int[16];
        int classCount = 0;
        for (int s = feasible.next(0); s >= 0; s = feasible.next(s + 1)) {
            int root = OwnGroups.lowest(parent, s);
            if (root == s) {
                if (classCount == size.length) {
                    size = Arrays.copyOf(size, 2 * classCount);
                }
                classOf[s] = classCount++;
            } else {
                classOf[s] = classOf[root];
            }
            size[classOf[s]]++;
        }
        int[] begins = new int[classCount + 1];
        for (int k = 0; k < classCount; k++) {
            begins[k + 1] = begins[k] + size[k];
        }
        return begins;
    }

    /// Finds which classes can be reached from which.
    ///
    /// @return false if there are too many pairs
    private boolean link(StateSpace space, List<OwnGroups> groups, PartySet parties) {
        List<Set<Integer>> direct = new ArrayList<>(Collections.nCopies(classCount(), Set.of()));
        int[] lastTo = new int[classCount()];
        Arrays.fill(lastTo, -1);
        int[] links = {0};
        for (OwnGroups own : groups) {
            own.forEachFibre(first -> {
                if (links[0] > MOST_LINKS) {
                    return;
                }
                own.forEachCell((cell, key) -> first[key] = cell);
                own.forEachAdvance(
                        first,
                        (from, to) -> {
                            // Neighbouring fibres mostly lead from and to the same classes.
                            if (lastTo[classOf[from]] != classOf[to]) {
                                lastTo[classOf[from]] = classOf[to];
                                links[0] += add(direct, classOf[from], classOf[to]) ? 1 : 0;
                            }
                        });
            });
        }
        return links[0] <= MOST_LINKS && close(direct, advances(space, parties));
    }

    private static boolean add(List<Set<Integer>> direct, int from, int to) {
        if (direct.get(from).isEmpty()) {
            direct.set(from, new HashSet<>());
        }
        return direct.get(from).add(to);
    }

    /// Follows direct links, the classes that are furthest along first.
    private boolean close(List<Set<Integer>> direct, int[] advance) {
        BitSet seen = new BitSet();
        int[] reaching = new int[classCount()];
        long links = 0;
        long[] order = new long[classCount()];
        Arrays.setAll(order, k -> (long) -advance[k] << Integer.SIZE | k);
        Arrays.sort(order);
        for (long entry : order) {
            int from = (int) entry;
            seen.clear();
            for (int to : direct.get(from)) {
                seen.set(to);
                for (int further : after[to]) {
                    seen.set(further);
                }
            }
            after[from] = seen.stream().toArray();
            links += after[from].length;
            if (links > MOST_LINKS) {
                return false;
            }
            for (int to : after[from]) {
                reaching[to]++;
            }
        }
        Arrays.setAll(before, k -> new int[reaching[k]]);
        for (int from = classCount() - 1; from >= 0; from--) {
            for (int to : after[from]) {
                before[to][--reaching[to]] = from;
            }
        }
        return true;
    }

    /// How far along the parties' one-way options each class is; all of its states agree in them.
    private int[] advances(StateSpace space, PartySet parties) {
        int[] advance = new int[classCount()];
        for (int mover : parties.members()) {
            for (int option : space.optionsOf(mover)) {
                for (int k = 0; k < advance.length; k++) {
                    int level = space.level(cells[start[k]], option);
                    advance[k] +=
                            switch (space.moves(option)) {
                                case BOTH -> 0;
                                case UP -> level;
                                case DOWN -> space.radix(option) - 1 - level;
                            };
                }
            }
        }
        return advance;
    }

    /// Whether one-way options make so many pairs of classes that they were not kept.
    boolean tooMany() {
        return tooMany;
    }

    int classCount() {
        return start.length - 1;
    }

    /// The class of a feasible state.
    int classOf(int state) {
        return classOf[state];
    }

    /// Where a class begins among the [#cells]; at the class count, where the last one ends.
    int start(int index) {
        return start[index];
    }

    /// The feasible states, class by class, ascending in each; must not be changed.
    int[] cells() {
        return cells;
    }

    /// Whether a feasible state is another's, or within its reach.
    boolean reaches(int from, int to) {
        int first = classOf[from];
        int last = classOf[to];
        return first == last || Arrays.binarySearch(after(first), last) >= 0;
    }

    /// The other classes that can be reached from a class, ascending; must not be changed.
    int[] after(int index) {
        return after.length == 0 ? NONE : after[index];
    }

    /// The other classes from which a class can be reached; must not be changed.
    int[] before(int index) {
        return before.length == 0 ? NONE : before[index];
    }

    /// Whether an option only moves one way.
    static boolean isOneWay(StateSpace space, int option) {
        return space.moves(option) != Option.Moves.BOTH;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.compile.StateSpace;
import org.detente.model.Setting;
import org.jspecify.annotations.Nullable;

/// The changes beforehand that might keep a party outside from touching a package: one level of the
/// package, or of an option of a signatory that the package does not cover; or two levels of the
/// package. Made when they are asked for first. For one thread.
final class Changes {
    /// More pairs of levels than this are not looked at.
    static final int MOST_PAIRS = 5_000;

    private final Ground ground;
    private final Chosen chosen;
    private @Nullable List<Change> single;

    /// A change, with what it leads to.
    ///
    /// @param told the change as it is told
    /// @param state the state in which the agreement stands with it
    /// @param terms the level of each term with it
    record Change(Deterrent told, int state, List<Integer> terms) {
        /// Copies the list.
        Change {
            terms = List.copyOf(terms);
        }

        /// Whether a party would leave the agreement alone then.
        boolean deters(BestMove own) {
            return own.leavesAlone(state, terms.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /// Changes of a package.
    ///
    /// @param ground the reading that says what is acceptable
    /// @param chosen the package, which can stand
    Changes(Ground ground, Chosen chosen) {
        this.ground = ground;
        this.chosen = chosen;
    }

    /// All single changes with which the package can stand, its own items first.
    List<Change> single() {
        List<Change> known = single;
        if (known == null) {
            List<Change> found = new ArrayList<>();
            for (int[] at : levels()) {
                int[] levels = chosen.levelArray();
                levels[at[0]] = at[1];
                if (Chosen.impossible(ground.form(), levels).isEmpty()) {
                    found.add(change(levels, List.of(setting(at))));
                }
            }
            for (int party = 0; party < ground.partyCount(); party++) {
                addOwn(found, party);
            }
            known = List.copyOf(found);
            single = known;
        }
        return known;
    }

    /// Whether there are too many pairs to look at.
    boolean hasTooManyPairs() {
        int count = levels().size();
        return (long) count * count / 2 > MOST_PAIRS;
    }

    /// The pairs of levels of the package with which a party would leave it alone: those that are
    /// acceptable to all signatories; if there are none, those of which neither level alone is
    /// enough.
    ///
    /// @param own the party
    /// @return none if there are too many to look at
    List<Deterrent> pairs(BestMove own) {
        List<int[]> levels = levels();
        if (hasTooManyPairs()) {
            return List.of();
        }
        boolean[] alone = new boolean[levels.size()];
        for (int k = 0; k < alone.length; k++) {
            alone[k] = deters(own, with(levels.get(k)));
        }
        List<Deterrent> acceptable = new ArrayList<>();
        List<Deterrent> others = new ArrayList<>();
        for (int a = 0; a < alone.length; a++) {
            for (int b = a + 1; b < alone.length; b++) {
                if (levels.get(a)[0] == levels.get(b)[0]) {
                    continue;
                }
                int[] both = with(levels.get(a), levels.get(b));
                if (deters(own, both) && Chosen.impossible(ground.form(), both).isEmpty()) {
                    Deterrent told =
                            change(both, List.of(setting(levels.get(a)), setting(levels.get(b))))
                                    .told();
                    if (told.isAcceptable()) {
                        acceptable.add(told);
                    } else if (!alone[a] && !alone[b]) {
                        others.add(told);
                    }
                }
            }
        }
        return acceptable.isEmpty() ? others : acceptable;
    }

    private boolean deters(BestMove own, int[] levels) {
        return own.leavesAlone(ground.form().stateOf(levels), ground.terms(levels));
    }

    private int[] with(int[]... changed) {
        int[] levels = chosen.levelArray();
        for (int[] at : changed) {
            levels[at[0]] = at[1];
        }
        return levels;
    }

    /// Every item with every level that it does not have in the package.
    private List<int[]> levels() {
        List<int[]> found = new ArrayList<>();
        List<PackageItem> items = ground.form().items();
        for (int item = 0; item < items.size(); item++) {
            for (int level = 0; level < items.get(item).levels().size(); level++) {
                if (level != chosen.levels().get(item)) {
                    found.add(new int[] {item, level});
                }
            }
        }
        return found;
    }

    private Setting setting(int[] at) {
        PackageItem item = ground.form().items().get(at[0]);
        return new Setting(item.ref(), item.levels().get(at[1]).name());
    }

    private Change change(int[] levels, List<Setting> settings) {
        boolean isAcceptable = ground.isAcceptable(levels);
        PackageBan ban = null;
        for (PackageBan broken :
                isAcceptable ? List.<PackageBan>of() : ground.form().broken(levels)) {
            ban = ban == null ? broken : ban;
        }
        return new Change(
                new Deterrent(settings, null, isAcceptable, ban),
                ground.form().stateOf(levels),
                Arrays.stream(ground.terms(levels)).boxed().toList());
    }

    private void addOwn(List<Change> found, int party) {
        int signatory = ground.mover(party);
        if (signatory < 0) {
            return;
        }
        StateSpace space = ground.space();
        int standing = chosen.state();
        boolean[] covered = new boolean[space.optionCount()];
        for (int item = 0; item < ground.form().items().size(); item++) {
            if (ground.option(item) >= 0) {
                covered[ground.option(item)] = true;
            }
        }
        List<Integer> terms = Arrays.stream(ground.terms(chosen.levelArray())).boxed().toList();
        ground.model()
                .movement()
                .forEach(
                        signatory,
                        standing,
                        state -> {
                            int[] changed =
                                    Arrays.stream(space.optionsOf(signatory))
                                            .filter(o ->
                                                    space.level(state, o)
                                                            != space.level(standing, o))
                                            .toArray();
                            if (changed.length == 1 && !covered[changed[0]]) {
                                Setting setting =
                                        new Setting(
                                                space.options().get(changed[0]).ref(),
                                                space.options()
                                                        .get(changed[0])
                                                        .levels()
                                                        .get(space.level(state, changed[0]))
                                                        .name());
                                found.add(
                                        new Change(
                                                new Deterrent(
                                                        List.of(setting),
                                                        ground.party(party),
                                                        true,
                                                        null),
                                                state,
                                                terms));
                            }
                        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.detente.analysis.agreements.stated.StatedFindings.View;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.model.ModelError;
import org.jspecify.annotations.Nullable;

/// What two readings differ by on packages: the fewest overrides that one would have to take from
/// the other to judge these packages at least as well.
///
/// @param reading which reading judges them worse
/// @param other whose answers it would take
/// @param keys what it would take, paths as in the case; none if no few of them do
/// @param packages indices among the packages tabled, ascending
/// @param before how it judges them
/// @param after how it would
record Split(
        View reading,
        View other,
        List<String> keys,
        List<Integer> packages,
        Verdict.Held before,
        Verdict.Held after) {
    /// The most overrides exchanged at once.
    static final int MOST_KEYS = 3;

    /// The most exchanges tried between two readings.
    private static final int MOST_TRIED = 64;

    /// Copies the lists.
    Split {
        keys = List.copyOf(keys);
        packages = List.copyOf(packages);
    }

    /// Looks at every reading against the one that judges best, the case as written first.
    ///
    /// @param readings the case as written, then its views
    /// @param tabled the packages
    /// @param joint by reading and package, how it is judged
    static List<Split> of(
            List<View> readings, List<List<Integer>> tabled, List<List<Verdict.Held>> joint) {
        List<Split> found = new ArrayList<>();
        for (int a = 0; a < readings.size(); a++) {
            for (int b = 0; b < readings.size(); b++) {
                List<Integer> against = new ArrayList<>();
                for (int k = 0; k < tabled.size(); k++) {
                    if (b != a && best(joint, a, k) == b) {
                        against.add(k);
                    }
                }
                if (!against.isEmpty()) {
                    found.addAll(between(readings, a, b, tabled, joint, against));
                }
            }
        }
        return List.copyOf(found);
    }

    /// The first reading that judges a package better than any before it and better than the given
    /// one; the given one if none does.
    private static int best(List<List<Verdict.Held>> joint, int own, int k) {
        int best = own;
        for (int b = 0; b < joint.size(); b++) {
            if (joint.get(b).get(k).compareTo(joint.get(best).get(k)) < 0) {
                best = b;
            }
        }
        return best;
    }

    private static List<Split> between(
            List<View> readings,
            int a,
            int b,
            List<List<Integer>> tabled,
            List<List<Verdict.Held>> joint,
            List<Integer> against) {
        View own = readings.get(a);
        View other = readings.get(b);
        Set<String> all = new TreeSet<>(ViewMix.keys(own.form().model().view()));
        all.addAll(ViewMix.keys(other.form().model().view()));
        List<String> keys = List.copyOf(all);
        List<Integer> open = new ArrayList<>(against);
        List<Split> found = new ArrayList<>();
        int tried = 0;
        for (List<String> taken : subsets(keys)) {
            if (open.isEmpty() || tried++ == MOST_TRIED) {
                break;
            }
            Mixed mixed = Mixed.of(own, other, taken);
            List<Integer> agreed = new ArrayList<>();
            for (int k : open) {
                Verdict.Held after = mixed.joint(StatedPackages.array(tabled.get(k)));
                if (after.compareTo(joint.get(b).get(k)) <= 0) {
                    agreed.add(k);
                }
            }
            open.removeAll(agreed);
            addGroups(found, own, other, taken, agreed, joint.get(a), joint.get(b));
        }
        addGroups(found, own, other, List.of(), open, joint.get(a), joint.get(b));
        return found;
    }

    private static void addGroups(
            List<Split> found,
            View own,
            View other,
            List<String> keys,
            List<Integer> packages,
            List<Verdict.Held> before,
            List<Verdict.Held> after) {
        for (Verdict.Held first : Verdict.Held.values()) {
            for (Verdict.Held second : Verdict.Held.values()) {
                List<Integer> group =
                        packages.stream()
                                .filter(k -> before.get(k) == first && after.get(k) == second)
                                .toList();
                if (!group.isEmpty()) {
                    found.add(new Split(own, other, keys, group, first, second));
                }
            }
        }
    }

    /// Choices of 1, 2, ... keys.
    private static List<List<String>> subsets(List<String> keys) {
        List<List<String>> all = new ArrayList<>();
        List<List<String>> last = List.of(List.of());
        for (int size = 1; size <= MOST_KEYS && all.size() < MOST_TRIED; size++) {
            List<List<String>> next = new ArrayList<>();
            for (List<String> chosen : last) {
                int from = chosen.isEmpty() ? 0 : keys.indexOf(chosen.getLast()) + 1;
                for (String key : keys.subList(from, keys.size())) {
                    List<String> longer = new ArrayList<>(chosen);
                    longer.add(key);
                    next.add(longer);
                }
            }
            all.addAll(next);
            last = next;
        }
        return all;
    }

    /// A reading with some overrides exchanged.
    ///
    /// @param form its agreement, or null if what it says contradicts itself
    /// @param parties what each states
    private record Mixed(@Nullable AgreementForm form, List<PartyReading> parties) {
        static Mixed of(View own, View other, List<String> taken) {
            CompiledCase whole = own.whole();
            org.detente.model.View mine = own.form().model().view();
            org.detente.model.View mixed =
                    ViewMix.of(
                            mine == null ? ViewMix.empty() : mine,
                            other.form().model().view(),
                            Set.copyOf(taken));
            AgreementForm form = own.form().under(whole.under(mixed));
            List<PartyReading> parties = new ArrayList<>();
            try {
                for (PartyReading party : own.parties().values()) {
                    parties.add(
                            isTouched(party.party(), taken)
                                    ? new PartyReading(form, party.party())
                                    : party);
                }
            } catch (ModelError contradiction) {
                return new Mixed(null, List.of());
            }
            return new Mixed(form, parties);
        }

        private static boolean isTouched(String party, List<String> taken) {
            String root = "preferences.%s.".formatted(party);
            return taken.stream()
                    .anyMatch(key -> !key.startsWith("preferences.") || key.startsWith(root));
        }

        Verdict.Held joint(int[] levels) {
            Verdict.Held held = form == null ? Verdict.Held.NONE : Verdict.Held.ALL;
            for (PartyReading party : parties) {
                held =
                        held.and(
                                party.verdict(java.util.Objects.requireNonNull(form), levels)
                                        .held());
            }
            return held;
        }
    }
}

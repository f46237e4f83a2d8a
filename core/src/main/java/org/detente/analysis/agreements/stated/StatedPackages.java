// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.detente.compile.AgreementForm;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;

/// The packages that statements are asked about, each a level index by item.
///
/// All that rules and moves allow, if there are no more than the bound. Otherwise those on the
/// table, those that statements name, and then what differs from these in one item, in two, and so
/// on until the bound.
///
/// @param list the packages, those on the table first
/// @param isAll whether these are all that rules and moves allow
record StatedPackages(List<List<Integer>> list, boolean isAll) {
    /// Combinations of levels that are gone through to find the packages that rules allow.
    private static final long MOST_TRIED = 1L << 17;

    /// Copies the list.
    StatedPackages {
        list = List.copyOf(list);
    }

    static StatedPackages of(AgreementForm form, List<int[]> tabled, int bound) {
        List<PackageBan> common = form.bans().stream().filter(PackageBan::isCommon).toList();
        SequencedSet<List<Integer>> known = new LinkedHashSet<>();
        List<int[]> first = new ArrayList<>(tabled);
        first.addAll(named(form));
        for (int[] levels : first) {
            if (known.size() < bound && isAllowed(form, common, levels)) {
                known.add(list(levels));
            }
        }
        List<List<Integer>> allowed = allowed(form, common, bound);
        if (!allowed.isEmpty()) {
            known.addAll(allowed);
            return new StatedPackages(List.copyOf(known), true);
        }
        addNear(known, form, common, bound);
        return new StatedPackages(List.copyOf(known), false);
    }

    private static void addNear(
            SequencedSet<List<Integer>> known,
            AgreementForm form,
            List<PackageBan> common,
            int bound) {
        Deque<List<Integer>> waiting = new ArrayDeque<>(known);
        if (known.isEmpty()) {
            waiting.add(form.items().stream().map(PackageItem::nowIndex).toList());
        }
        while (!waiting.isEmpty()) {
            int[] levels = array(waiting.removeFirst());
            for (int item = 0; item < levels.length; item++) {
                int own = levels[item];
                for (int level = 0; level < form.items().get(item).levels().size(); level++) {
                    levels[item] = level;
                    if (known.size() == bound) {
                        return;
                    }
                    if (level != own
                            && isAllowed(form, common, levels)
                            && known.add(list(levels))) {
                        waiting.add(list(levels));
                    }
                }
                levels[item] = own;
            }
        }
    }

    static List<Integer> list(int[] levels) {
        return Arrays.stream(levels).boxed().toList();
    }

    static int[] array(List<Integer> levels) {
        return levels.stream().mapToInt(l -> l).toArray();
    }

    /// The packages that statements name.
    private static List<int[]> named(AgreementForm form) {
        List<int[]> found = new ArrayList<>();
        for (Preferences preferences : form.model().source().preferences()) {
            PreferencePart.Packages stated = preferences.part(PreferencePart.Packages.class);
            if (stated != null) {
                for (PreferencePart.PackageComparison one : stated.comparisons()) {
                    add(found, form, one.better());
                    add(found, form, one.worse());
                }
            }
        }
        return found;
    }

    private static void add(List<int[]> found, AgreementForm form, PreferencePart.Bundle bundle) {
        if (bundle instanceof PreferencePart.Bundle.Of(var settings)) {
            int[] levels = form.items().stream().mapToInt(PackageItem::nowIndex).toArray();
            boolean fits = true;
            for (var setting : settings) {
                int item = form.itemIndex(setting.item());
                fits &= item >= 0;
                if (item >= 0) {
                    levels[item] = form.items().get(item).levelIndex(setting.level());
                }
            }
            if (fits) {
                found.add(levels);
            }
        }
    }

    private static boolean isAllowed(AgreementForm form, List<PackageBan> common, int[] levels) {
        for (PackageBan ban : common) {
            if (form.breaks(levels, ban)) {
                return false;
            }
        }
        return true;
    }

    /// All packages that rules and moves allow; none if there are more than the bound.
    private static List<List<Integer>> allowed(
            AgreementForm form, List<PackageBan> common, int bound) {
        long product = 1;
        for (PackageItem item : form.items()) {
            product *= item.levels().size();
            if (product > MOST_TRIED) {
                return List.of();
            }
        }
        List<List<Integer>> found = new ArrayList<>();
        int[] levels = new int[form.items().size()];
        for (long k = 0; k < product; k++) {
            long rest = k;
            for (int item = 0; item < levels.length; item++) {
                int radix = form.items().get(item).levels().size();
                levels[item] = (int) (rest % radix);
                rest /= radix;
            }
            if (isAllowed(form, common, levels)) {
                found.add(list(levels));
            }
            if (found.size() > bound) {
                return List.of();
            }
        }
        return found;
    }
}

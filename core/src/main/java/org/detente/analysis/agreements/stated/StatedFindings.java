// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.detente.compile.AgreementForm;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;

/// What holds of packages under all, some or none of the value functions that the parties'
/// statements leave, in the case as written and in each view.
///
/// Every package that the rules and the moves allow is looked at, up to a bound; beyond it those on
/// the table.
public final class StatedFindings {
    /// Differences of worth nearer to nothing than this are rounding, where swings add up to 1.
    static final double ROUNDING = 1e-10;

    /// Combinations of levels that are gone through to find the packages that rules allow.
    private static final long MOST_TRIED = 1L << 17;

    private final View own;
    private final List<View> views;
    private final List<List<Integer>> packages;
    private final List<List<Integer>> tabled;
    private final boolean all;
    private final int bound;
    private final List<Settling.Found> questions;

    /// One reading of the case.
    ///
    /// @param name what the reading is called
    /// @param id the view's id, or an empty string for the case itself
    /// @param form the agreement
    /// @param parties by id, who must agree
    /// @param verdicts by package, in the order of the parties
    record View(
            String name,
            String id,
            AgreementForm form,
            SequencedMap<String, PartyReading> parties,
            List<List<Verdict>> verdicts) {
        View {
            verdicts = verdicts.stream().map(List::copyOf).toList();
        }

        /// Whether a package is acceptable to everybody who must agree.
        Verdict.Held joint(int index) {
            Verdict.Held held = Verdict.Held.ALL;
            for (Verdict verdict : verdicts.get(index)) {
                held = held.and(verdict.held());
            }
            return held;
        }

        int count(Verdict.Held held) {
            int count = 0;
            for (int index = 0; index < verdicts.size(); index++) {
                count += joint(index) == held ? 1 : 0;
            }
            return count;
        }

        boolean isCut() {
            return parties.values().stream()
                    .anyMatch(p -> {
                        var stated = p.stated();
                        return stated != null && stated.isCut();
                    });
        }
    }

    private StatedFindings(
            View own,
            List<View> views,
            List<List<Integer>> packages,
            List<List<Integer>> tabled,
            boolean all,
            int bound,
            List<Settling.Found> questions) {
        this.own = own;
        this.views = views;
        this.packages = packages;
        this.tabled = tabled;
        this.all = all;
        this.bound = bound;
        this.questions = questions;
    }

    /// Looks at packages.
    ///
    /// @param name what the case as looked at is called
    /// @param form its agreement
    /// @param views the agreement under each view
    /// @param tabled packages worth tabling, each a level index by item, the most interesting first
    /// @param bound the most packages to look at
    /// @return what holds of them
    public static StatedFindings of(
            String name,
            AgreementForm form,
            List<AgreementForm> views,
            List<int[]> tabled,
            int bound) {
        SequencedSet<List<Integer>> known = new LinkedHashSet<>();
        tabled.forEach(levels -> known.add(list(levels)));
        named(form).forEach(levels -> known.add(list(levels)));
        List<List<Integer>> allowed = allowed(form, bound);
        boolean all = !allowed.isEmpty();
        SequencedSet<List<Integer>> looked = new LinkedHashSet<>();
        known.stream().filter(p -> isAllowed(form, p)).limit(bound).forEach(looked::add);
        looked.addAll(allowed);
        List<List<Integer>> packages = List.copyOf(looked);
        View own = view(name, "", form, packages);
        List<View> others = new ArrayList<>();
        for (AgreementForm other : views) {
            var view = java.util.Objects.requireNonNull(other.model().view());
            others.add(view(view.label(), view.id(), other, packages));
        }
        return new StatedFindings(
                own,
                List.copyOf(others),
                packages,
                tabledFirst(own, others, packages, known),
                all,
                bound,
                questions(own, packages));
    }

    private static List<Integer> list(int[] levels) {
        return java.util.Arrays.stream(levels).boxed().toList();
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

    private static boolean isAllowed(AgreementForm form, List<Integer> levels) {
        return form.broken(array(levels)).stream().noneMatch(PackageBan::isCommon);
    }

    /// All packages that rules and moves allow; none if there are more than the bound.
    private static List<List<Integer>> allowed(AgreementForm form, int bound) {
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
            if (isAllowed(form, list(levels))) {
                found.add(list(levels));
            }
            if (found.size() > bound) {
                return List.of();
            }
        }
        return found;
    }

    private static View view(
            String name, String id, AgreementForm form, List<List<Integer>> packages) {
        SequencedMap<String, PartyReading> parties = new LinkedHashMap<>();
        for (String party : form.signatories()) {
            parties.put(party, new PartyReading(form, party));
        }
        for (String party : form.ratifiers()) {
            parties.putIfAbsent(party, new PartyReading(form, party));
        }
        List<List<Verdict>> verdicts = new ArrayList<>();
        for (List<Integer> levels : packages) {
            List<Verdict> row = new ArrayList<>();
            for (PartyReading party : parties.values()) {
                row.add(party.verdict(array(levels)));
            }
            verdicts.add(row);
        }
        return new View(name, id, form, parties, verdicts);
    }

    /// The packages worth tabling; where none are known, those that hold in most readings.
    private static List<List<Integer>> tabledFirst(
            View own,
            List<View> views,
            List<List<Integer>> packages,
            SequencedSet<List<Integer>> known) {
        List<List<Integer>> first =
                known.stream().filter(packages::contains).limit(MOST_TABLED).toList();
        if (first.size() >= FEW_TABLED) {
            return first;
        }
        SequencedSet<List<Integer>> chosen = new LinkedHashSet<>(first);
        BitSet taken = new BitSet();
        while (chosen.size() < FEW_TABLED && taken.cardinality() < packages.size()) {
            int best = -1;
            int most = -1;
            for (int index = 0; index < packages.size(); index++) {
                int score = taken.get(index) ? -1 : score(own, views, index);
                if (score > most) {
                    most = score;
                    best = index;
                }
            }
            taken.set(best);
            if (most > 0) {
                chosen.add(packages.get(best));
            } else {
                break;
            }
        }
        return List.copyOf(chosen);
    }

    private static int score(View own, List<View> views, int index) {
        int score = score(own.joint(index));
        for (View view : views) {
            score += score(view.joint(index));
        }
        return score;
    }

    private static int score(Verdict.Held held) {
        return switch (held) {
            case ALL -> 2;
            case SOME -> 1;
            case NONE -> 0;
        };
    }

    private static final int MOST_TABLED = 6;
    private static final int FEW_TABLED = 3;

    private static List<Settling.Found> questions(View own, List<List<Integer>> packages) {
        List<Settling.Found> found = new ArrayList<>();
        int party = 0;
        for (PartyReading reading : own.parties().values()) {
            List<int[]> open = new ArrayList<>();
            for (int index = 0; index < packages.size(); index++) {
                if (own.joint(index) == Verdict.Held.SOME
                        && own.verdicts().get(index).get(party).held() == Verdict.Held.SOME) {
                    open.add(array(packages.get(index)));
                }
            }
            Settling.Found question = Settling.of(reading, open);
            if (question != null) {
                found.add(question);
            }
            party++;
        }
        found.sort(java.util.Comparator.comparingInt(Settling.Found::count).reversed());
        return List.copyOf(found);
    }

    View own() {
        return own;
    }

    List<View> views() {
        return views;
    }

    List<View> readings() {
        List<View> readings = new ArrayList<>();
        readings.add(own);
        readings.addAll(views);
        return readings;
    }

    List<List<Integer>> packages() {
        return packages;
    }

    List<List<Integer>> tabled() {
        return tabled;
    }

    /// Whether every package that rules and moves allow was looked at.
    boolean isAll() {
        return all;
    }

    int bound() {
        return bound;
    }

    /// The question to ask next of each party, the one that settles most first.
    List<Settling.Found> questions() {
        return questions;
    }

    /// Whether any party's statements bear on worth or draw a red line.
    ///
    /// @return false if there is nothing to tell
    public boolean isEmpty() {
        return readings().stream()
                .allMatch(v -> v.parties().values().stream().allMatch(p -> p.stated() == null));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.detente.analysis.Parallel;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;

/// What holds of packages under all, some or none of the value functions that the parties'
/// statements leave, in the case as written and in each view.
///
/// Every package that the rules and the moves allow is looked at, up to a bound; beyond it those on
/// the table and those near them.
public final class StatedFindings {
    private static final int MOST_TABLED = 4;
    private static final int MOST_FURTHER = 2;

    private final List<View> readings;
    private final StatedPackages packages;
    private final List<List<Integer>> tabled;
    private final int bound;
    private final int threadCount;
    private final List<Settling.Found> questions;
    private final List<Efficiency.Answer> efficient;
    private final List<Split> splits;
    private final List<Preferred> preferred;
    private final Footings footings;

    /// Whether a party likes one package tabled at least as well as another.
    ///
    /// @param party who
    /// @param first the one, an index among the packages tabled
    /// @param second the other
    /// @param held under which value functions
    record Preferred(String party, int first, int second, Verdict.Held held) {}

    /// One reading of the case.
    ///
    /// @param name what the reading is called
    /// @param id the view's id, or an empty string for the case itself
    /// @param whole the case without the view
    /// @param form the agreement
    /// @param parties by id, who must agree
    /// @param verdicts by package, in the order of the parties
    record View(
            String name,
            String id,
            CompiledCase whole,
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
            List<View> readings,
            StatedPackages packages,
            List<List<Integer>> tabled,
            int bound,
            int threadCount,
            List<Settling.Found> questions,
            List<Efficiency.Answer> efficient,
            List<Split> splits,
            List<Preferred> preferred,
            Footings footings) {
        this.readings = readings;
        this.packages = packages;
        this.tabled = tabled;
        this.bound = bound;
        this.threadCount = threadCount;
        this.questions = questions;
        this.efficient = efficient;
        this.splits = splits;
        this.preferred = preferred;
        this.footings = footings;
    }

    /// What is to be looked at.
    ///
    /// @param tabled packages worth tabling, each a level index by item, the most interesting first
    /// @param further other packages to look at first
    /// @param bound the most packages to look at
    /// @param threadCount how many threads may work
    public record Asked(List<int[]> tabled, List<int[]> further, int bound, int threadCount) {
        /// Copies the lists.
        public Asked {
            tabled = List.copyOf(tabled);
            further = List.copyOf(further);
        }
    }

    /// Looks at packages.
    ///
    /// @param name what the case as looked at is called
    /// @param form its agreement
    /// @param views the agreement under each view
    /// @param asked which packages
    /// @return what holds of them
    public static StatedFindings of(
            String name, AgreementForm form, List<AgreementForm> views, Asked asked) {
        List<int[]> first = new ArrayList<>(asked.tabled());
        first.addAll(asked.further());
        StatedPackages packages = StatedPackages.of(form, first, asked.bound());
        List<View> readings = readings(name, form, views, packages.list(), asked.threadCount());
        List<List<Integer>> tabled = tabled(readings, packages.list(), asked.tabled());
        List<Settling.Found> questions = questions(readings.getFirst(), packages.list(), tabled);
        List<Efficiency.Answer> efficient = efficient(readings.getFirst(), packages.list(), tabled);
        return new StatedFindings(
                readings,
                packages,
                tabled,
                asked.bound(),
                asked.threadCount(),
                questions,
                efficient,
                Split.of(readings, tabled, joint(readings, packages.list(), tabled)),
                preferred(readings.getFirst(), tabled),
                Footings.of(readings, packages.list(), tabled));
    }

    private static List<Preferred> preferred(View own, List<List<Integer>> tabled) {
        List<Preferred> found = new ArrayList<>();
        for (PartyReading party : own.parties().values()) {
            for (int first = 0; first < tabled.size() && party.stated() != null; first++) {
                for (int second = 0; second < tabled.size(); second++) {
                    if (first != second) {
                        found.add(
                                new Preferred(
                                        party.party(),
                                        first,
                                        second,
                                        party.worth()
                                                .preferred(
                                                        StatedPackages.array(tabled.get(first)),
                                                        StatedPackages.array(tabled.get(second)))));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /// Every reading with its verdicts. Readings in which a party states the same share what was
    /// found of its worth; each such share is one piece of work.
    private static List<View> readings(
            String name,
            AgreementForm own,
            List<AgreementForm> views,
            List<List<Integer>> packages,
            int threadCount) {
        List<AgreementForm> forms = new ArrayList<>();
        forms.add(own);
        forms.addAll(views);
        SequencedSet<String> parties = new LinkedHashSet<>(own.signatories());
        parties.addAll(own.ratifiers());
        List<String> ids = List.copyOf(parties);
        List<PartyWorth> built =
                Parallel.map(
                        forms.size() * ids.size(),
                        threadCount,
                        k -> new PartyWorth(forms.get(k / ids.size()), ids.get(k % ids.size())));
        List<PartyWorth> each = new ArrayList<>();
        for (PartyWorth worth : built) {
            each.add(each.stream().filter(worth::isSame).findFirst().orElse(worth));
        }
        List<PartyWorth> distinct = List.copyOf(new LinkedHashSet<>(each));
        List<List<Verdict.Held>> held =
                Parallel.map(
                        distinct.size(),
                        threadCount,
                        k ->
                                packages.stream()
                                        .map(p -> distinct.get(k).held(StatedPackages.array(p)))
                                        .toList());
        List<View> readings = new ArrayList<>();
        for (int f = 0; f < forms.size(); f++) {
            AgreementForm form = forms.get(f);
            SequencedMap<String, PartyReading> found = new LinkedHashMap<>();
            for (PartyWorth worth : each.subList(f * parties.size(), (f + 1) * parties.size())) {
                found.put(worth.party(), new PartyReading(form, worth));
            }
            List<List<Verdict>> verdicts = new ArrayList<>();
            for (int index = 0; index < packages.size(); index++) {
                int[] levels = StatedPackages.array(packages.get(index));
                List<Verdict> row = new ArrayList<>();
                for (PartyReading party : found.values()) {
                    row.add(
                            party.verdict(
                                    form,
                                    levels,
                                    held.get(distinct.indexOf(party.worth())).get(index)));
                }
                verdicts.add(row);
            }
            var view = form.model().view();
            boolean isOwn = f == 0;
            readings.add(
                    new View(
                            isOwn || view == null ? name : view.label(),
                            isOwn || view == null ? "" : view.id(),
                            own.model(),
                            form,
                            found,
                            verdicts));
        }
        return List.copyOf(readings);
    }

    /// The packages worth tabling, and those that hold in more readings than any of these.
    private static List<List<Integer>> tabled(
            List<View> readings, List<List<Integer>> packages, List<int[]> wanted) {
        SequencedSet<List<Integer>> chosen = new LinkedHashSet<>();
        int best = 0;
        for (int[] levels : wanted) {
            int index = packages.indexOf(StatedPackages.list(levels));
            if (index >= 0 && chosen.size() < MOST_TABLED) {
                chosen.add(packages.get(index));
                best = Math.max(best, score(readings, index));
            }
        }
        int further = chosen.isEmpty() ? MOST_TABLED : MOST_FURTHER;
        for (int k = 0; k < further; k++) {
            int most = best;
            int next = -1;
            for (int index = 0; index < packages.size(); index++) {
                int score = score(readings, index);
                if (score > most && !chosen.contains(packages.get(index))) {
                    most = score;
                    next = index;
                }
            }
            if (next >= 0) {
                chosen.add(packages.get(next));
            }
        }
        return List.copyOf(chosen);
    }

    private static int score(List<View> readings, int index) {
        int score = 0;
        for (View reading : readings) {
            score +=
                    switch (reading.joint(index)) {
                        case ALL -> 2;
                        case SOME -> 1;
                        case NONE -> 0;
                    };
        }
        return score;
    }

    private static List<List<Verdict.Held>> joint(
            List<View> readings, List<List<Integer>> packages, List<List<Integer>> tabled) {
        return readings.stream()
                .map(r -> tabled.stream().map(t -> r.joint(packages.indexOf(t))).toList())
                .toList();
    }

    private static List<Efficiency.Answer> efficient(
            View own, List<List<Integer>> packages, List<List<Integer>> tabled) {
        List<int[]> rivals = new ArrayList<>();
        for (int index = 0; index < packages.size(); index++) {
            if (own.verdicts().get(index).stream().allMatch(v -> v.redLine() == null)) {
                rivals.add(StatedPackages.array(packages.get(index)));
            }
        }
        return Efficiency.of(
                own.form().signatories().stream()
                        .map(p -> java.util.Objects.requireNonNull(own.parties().get(p)).worth())
                        .toList(),
                rivals,
                tabled.stream().map(StatedPackages::array).toList());
    }

    private static List<Settling.Found> questions(
            View own, List<List<Integer>> packages, List<List<Integer>> tabled) {
        List<Integer> order = new ArrayList<>();
        tabled.forEach(levels -> order.add(packages.indexOf(levels)));
        for (int index = 0; index < packages.size(); index++) {
            if (!tabled.contains(packages.get(index))) {
                order.add(index);
            }
        }
        List<Settling.Found> found = new ArrayList<>();
        int party = 0;
        for (PartyReading reading : own.parties().values()) {
            List<int[]> open = new ArrayList<>();
            for (int index : order) {
                if (own.joint(index) == Verdict.Held.SOME
                        && own.verdicts().get(index).get(party).held() == Verdict.Held.SOME) {
                    open.add(StatedPackages.array(packages.get(index)));
                }
            }
            Settling.Found question = Settling.of(reading.worth(), open);
            if (question != null) {
                found.add(question);
            }
            party++;
        }
        found.sort(java.util.Comparator.comparingInt(Settling.Found::count).reversed());
        return List.copyOf(found);
    }

    View own() {
        return readings.getFirst();
    }

    List<View> views() {
        return readings.subList(1, readings.size());
    }

    List<View> readings() {
        return readings;
    }

    List<List<Integer>> packages() {
        return packages.list();
    }

    /// The packages worth tabling.
    ///
    /// @return level indices by item, in the order in which they are numbered
    public List<List<Integer>> tabled() {
        return tabled;
    }

    /// Whether the packages tabled are efficient, one answer each; none if a signatory states
    /// nothing of worth.
    List<Efficiency.Answer> efficient() {
        return efficient;
    }

    /// Every two packages tabled, as each party who states anything of worth sees them.
    List<Preferred> preferred() {
        return preferred;
    }

    /// What the verdicts that are told rest on.
    Footings footings() {
        return footings;
    }

    int threadCount() {
        return threadCount;
    }

    /// What readings that differ on packages tabled differ by.
    List<Split> splits() {
        return splits;
    }

    /// Whether every package that rules and moves allow was looked at.
    boolean isAll() {
        return packages.isAll();
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
        return readings.stream()
                .allMatch(v -> v.parties().values().stream().allMatch(p -> p.stated() == null));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.compare;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Completeness;
import org.detente.analysis.JudgesStates;
import org.detente.analysis.ListLimit;
import org.detente.analysis.NamedPackage;
import org.detente.analysis.StateVerdict;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.PackageItem;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.model.Setting;
import org.detente.model.View;
import org.jspecify.annotations.Nullable;

/// Two packages of one agreement: item by item what changes, and for every party by how much, in
/// points of its own.
///
/// An item's change is what it alone changes in the first package; where points or chances hang
/// together the items' changes need not add up to the whole. Nothing is searched for: the cost is
/// that of weighing two packages, once for each reading and each end of a range.
public final class PackageComparison implements Comparison {
    private final List<Weighed> readings;
    private final List<String> names;
    private final int[] before;
    private final int[] after;
    private final RangeEnds ends;
    private final List<StateVerdict> verdicts;

    private PackageComparison(
            List<Weighed> readings,
            List<String> names,
            int[] before,
            int[] after,
            List<StateVerdict> verdicts) {
        this.readings = List.copyOf(readings);
        this.names = List.copyOf(names);
        this.before = before;
        this.after = after;
        this.ends = RangeEnds.of(readings.getFirst(), before, after);
        this.verdicts = List.copyOf(verdicts);
    }

    /// Compares two packages.
    ///
    /// @param model a case of which nothing that agreements need is missing
    ///   ([AgreementForm#missing])
    /// @param before one package
    /// @param after the other
    /// @param options bounds and seed
    /// @return the comparison
    /// @throws IllegalArgumentException if a package fixes what the agreement does not
    public static PackageComparison of(
            CompiledCase model, NamedPackage before, NamedPackage after, AnalysisOptions options) {
        return of(model, before, after, new StabilityAnalysis(), options);
    }

    static PackageComparison of(
            CompiledCase model,
            NamedPackage before,
            NamedPackage after,
            JudgesStates judge,
            AnalysisOptions options) {
        AgreementForm form = AgreementForm.of(model);
        View own = model.view();
        List<Weighed> readings = new ArrayList<>();
        readings.add(Weighed.of(own == null ? "the case as written" : own.label(), form));
        if (own == null) {
            for (View view : model.source().views()) {
                readings.add(Weighed.of(view.label(), form.under(model.under(view))));
            }
        }
        int[] from = levels(before, form);
        int[] to = levels(after, form);
        List<Integer> states = new ArrayList<>();
        for (int[] levels : List.of(from, to)) {
            int state = form.stateOf(levels);
            if (model.space().optionCount() > 0
                    && model.feasible().contains(state)
                    && !states.contains(state)) {
                states.add(state);
            }
        }
        return new PackageComparison(
                readings,
                names(before, after),
                from,
                to,
                states.isEmpty() ? List.of() : judge.judge(model, states, options));
    }

    private static List<String> names(NamedPackage before, NamedPackage after) {
        return before.name().equals(after.name())
                ? List.of(before.name() + " (first)", after.name() + " (second)")
                : List.of(before.name(), after.name());
    }

    private static int[] levels(NamedPackage wanted, AgreementForm form) {
        int[] levels = form.items().stream().mapToInt(PackageItem::nowIndex).toArray();
        for (Setting setting : wanted.settings()) {
            int item = form.itemIndex(setting.item());
            if (item < 0) {
                throw new IllegalArgumentException(
                        "the package %s fixes %s, which the agreement does not"
                                .formatted(wanted.name(), setting.item()));
            }
            levels[item] = form.items().get(item).levelIndex(setting.level());
        }
        return levels;
    }

    /// The case as written, or the view it was compiled under; then the views.
    List<Weighed> readings() {
        return readings;
    }

    Weighed own() {
        return readings.getFirst();
    }

    /// What the packages are called.
    String name(boolean second) {
        return names.get(second ? 1 : 0);
    }

    int[] levels(boolean second) {
        return (second ? after : before).clone();
    }

    RangeEnds ends() {
        return ends;
    }

    /// The items at which the packages differ.
    List<Integer> changedItems() {
        List<Integer> changed = new ArrayList<>();
        for (int item = 0; item < before.length; item++) {
            if (before[item] != after[item]) {
                changed.add(item);
            }
        }
        return changed;
    }

    /// What a party's points change by in the first package through one item alone.
    double changeOfItem(int party, int item) {
        int[] moved = before.clone();
        moved[item] = after[item];
        return own().change(party, before, moved);
    }

    /// What a party's points change by in all.
    double change(int party) {
        return own().change(party, before, after);
    }

    /// Whether the state of a package would last, or null if it cannot be or there is none.
    @Nullable StateVerdict verdict(boolean second) {
        int state = state(second);
        for (StateVerdict verdict : verdicts) {
            if (verdict.state() == state) {
                return verdict;
            }
        }
        return null;
    }

    int state(boolean second) {
        return own().form().stateOf(second ? after : before);
    }

    /// Whether packages have states at all.
    boolean hasStates() {
        return own().form().model().space().optionCount() > 0;
    }

    @Override
    public Completeness completeness() {
        return new Completeness.Complete();
    }

    @Override
    public List<Explanation> explain(ListLimit limit) {
        return List.of(new PackageBlocks(this, limit).explanation());
    }

    @Override
    public Data.Fields data(ListLimit limit) {
        return new PackageData(this, limit).fields();
    }
}

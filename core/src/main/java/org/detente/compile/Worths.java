// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.detente.model.Condition;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Option;
import org.detente.model.Worth;

/// What states are worth to parties in points per step, while an agreement's terms hold and after
/// they have fallen.
///
/// Inside an agreement a state is worth what [AgreementForm#space] says of the package that leads
/// to it; here the levels of options that the agreement does not cover may differ too. Outside,
/// terms count nothing. What parties outside may do `meanwhile` counts in both, where their options
/// still stand as they do now, and so does `risk`: whether they grow once an agreement is broken is
/// not said by the case, and what is the same on both sides of a comparison cannot decide it.
/// Immutable.
public final class Worths {
    private final StateSpace space;
    private final List<List<Row>> rows;
    private final double kept;
    private final double[] atRisk;

    /// One stake as a table over the levels of some options and terms.
    ///
    /// @param items indices of options, then of terms counted from the number of options
    /// @param strides by item, what a level adds to the cell's number
    /// @param inside points by cell while the terms hold
    /// @param outside points by cell without an agreement
    /// @param graded whether it is stated for each level of one option
    @SuppressWarnings("ArrayRecordComponent") // shared, never changed and never compared
    private record Row(
            int[] items, int[] strides, double[] inside, double[] outside, boolean graded) {}

    private Worths(StateSpace space, List<List<Row>> rows, double kept, double[] atRisk) {
        this.space = space;
        this.rows = rows;
        this.kept = kept;
        this.atRisk = atRisk;
    }

    /// The points of some parties.
    ///
    /// @param form the agreement, with its numbers
    /// @param parties their ids; one without stakes finds everything worth 0
    /// @return points, by the parties' indices in the list
    public static Worths of(AgreementForm form, List<String> parties) {
        Builder builder = new Builder(form, true);
        List<List<Row>> rows = parties.stream().map(builder::rows).toList();
        SequencedMap<String, Double> risk = form.riskChances();
        double kept = 1 - risk.values().stream().mapToDouble(r -> r).sum();
        double[] atRisk = new double[parties.size()];
        for (int party = 0; party < atRisk.length; party++) {
            for (Map.Entry<String, Double> chance : risk.entrySet()) {
                atRisk[party] +=
                        chance.getValue() * form.worthOf(parties.get(party), chance.getKey());
            }
        }
        return new Worths(form.model().space(), rows, kept, atRisk);
    }

    /// Whether a party's points are stated at all.
    ///
    /// @param form the agreement
    /// @param party its id
    /// @return false if it finds everything worth 0
    public static boolean isStated(AgreementForm form, String party) {
        return !Stake.of(form.model().source(), party).isEmpty();
    }

    /// The points of some parties where all options stand as they do, whatever parties outside may
    /// do meanwhile and whatever remains possible.
    ///
    /// @param form the agreement, with its numbers
    /// @param parties their ids
    /// @return points, by the parties' indices in the list
    public static Worths asTheyStand(AgreementForm form, List<String> parties) {
        Builder builder = new Builder(form, false);
        return new Worths(
                form.model().space(),
                parties.stream().map(builder::rows).toList(),
                1,
                new double[parties.size()]);
    }

    /// Where conditions hold, inside an agreement and outside.
    ///
    /// @param form the agreement
    /// @param conditions the conditions
    /// @return 1 where a condition holds and 0 elsewhere, by its index in the list
    public static Worths ofConditions(AgreementForm form, List<Condition> conditions) {
        Builder builder = new Builder(form, false);
        return new Worths(
                form.model().space(),
                conditions.stream().map(c -> List.of(builder.ofCondition(c, 1))).toList(),
                1,
                new double[conditions.size()]);
    }

    /// What a state is worth while the terms hold.
    ///
    /// @param party the party's index
    /// @param state the state's number
    /// @param terms a level's index for each term, in the order of the case
    /// @return points per step
    public double inside(int party, int state, int[] terms) {
        double sum = 0;
        List<Row> own = rows.get(party);
        for (int k = 0; k < own.size(); k++) {
            Row row = own.get(k);
            sum += row.inside[cell(row, state, terms)];
        }
        return kept * sum + atRisk[party];
    }

    /// What a state is worth when no terms hold.
    ///
    /// @param party the party's index
    /// @param state the state's number
    /// @return points per step
    public double outside(int party, int state) {
        double sum = 0;
        List<Row> own = rows.get(party);
        for (int k = 0; k < own.size(); k++) {
            Row row = own.get(k);
            sum += row.outside[cell(row, state, null)];
        }
        return kept * sum + atRisk[party];
    }

    /// What the points stated for an option's levels, by themselves, come to at one of them.
    ///
    /// @param party the party's index
    /// @param option the option's index
    /// @param level the level's index
    /// @return points per step
    public double ofLevel(int party, int option, int level) {
        double sum = 0;
        for (Row row : rows.get(party)) {
            sum += row.graded && row.items[0] == option ? row.outside[level] : 0;
        }
        return kept * sum;
    }

    /// All that a party has at stake: the sum over everything it values of the largest less the
    /// least that it may come to, while terms hold or after they have fallen.
    ///
    /// @param party the party's index
    /// @return points per step; 0 only if every state and every package is worth the same to it
    public double span(int party) {
        double sum = 0;
        for (Row row : rows.get(party)) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int cell = 0; cell < row.inside.length; cell++) {
                least = Math.min(least, Math.min(row.inside[cell], row.outside[cell]));
                most = Math.max(most, Math.max(row.inside[cell], row.outside[cell]));
            }
            sum += most - least;
        }
        return kept * sum;
    }

    private int cell(Row row, int state, int @org.jspecify.annotations.Nullable [] terms) {
        int cell = 0;
        int[] items = row.items;
        for (int k = 0; k < items.length; k++) {
            int item = items[k];
            if (item < space.optionCount()) {
                cell += row.strides[k] * space.level(state, item);
            } else if (terms != null) {
                cell += row.strides[k] * terms[item - space.optionCount()];
            }
        }
        return cell;
    }

    /// Whether what terms add to the points of every party is the same in every state.
    ///
    /// @return true if no stake speaks of a term and an option at once
    public boolean termsStandApart() {
        for (List<Row> own : rows) {
            for (Row row : own) {
                boolean ofTerm = false;
                boolean ofOption = false;
                for (int item : row.items) {
                    ofTerm |= item >= space.optionCount();
                    ofOption |= item < space.optionCount();
                }
                if (ofTerm && ofOption) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Tabulates stakes.
    private static final class Builder {
        private final AgreementForm form;
        private final AgreementFrame frame;
        private final StateSpace space;
        private final List<PackageItem> everything = new ArrayList<>();
        private final List<PackageItem> options;
        private final double[][] meanwhile;

        /// A builder.
        ///
        /// @param countsMeanwhile whether what parties outside may do meanwhile is expected
        Builder(AgreementForm form, boolean countsMeanwhile) {
            this.form = form;
            this.frame = form.frame();
            this.space = form.model().space();
            int now = form.model().now();
            for (int option = 0; option < space.optionCount(); option++) {
                Option found = space.options().get(option);
                everything.add(
                        new PackageItem(
                                found.ref(),
                                found.label(),
                                found.levels(),
                                space.level(now, option),
                                found.basis()));
            }
            this.options = List.copyOf(everything);
            frame.items().stream().filter(PackageItem::isTerm).forEach(everything::add);
            this.meanwhile = new double[everything.size()][];
            if (countsMeanwhile) {
                form.meanwhileChances()
                        .forEach((option, chances) -> meanwhile[space.indexOf(option)] = chances);
            }
        }

        List<Row> rows(String party) {
            StakePoints points = form.pointsOf(party);
            List<Row> rows = new ArrayList<>();
            for (Stake stake : frame.stakes(party)) {
                Row row =
                        switch (stake.worth()) {
                            case Worth.OfItem item -> ofItem(points.byLevel(stake, item), item);
                            case Worth.OfCondition(Condition condition, Figure figure) ->
                                    points.counts(stake, condition)
                                            ? ofCondition(
                                                    condition,
                                                    points.points(stake, condition, figure))
                                            : null;
                        };
                if (row != null) {
                    rows.add(row);
                }
            }
            return rows;
        }

        private Row ofItem(double[] byLevel, Worth.OfItem worth) {
            int item = index(worth.item());
            int[] items = {item};
            double[] inside = expected(items, new int[] {1}, byLevel);
            double[] outside = everything.get(item).isTerm() ? new double[byLevel.length] : inside;
            return new Row(items, new int[] {1}, inside, outside, !everything.get(item).isTerm());
        }

        private Row ofCondition(Condition condition, double points) {
            PackageTable within = where(condition, everything);
            int[] items = within.items();
            int[] strides = new int[items.length];
            int stride = 1;
            for (int k = 0; k < items.length; k++) {
                strides[k] = stride;
                stride *= everything.get(items[k]).levels().size();
            }
            double[] inside = new double[stride];
            fill(inside, within.cells(), points);
            PackageTable without = where(condition, options);
            double[] outside = new double[stride];
            spread(outside, items, strides, without, points);
            return new Row(
                    items,
                    strides,
                    expected(items, strides, inside),
                    expected(items, strides, outside),
                    false);
        }

        private PackageTable where(Condition condition, List<PackageItem> items) {
            return new PackageConditions(frame.source(), items, Map.of()).where(condition);
        }

        private static void fill(double[] cells, BitSet where, double points) {
            for (int cell = where.nextSetBit(0); cell >= 0; cell = where.nextSetBit(cell + 1)) {
                cells[cell] = points;
            }
        }

        /// Puts a table over options alone into the cells of options and terms, terms at any level.
        private void spread(
                double[] cells, int[] items, int[] strides, PackageTable without, double points) {
            for (int cell = 0; cell < cells.length; cell++) {
                int from = 0;
                int stride = 1;
                for (int k = 0; k < items.length && items[k] < options.size(); k++) {
                    int radix = everything.get(items[k]).levels().size();
                    from += cell / strides[k] % radix * stride;
                    stride *= radix;
                }
                if (without.cells().get(from)) {
                    cells[cell] = points;
                }
            }
        }

        private int index(ItemRef ref) {
            for (int item = 0; item < everything.size(); item++) {
                if (everything.get(item).ref().equals(ref)) {
                    return item;
                }
            }
            throw new IllegalArgumentException("no item " + ref);
        }

        /// Takes the expectation where an option that may move meanwhile stands as it does now.
        private double[] expected(int[] items, int[] strides, double[] cells) {
            double[] result = cells.clone();
            for (int k = 0; k < items.length; k++) {
                double[] chances = meanwhile[items[k]];
                if (chances == null) {
                    continue;
                }
                int radix = chances.length;
                int standing = everything.get(items[k]).nowIndex();
                for (int cell = 0; cell < result.length; cell++) {
                    if (cell / strides[k] % radix == standing) {
                        double sum = 0;
                        for (int level = 0; level < radix; level++) {
                            sum += chances[level] * result[cell + (level - standing) * strides[k]];
                        }
                        result[cell] = sum;
                    }
                }
            }
            return result;
        }
    }
}

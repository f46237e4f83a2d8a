// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.detente.compile.PackageForms;
import org.detente.compile.StatedForm;
import org.detente.math.Polyhedron;
import org.detente.model.PreferencePart.Strength;
import org.jspecify.annotations.Nullable;

/// Finds of which two neighbours in the order of changes it would help most to know by how much the
/// first matters more, judged by value functions met on the way.
final class Measures {
    private static final int MOST_PACKAGES = 24;

    private final Standing standing;
    private final List<BitSet> accepts = new ArrayList<>();
    private final int packageCount;

    /// Two neighbours in the order.
    ///
    /// @param settled how many of the packages looked at the answers together look like settling
    /// @param ofCount how many were looked at
    record Gap(Topic larger, Topic smaller, int settled, int ofCount) {}

    Measures(Agenda agenda, Standing standing) {
        this.standing = standing;
        List<Integer> open = standing.open().stream().boxed().toList();
        packageCount = Math.min(open.size(), MOST_PACKAGES);
        StatedForm stated = Objects.requireNonNull(standing.opinion().stated());
        List<PackageForms> forms = new ArrayList<>();
        for (int k = 0; k < packageCount; k++) {
            int index = open.get((int) ((2L * k + 1) * open.size() / (2L * packageCount)));
            forms.add(stated.at(agenda.packages().get(index)));
        }
        List<List<double[]>> examples = standing.opinion().examples();
        for (int r = 0; r < examples.size(); r++) {
            for (double[] point : examples.get(r)) {
                BitSet accepted = new BitSet();
                for (int k = 0; k < packageCount; k++) {
                    accepted.set(k, Polyhedron.dot(forms.get(k).netGain(r), point) >= 0);
                }
                accepts.add(accepted);
            }
        }
    }

    /// The best gap for a word, or null if none helps.
    @Nullable Gap forWord(Heard heard) {
        Gap best = null;
        List<Topic> order = standing.statements().order();
        for (int k = 1; k < order.size(); k++) {
            String key = Interview.strengthKey(order.get(k - 1).ref(), order.get(k).ref());
            String times = Interview.timesKey(order.get(k - 1).ref(), order.get(k).ref());
            if (!heard.isDone(key) && !heard.isDone(times)) {
                Gap gap = gap(order.get(k - 1), order.get(k), List.of(1.5, 3.0));
                best = gap.settled() > (best == null ? 0 : best.settled()) ? gap : best;
            }
        }
        return best;
    }

    /// The best gap for numbers, or null if none helps.
    @Nullable Gap forNumbers(Heard heard) {
        Gap best = null;
        List<Topic> order = standing.statements().order();
        for (int k = 1; k < order.size(); k++) {
            Answer word =
                    heard.answer(Interview.strengthKey(order.get(k - 1).ref(), order.get(k).ref()));
            String times = Interview.timesKey(order.get(k - 1).ref(), order.get(k).ref());
            if (word != null && !heard.isDone(times)) {
                double cut =
                        switch (Strength.valueOf(
                                word.chosen().getFirst().toUpperCase(java.util.Locale.ROOT))) {
                            case SLIGHTLY -> 1.25;
                            case CLEARLY -> 2;
                            case FAR -> 5;
                        };
                Gap gap = gap(order.get(k - 1), order.get(k), List.of(cut));
                best = gap.settled() > (best == null ? 0 : best.settled()) ? gap : best;
            }
        }
        return best;
    }

    private Gap gap(Topic larger, Topic smaller, List<Double> cuts) {
        Statements statements = standing.statements();
        double[][] top =
                Implied.change(standing, larger, statements.best(larger), statements.worst(larger));
        double[][] low =
                Implied.change(
                        standing, smaller, statements.best(smaller), statements.worst(smaller));
        BitSet[] yes = new BitSet[cuts.size() + 1];
        BitSet[] no = new BitSet[cuts.size() + 1];
        int example = 0;
        List<List<double[]>> examples = standing.opinion().examples();
        for (int r = 0; r < examples.size(); r++) {
            for (double[] point : examples.get(r)) {
                double first = Polyhedron.dot(top[r], point);
                double second = Polyhedron.dot(low[r], point);
                int bin = (int) cuts.stream().filter(cut -> first > cut * second).count();
                yes[bin] = yes[bin] == null ? new BitSet() : yes[bin];
                no[bin] = no[bin] == null ? new BitSet() : no[bin];
                BitSet accepted = accepts.get(example++);
                yes[bin].or(accepted);
                BitSet refused = (BitSet) accepted.clone();
                refused.flip(0, packageCount);
                no[bin].or(refused);
            }
        }
        int settled = 0;
        int bins = 0;
        for (int bin = 0; bin < yes.length; bin++) {
            if (yes[bin] != null) {
                bins++;
                yes[bin].and(no[bin]);
                settled += packageCount - yes[bin].cardinality();
            }
        }
        return new Gap(larger, smaller, bins < 2 ? 0 : settled, packageCount);
    }
}

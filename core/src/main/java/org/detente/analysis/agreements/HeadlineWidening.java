// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.List;
import org.detente.analysis.Parallel;
import org.detente.compile.Factor;
import org.detente.math.FrontierLimits;
import org.jspecify.annotations.Nullable;

/// How far one assumed range of points must be widened, all else at its centre, until the headline
/// turns that holds at every end: until some package is acceptable to all, or none is any more.
///
/// Both ends move away from the centre in proportion. Chances stay as they are.
///
/// @param factorCount how many ranges were widened
/// @param factor the range that needs the least widening, or null if none turns the headline
/// @param value where the headline turns
/// @param times how many times as wide the range is then
record HeadlineWidening(int factorCount, @Nullable Factor factor, double value, double times) {
    /// Ranges are widened at most so many times.
    static final double MOST = 16;

    private static final int HALVINGS = 12;

    /// Widens.
    ///
    /// @param centre the problem at the centres; the headline is the same at every end
    /// @return what was found, or null if no range of points is assumed
    static @Nullable HeadlineWidening of(Solved centre, FrontierLimits limits, int threadCount) {
        List<Factor> factors =
                centre.form().factors().stream()
                        .filter(f -> f.basis().markedAssumed() && !RangeBlocks.isShare(f))
                        .filter(f -> width(f) > 0)
                        .toList();
        if (factors.isEmpty()) {
            return null;
        }
        List<Boolean> turns =
                Parallel.map(
                        2 * factors.size(),
                        threadCount,
                        index -> turns(centre, limits, end(factors, index, MOST), index, factors));
        HeadlineWidening best = new HeadlineWidening(factors.size(), null, 0, MOST);
        for (int index = 0; index < turns.size(); index++) {
            if (turns.get(index)) {
                best = nearer(centre, limits, factors, index, best);
            }
        }
        return best;
    }

    /// The widening of one end if it turns the headline earlier than the best known.
    private static HeadlineWidening nearer(
            Solved centre,
            FrontierLimits limits,
            List<Factor> factors,
            int index,
            HeadlineWidening best) {
        double turned = best.times();
        if (!turns(centre, limits, end(factors, index, turned), index, factors)) {
            return best;
        }
        double same = 1;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = same + (turned - same) / 2;
            if (turns(centre, limits, end(factors, index, middle), index, factors)) {
                turned = middle;
            } else {
                same = middle;
            }
        }
        boolean isFirst = best.factor() == null;
        return isFirst || turned < best.times()
                ? new HeadlineWidening(
                        factors.size(), factors.get(index / 2), end(factors, index, turned), turned)
                : best;
    }

    private static double width(Factor factor) {
        return factor.at(Factor.Position.HIGH) - factor.at(Factor.Position.LOW);
    }

    /// The lower ends have even, the upper ones odd numbers.
    private static double end(List<Factor> factors, int index, double times) {
        Factor factor = factors.get(index / 2);
        double centre = factor.at(Factor.Position.CENTRE);
        double end = factor.at(index % 2 == 0 ? Factor.Position.LOW : Factor.Position.HIGH);
        return centre + times * (end - centre);
    }

    private static boolean turns(
            Solved centre, FrontierLimits limits, double value, int index, List<Factor> factors) {
        return Ends.at(centre, factors.get(index / 2), value, false, limits).isOpen()
                != centre.isOpen();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A package that was tested in one reading.
///
/// @param chosen the package
/// @param kept one verdict for each signatory
/// @param verification what other levels of inspection would be worth
/// @param plan the best order of steps, or null
/// @param help what would make a weak order better, or null
/// @param collapse the same if a seen breach brought what no agreement brings, which is assumed;
///   null where the case says so itself, or where every breach is answered
record Tested(
        Chosen chosen,
        List<Kept> kept,
        List<Verification> verification,
        @Nullable Plan plan,
        @Nullable Help help,
        @Nullable Collapse collapse) {
    /// Copies the lists.
    Tested {
        kept = List.copyOf(kept);
        verification = List.copyOf(verification);
    }

    /// What a level of inspection is worth: one party's margin with breaches seen as they would be.
    ///
    /// @param option the option that decides how surely breaches are seen
    /// @param level its level
    /// @param kept the verdict on a signatory whose breaches it decides on
    record Verification(int option, int level, Kept kept) {}

    /// A package under the assumption that a seen breach brings what no agreement brings.
    ///
    /// @param kept one verdict for each signatory
    /// @param verification what other levels of inspection would be worth
    /// @param plan the best order of steps, or null
    record Collapse(List<Kept> kept, List<Verification> verification, @Nullable Plan plan) {
        /// Copies the lists.
        Collapse {
            kept = List.copyOf(kept);
            verification = List.copyOf(verification);
        }
    }

    /// What would make an order of steps better.
    ///
    /// @param options the options of its weakest step, each carried out in twice as many parts
    /// @param finer the best order then, or null if that could not be looked at
    /// @param deposits by signatory, the points paid once that, if lost by turning against the
    ///   order, would make its smallest margin 0; 0 where it is not below
    record Help(List<Integer> options, @Nullable Plan finer, List<Double> deposits) {
        /// Copies the lists.
        Help {
            options = List.copyOf(options);
            deposits = List.copyOf(deposits);
        }
    }

    boolean isTested() {
        return chosen.isPossible();
    }

    int state() {
        return chosen.state();
    }

    List<Integer> levels() {
        return chosen.levels();
    }

    /// Whether every signatory keeps it.
    boolean holds() {
        return isTested() && kept.stream().allMatch(Kept::holds);
    }

    /// The smallest margin of the standing agreement; NaN where a patience is not stated.
    double standingMargin() {
        double least = Double.POSITIVE_INFINITY;
        for (Kept one : kept) {
            least = Math.min(least, one.margin());
        }
        return least;
    }
}

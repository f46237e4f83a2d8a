// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.List;
import org.detente.compile.Factor;
import org.detente.compile.Readings;
import org.jspecify.annotations.Nullable;

/// Everything found about parties outside an agreement.
///
/// @param ground the case as written, every number at its centre
/// @param outsiders the parties outside, in the order of each package's `spoilers`
/// @param packages the packages, each with what every party outside would do about it
/// @param views the same in each view
/// @param ends the same with one number at one end of its range
/// @param drawn the same in readings drawn from all ranges at once; null where nothing is uncertain
record SpoilersFindings(
        Ground ground,
        List<Outsider> outsiders,
        List<Threatened> packages,
        List<ViewThreats> views,
        Ends ends,
        @Nullable Drawn drawn) {
    /// Copies the lists.
    SpoilersFindings {
        outsiders = List.copyOf(outsiders);
        packages = List.copyOf(packages);
        views = List.copyOf(views);
    }

    /// What was found of one package in readings drawn, or null.
    static @Nullable DrawnPackage drawn(@Nullable Drawn drawn, int index) {
        return drawn == null || drawn.packages().isEmpty() ? null : drawn.packages().get(index);
    }

    /// A package with what parties outside would do about it.
    ///
    /// @param chosen the package
    /// @param holds whether every signatory keeps it while all parties outside leave it alone
    /// @param spoilers one for each party outside that has options; none if it cannot stand
    record Threatened(Chosen chosen, boolean holds, List<Spoiler> spoilers) {
        /// Copies the list.
        Threatened {
            spoilers = List.copyOf(spoilers);
        }

        /// Whether a party's best move is something other than leaving it alone.
        boolean isTouchedBy(Spoiler spoiler) {
            return spoiler.best().state() != chosen.state();
        }

        /// Whether some party outside does not leave it alone.
        boolean isTouched() {
            return spoilers.stream().anyMatch(this::isTouchedBy);
        }

        /// Whether signatories who would keep it no longer do after a party's best move.
        boolean isWreckedBy(Spoiler spoiler) {
            return holds && isTouchedBy(spoiler) && !spoiler.best().survives();
        }
    }

    /// What a view says.
    ///
    /// @param name the view's name
    /// @param outsiders the parties outside as the view has them
    /// @param packages as in the case as written, every number at its centre
    /// @param drawn as in the case as written, from the view's own ranges; null where all parties
    ///   outside leave every package alone in it and none goes by uncertain points
    record ViewThreats(
            String name,
            List<Outsider> outsiders,
            List<Threatened> packages,
            @Nullable Drawn drawn) {
        /// Copies the lists.
        ViewThreats {
            outsiders = List.copyOf(outsiders);
            packages = List.copyOf(packages);
        }
    }

    /// From least to most; NaN where there is nothing to tell.
    ///
    /// @param least the least
    /// @param most the most
    record Span(double least, double most) {
        /// Nothing to tell.
        static final Span NONE = new Span(Double.NaN, Double.NaN);

        /// The span that holds a further number.
        Span with(double number) {
            return Double.isNaN(number)
                    ? this
                    : Double.isNaN(least)
                            ? new Span(number, number)
                            : new Span(Math.min(least, number), Math.max(most, number));
        }

        /// The span that holds another too.
        Span with(Span other) {
            return with(other.least).with(other.most);
        }
    }

    /// What one number at a time changes.
    ///
    /// @param numberCount how many numbers were looked at at both ends
    /// @param turns where a party's best move is another, or a package's survival of it turns
    /// @param gaps for each package and party outside, by how many of its own points its best move
    ///   there is better than leaving the package alone, over the ends of the numbers that its
    ///   points rest on
    record Ends(int numberCount, List<Turn> turns, List<List<Span>> gaps) {
        /// Copies the lists.
        Ends {
            turns = List.copyOf(turns);
            gaps = gaps.stream().map(List::copyOf).toList();
        }
    }

    /// A number at whose end a party's best move or the survival of a package turns.
    ///
    /// @param factor the number
    /// @param position which end
    /// @param packageIndex which package
    /// @param mover whose best move it is about
    /// @param state what its best move there leads to
    /// @param survives whether the package survives that there
    record Turn(
            Factor factor,
            Factor.Position position,
            int packageIndex,
            int mover,
            int state,
            boolean survives) {}

    /// What was found in readings drawn from all ranges at once.
    ///
    /// @param readings the readings
    /// @param packages one for each package; none if no reading fits what is stated
    record Drawn(Readings readings, List<DrawnPackage> packages) {
        /// Copies the list.
        Drawn {
            packages = List.copyOf(packages);
        }

        /// How many readings were found.
        int size() {
            return readings.size();
        }

        /// Whether a party's best move is found anew in each.
        boolean isAnew(Outsider outsider) {
            return isAnew(readings, outsider);
        }

        /// Whether a party's best move is found anew in each of some readings: it goes by points,
        /// and these are not the same in all.
        static boolean isAnew(Readings readings, Outsider outsider) {
            return outsider.isUncertain()
                    || (outsider.by() == Outsider.By.POINTS
                            && readings.isDrawnWhole(outsider.id()));
        }
    }

    /// One package in readings drawn.
    ///
    /// @param kept in how many it is kept while all parties outside leave it alone
    /// @param spoilers one for each party outside; none if it cannot stand
    record DrawnPackage(int kept, List<DrawnSpoiler> spoilers) {
        /// Copies the list.
        DrawnPackage {
            spoilers = List.copyOf(spoilers);
        }
    }

    /// One party outside and one package in readings drawn.
    ///
    /// @param survived in how many the package survives the party's best move there
    /// @param leftAlone in how many it leaves the package alone
    /// @param moves its best moves, leaving it alone among them, the most frequent first
    /// @param gap by how many of its own points its best move is better than leaving it alone
    /// @param deterrents single changes that keep it from touching the package at the centre, or in
    ///   more readings than there are without them
    record DrawnSpoiler(
            int survived,
            int leftAlone,
            List<DrawnMove> moves,
            Span gap,
            List<DrawnDeterrent> deterrents) {
        /// Copies the lists.
        DrawnSpoiler {
            moves = List.copyOf(moves);
            deterrents = List.copyOf(deterrents);
        }
    }

    /// A best move in readings drawn.
    ///
    /// @param state the state it leads to; the package's own if it stays
    /// @param readings in how many it is the party's best
    /// @param survived in how many of these the package is kept after it
    record DrawnMove(int state, int readings, int survived) {}

    /// A change beforehand in readings drawn.
    ///
    /// @param deterrent the change
    /// @param leftAlone in how many the party leaves the package alone with it
    record DrawnDeterrent(Deterrent deterrent, int leftAlone) {}
}

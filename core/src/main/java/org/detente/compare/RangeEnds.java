// SPDX-License-Identifier: Apache-2.0
package org.detente.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.detente.compile.Factor;

/// Two packages at both ends of every range that they rest on, one range at a time.
///
/// @param factorCount how many ranges there are
/// @param acceptedBefore at how many ends the first package is acceptable
/// @param acceptedAfter at how many ends the second is
/// @param least by party, the smallest change of points, the centre included
/// @param most by party, the largest
/// @param turns the ends at which a party's change has another sign than at the centre
record RangeEnds(
        int factorCount,
        int acceptedBefore,
        int acceptedAfter,
        List<Double> least,
        List<Double> most,
        List<Turn> turns) {
    /// Copies the lists.
    RangeEnds {
        least = List.copyOf(least);
        most = List.copyOf(most);
        turns = List.copyOf(turns);
    }

    /// An end at which what is a gain at the centre is none, or the other way round.
    ///
    /// @param factor the range
    /// @param value the number at that end
    /// @param party the party's index
    /// @param change its change of points there
    record Turn(Factor factor, double value, int party, double change) {}

    /// How many ends were looked at.
    int endCount() {
        return 2 * factorCount;
    }

    /// Looks at every end.
    ///
    /// @param centre the reading at the centres
    /// @param before a package
    /// @param after another
    static RangeEnds of(Weighed centre, int[] before, int[] after) {
        List<Double> least = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        for (int party = 0; party < centre.parties().size(); party++) {
            double change = centre.change(party, before, after);
            least.add(change);
            most.add(change);
        }
        List<Turn> turns = new ArrayList<>();
        int acceptedBefore = 0;
        int acceptedAfter = 0;
        List<Factor> factors = centre.form().factors();
        for (Factor factor : factors) {
            for (Factor.Position position : List.of(Factor.Position.LOW, Factor.Position.HIGH)) {
                double value = factor.at(position);
                Weighed end = Weighed.of("", centre.form().with(Map.of(factor.path(), value)));
                acceptedBefore += end.accepts(before) ? 1 : 0;
                acceptedAfter += end.accepts(after) ? 1 : 0;
                for (int party = 0; party < least.size(); party++) {
                    double change = end.change(party, before, after);
                    least.set(party, Math.min(least.get(party), change));
                    most.set(party, Math.max(most.get(party), change));
                    if (Math.signum(change) != Math.signum(centre.change(party, before, after))) {
                        turns.add(new Turn(factor, value, party, change));
                    }
                }
            }
        }
        return new RangeEnds(factors.size(), acceptedBefore, acceptedAfter, least, most, turns);
    }
}

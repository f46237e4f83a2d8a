// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.NamedPackage;
import org.detente.compile.PackageBan;

/// A package that a user names, looked up in the answer.
///
/// @param name what the user calls it
/// @param levels a level index for each item
/// @param standings how it stands in each reading, the case as written first
record LookedUp(String name, List<Integer> levels, List<Standing> standings) {
    /// Copies the lists.
    LookedUp {
        levels = List.copyOf(levels);
        standings = List.copyOf(standings);
    }

    /// How a package stands in one reading.
    ///
    /// @param reading the reading's name
    /// @param isAcceptable whether it is allowed and everybody who must agree prefers it to no
    ///   agreement
    /// @param broken the rules and red lines it breaks
    /// @param values by party of the bargain, points
    /// @param gains by party of the bargain, points above no agreement
    /// @param headroom what all signatories could still gain at once by another acceptable package
    record Standing(
            String reading,
            boolean isAcceptable,
            List<PackageBan> broken,
            List<Double> values,
            List<Double> gains,
            Bargain.Headroom headroom) {
        /// Copies the lists.
        Standing {
            broken = List.copyOf(broken);
            values = List.copyOf(values);
            gains = List.copyOf(gains);
        }
    }

    /// Looks a package up.
    ///
    /// @param wanted the package
    /// @param readings the readings, the case as written first
    static LookedUp of(NamedPackage wanted, List<Solved> readings) {
        int[] levels = readings.getFirst().form().levelsOf(wanted.name(), wanted.settings());
        List<Standing> standings = new ArrayList<>();
        for (Solved reading : readings) {
            standings.add(standing(reading, levels));
        }
        return new LookedUp(wanted.name(), Levels.list(levels), standings);
    }

    private static Standing standing(Solved reading, int[] levels) {
        Bargain bargain = reading.bargain();
        List<Double> values = new ArrayList<>();
        List<Double> gains = new ArrayList<>();
        for (int party = 0; party < bargain.parties().size(); party++) {
            double value = bargain.space().value(party, levels);
            values.add(value);
            double gain = value - bargain.fallback(party);
            gains.add(Math.abs(gain) <= bargain.tolerance(party) ? 0.0 : gain);
        }
        return new Standing(
                reading.name(),
                bargain.accepts(levels),
                bargain.form().broken(levels),
                values,
                gains,
                bargain.headroom(levels));
    }
}

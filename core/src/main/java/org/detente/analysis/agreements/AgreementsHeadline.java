// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.compile.PackageItem;
import org.detente.model.Setting;
import org.jspecify.annotations.Nullable;

/// What an analysis of agreements comes to, for comparing it with another.
///
/// @param open whether some package is acceptable to all who must agree, numbers at their centres
/// @param efficientCount how many efficient acceptable packages there are, each worth something
///   else to somebody
/// @param fallback what no agreement is worth, by signatory, points per step
/// @param nash the Nash package, or null where the zone is closed
/// @param kalaiSmorodinsky the Kalai–Smorodinsky package, or null where the zone is closed
/// @param openEndCount at how many ends of ranges, one at a time, the zone is open
/// @param endCount how many ends were looked at
/// @param openViewCount under how many views the zone is open
/// @param viewCount how many views were looked at
public record AgreementsHeadline(
        boolean open,
        int efficientCount,
        SequencedMap<String, Double> fallback,
        @Nullable Pick nash,
        @Nullable Pick kalaiSmorodinsky,
        int openEndCount,
        int endCount,
        int openViewCount,
        int viewCount) {
    /// A package that a solution singles out.
    ///
    /// @param levels every item's level
    /// @param changed the items that it changes from how things stand now, and all terms
    /// @param gains by signatory, points above no agreement
    /// @param shares by signatory, that gain over the most it could gain by an acceptable package
    /// @param count how many packages the solution singles out, this being the first
    public record Pick(
            List<Setting> levels,
            List<Setting> changed,
            SequencedMap<String, Double> gains,
            SequencedMap<String, Double> shares,
            int count) {
        /// Copies the lists.
        public Pick {
            levels = List.copyOf(levels);
            changed = List.copyOf(changed);
        }
    }

    static AgreementsHeadline of(AgreementsFindings found) {
        Solved own = found.own();
        SequencedMap<String, Double> fallback = new LinkedHashMap<>();
        for (String party : own.form().signatories()) {
            fallback.put(party, own.form().fallback(party));
        }
        return new AgreementsHeadline(
                own.isOpen(),
                own.bargain().zone().length,
                fallback,
                pick(own, Solved.Solution.NASH),
                pick(own, Solved.Solution.KALAI_SMORODINSKY),
                found.ends().openCount(),
                found.ends().effects().size(),
                (int) found.views().stream().filter(Solved::isOpen).count(),
                found.views().size());
    }

    private static @Nullable Pick pick(Solved solved, Solved.Solution solution) {
        List<Integer> indices = solved.solutions().getOrDefault(solution, List.of());
        if (indices.isEmpty()) {
            return null;
        }
        int[] levels = solved.levels(solution);
        List<Setting> all = new ArrayList<>();
        List<Setting> changed = new ArrayList<>();
        for (int item = 0; item < levels.length; item++) {
            PackageItem one = solved.form().items().get(item);
            Setting setting = new Setting(one.ref(), one.levels().get(levels[item]).name());
            all.add(setting);
            if (one.isTerm() || levels[item] != one.nowIndex()) {
                changed.add(setting);
            }
        }
        SequencedMap<String, Double> gains = new LinkedHashMap<>();
        SequencedMap<String, Double> shares = new LinkedHashMap<>();
        for (int party = 0; party < solved.bargain().signatoryCount(); party++) {
            String id = solved.bargain().parties().get(party);
            gains.put(id, solved.gains().gain(indices.getFirst(), party));
            shares.put(id, solved.gains().share(indices.getFirst(), party));
        }
        return new Pick(all, changed, gains, shares, indices.size());
    }
}

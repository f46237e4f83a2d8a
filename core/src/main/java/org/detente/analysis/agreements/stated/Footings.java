// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the verdicts that are told rest on: those on the packages tabled, party by party in the
/// case as looked at, and what is said of all packages that hold, or are refused, in every reading.
///
/// @param tabled by package tabled and party; null where the verdict is open
/// @param always of packages acceptable to everybody in every reading
/// @param never of packages refused in every reading
record Footings(List<List<@Nullable Footing>> tabled, Tally always, Tally never) {
    /// So many packages that rest on assumptions are followed to their widening.
    static final int MOST_FOLLOWED = 256;

    /// How verdicts that hold in every reading divide.
    ///
    /// @param count how many packages
    /// @param stated how many of them rest on statements alone
    /// @param followed of how many of the others the smallest widening was sought
    /// @param smallest the smallest widening that reverses one of these, or null
    record Tally(int count, int stated, int followed, @Nullable Smallest smallest) {
        int assumed() {
            return count - stated;
        }
    }

    /// The smallest widening that reverses the verdict on one of several packages.
    ///
    /// @param reading the index of the reading in which it does
    /// @param index the package
    /// @param party whose numbers lie further out, by the largest share where several parties' do
    /// @param footing the widening
    record Smallest(int reading, int index, String party, Footing.Assumptions footing) {}

    /// A verdict that everybody shares in a reading and the footing that decides it.
    private record Deciding(String party, Footing footing) {}

    static Footings of(
            List<StatedFindings.View> readings,
            List<List<Integer>> packages,
            List<List<Integer>> tabled) {
        Search search = new Search(readings, packages);
        List<List<@Nullable Footing>> rows = new ArrayList<>();
        for (List<Integer> levels : tabled) {
            int index = packages.indexOf(levels);
            List<@Nullable Footing> row = new ArrayList<>();
            for (int party = 0; party < readings.getFirst().parties().size(); party++) {
                row.add(search.footing(0, index, party));
            }
            rows.add(java.util.Collections.unmodifiableList(row));
        }
        List<Integer> always = new ArrayList<>();
        List<Integer> never = new ArrayList<>();
        for (int index = 0; index < packages.size(); index++) {
            int at = index;
            if (readings.stream().allMatch(r -> r.joint(at) == Verdict.Held.ALL)) {
                always.add(index);
            } else if (readings.stream().allMatch(r -> r.joint(at) == Verdict.Held.NONE)) {
                never.add(index);
            }
        }
        return new Footings(rows, search.tally(always), search.tally(never));
    }

    /// Looks for footings, sharing what is found between readings.
    private static final class Search {
        private final List<StatedFindings.View> readings;
        private final List<List<Integer>> packages;
        private final List<List<PartyFooting>> byReading = new ArrayList<>();

        Search(List<StatedFindings.View> readings, List<List<Integer>> packages) {
            this.readings = readings;
            this.packages = packages;
            List<PartyFooting> known = new ArrayList<>();
            for (StatedFindings.View reading : readings) {
                List<PartyFooting> own = new ArrayList<>();
                for (PartyReading party : reading.parties().values()) {
                    PartyFooting footing =
                            known.stream()
                                    .filter(f -> f.serves(party.worth()))
                                    .findFirst()
                                    .orElseGet(
                                            () -> new PartyFooting(reading.form(), party.worth()));
                    if (!known.contains(footing)) {
                        known.add(footing);
                    }
                    own.add(footing);
                }
                byReading.add(own);
            }
        }

        private int[] levels(int index) {
            return StatedPackages.array(packages.get(index));
        }

        @Nullable Footing footing(int reading, int index, int party) {
            Verdict verdict = readings.get(reading).verdicts().get(index).get(party);
            if (verdict.held() == Verdict.Held.SOME) {
                return null;
            }
            return verdict.redLine() != null
                    ? new Footing.Statements()
                    : byReading.get(reading).get(party).of(levels(index), verdict.held());
        }

        private boolean onStatements(int reading, int index, int party) {
            Verdict verdict = readings.get(reading).verdicts().get(index).get(party);
            return verdict.redLine() != null
                    || byReading
                            .get(reading)
                            .get(party)
                            .onStatements(levels(index), verdict.held());
        }

        /// Whether a package's verdict in a reading stands on statements: all of those that accept,
        /// or one of those that refuse.
        private boolean onStatements(int reading, int index) {
            List<Verdict> verdicts = readings.get(reading).verdicts().get(index);
            boolean accepted = readings.get(reading).joint(index) == Verdict.Held.ALL;
            boolean all = true;
            boolean one = false;
            for (int party = 0; party < verdicts.size(); party++) {
                if (accepted || verdicts.get(party).held() == Verdict.Held.NONE) {
                    boolean stands = onStatements(reading, index, party);
                    all &= stands;
                    one |= stands;
                }
            }
            return accepted ? all : one;
        }

        Tally tally(List<Integer> indices) {
            int stated = 0;
            int followed = 0;
            Smallest smallest = null;
            for (int index : indices) {
                List<Integer> leaning = new ArrayList<>();
                for (int reading = 0; reading < readings.size(); reading++) {
                    if (!onStatements(reading, index)) {
                        leaning.add(reading);
                    }
                }
                if (leaning.isEmpty()) {
                    stated++;
                } else if (followed < MOST_FOLLOWED) {
                    followed++;
                    for (int reading : leaning) {
                        Deciding deciding = deciding(reading, index);
                        if (deciding.footing() instanceof Footing.Assumptions assumptions
                                && (smallest == null
                                        || assumptions.share() < smallest.footing().share())) {
                            smallest = new Smallest(reading, index, deciding.party(), assumptions);
                        }
                    }
                }
            }
            return new Tally(indices.size(), stated, followed, smallest);
        }

        /// Of those who accept the one whose verdict falls first; of those who refuse the one whose
        /// falls last.
        private Deciding deciding(int reading, int index) {
            boolean accepted = readings.get(reading).joint(index) == Verdict.Held.ALL;
            List<String> ids = List.copyOf(readings.get(reading).parties().keySet());
            Deciding found = null;
            for (int party = 0; party < ids.size(); party++) {
                Verdict verdict = readings.get(reading).verdicts().get(index).get(party);
                Footing footing =
                        accepted || verdict.held() == Verdict.Held.NONE
                                ? footing(reading, index, party)
                                : null;
                if (footing instanceof Footing.Assumptions one
                        && (found == null
                                || (found.footing() instanceof Footing.Assumptions other
                                        && (accepted
                                                ? one.share() < other.share()
                                                : one.share() > other.share())))) {
                    found = new Deciding(ids.get(party), one);
                }
            }
            return java.util.Objects.requireNonNull(found);
        }
    }
}

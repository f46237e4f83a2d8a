// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// The smallest contradiction against trying every set.
class SmallestContradictionPropertyTest {
    private static BitSet drawn(SplittableRandom random, int count) {
        BitSet set = new BitSet();
        for (int k = random.nextInt(1, 6); k > 0; k--) {
            set.set(random.nextInt(count));
        }
        return set;
    }

    private static boolean isWithin(BitSet part, BitSet whole) {
        BitSet rest = (BitSet) part.clone();
        rest.andNot(whole);
        return rest.isEmpty();
    }

    /// The fewest constraints that do not hold, of all sets.
    private static int fewest(int count, Predicate<BitSet> holds) {
        int fewest = count + 1;
        for (long code = 0; code < 1L << count; code++) {
            BitSet set = BitSet.valueOf(new long[] {code});
            if (set.cardinality() < fewest && !holds.test(set)) {
                fewest = set.cardinality();
            }
        }
        return fewest;
    }

    @ParameterizedTest
    @Seeds(1000)
    void noSetOfFewerContradictsItself(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(2, 12);
        List<BitSet> clashes = new ArrayList<>();
        for (int k = random.nextInt(1, 7); k > 0; k--) {
            clashes.add(drawn(random, count));
        }
        Predicate<BitSet> holds = s -> clashes.stream().noneMatch(c -> isWithin(c, s));
        check(count, holds, 100_000, true);
        check(count, holds, random.nextInt(40), false);
    }

    private static void check(
            int count, Predicate<BitSet> holds, int mostTests, boolean mustBeProven) {
        BitSet known = Contradiction.smallest(count, holds);
        SmallestContradiction.Found found =
                SmallestContradiction.from(count, holds, known, mostTests);
        assertThat(holds.test(found.set())).isFalse();
        assertThat(found.isSmallest() || !mustBeProven).isTrue();
        if (found.isSmallest()) {
            assertThat(found.set().cardinality()).isEqualTo(fewest(count, holds));
        } else {
            assertThat(found.set()).isEqualTo(known);
        }
    }

    @ParameterizedTest
    @Seeds(150)
    void rowsOfPolyhedraToo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(4, 10);
        List<double[]> rows = new ArrayList<>();
        List<Double> rights = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            rows.add(random.ints(3, -2, 3).asDoubleStream().toArray());
            rights.add((double) random.nextInt(-1, 4));
        }
        Predicate<BitSet> holds =
                set -> {
                    Polyhedron.Builder builder = Polyhedron.builder(3);
                    set.stream().forEach(k -> builder.atLeast(rows.get(k), rights.get(k)));
                    return !builder.build().isEmpty();
                };
        BitSet all = new BitSet();
        all.set(0, count);
        if (!holds.test(all)) {
            check(count, holds, 100_000, true);
        }
    }
}

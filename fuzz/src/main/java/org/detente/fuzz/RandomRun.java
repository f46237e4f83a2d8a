// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Mutated cases by chance alone, counted: ten times as many in the same time as with coverage,
/// each made anew from one of the seeds.
public final class RandomRun {
    private static final int MOST_MUTATIONS = 5;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private RandomRun() {}

    /// Runs for a while and prints how many inputs ended how.
    ///
    /// @param args how many seconds; the seed, 1 if not given
    public static void main(String[] args) {
        long seconds = Long.parseLong(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        CaseMutator mutator = new CaseMutator();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Map<CaseInvariant.Ending, Long> count = new EnumMap<>(CaseInvariant.Ending.class);
        long cases = 0;
        long slowestNanos = 0;
        long start = System.nanoTime();
        try {
            for (long now = start; now - start < seconds * NANOS_PER_SECOND; cases++) {
                byte[] made = mutator.make(random, random.nextInt(MOST_MUTATIONS));
                long before = System.nanoTime();
                count.merge(CaseInvariant.check(made), 1L, Long::sum);
                now = System.nanoTime();
                slowestNanos = Math.max(slowestNanos, now - before);
            }
        } finally {
            System.out.printf(
                    "seed %d: %,d cases in %d s, %s, slowest %d ms%n",
                    seed,
                    cases,
                    (System.nanoTime() - start) / NANOS_PER_SECOND,
                    count,
                    slowestNanos / 1_000_000);
        }
    }
}

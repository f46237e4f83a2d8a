// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32C;

/// Mutated cases or conditions by chance alone, counted: several times as many in the same time as
/// with coverage, each made anew from one of the seeds.
public final class RandomRun {
    private static final int MOST_MUTATIONS = 4;
    private static final long REPORT_EVERY = 50_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, Long> count = new TreeMap<>();
    private final long start = System.nanoTime();
    private final String what;
    private final long[] prints;
    private int inputs;
    private long slowestNanos;

    private RandomRun(String what, int wanted) {
        this.what = what;
        this.prints = new long[wanted];
    }

    /// Runs over so many inputs and prints how many ended how, now and then and at the end, or
    /// until one does not hold.
    ///
    /// @param args `cases` or `conditions`; how many; the seed, 1 if not given
    public static void main(String[] args) {
        int wanted = Integer.parseInt(args[1]);
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        RandomRun run = new RandomRun("%s, seed %d".formatted(args[0], seed), wanted);
        switch (args[0]) {
            case "cases" -> run.cases(random);
            case "conditions" -> run.conditions(random);
            default -> throw new IllegalArgumentException("cases or conditions: " + args[0]);
        }
    }

    private void cases(RandomGenerator random) {
        CaseMutator mutator = new CaseMutator();
        run(
                () -> mutator.make(random, 1 + random.nextInt(MOST_MUTATIONS)),
                bytes -> CaseInvariant.check(bytes).name());
    }

    private void conditions(RandomGenerator random) {
        ConditionMutator mutator = new CaseMutator().conditions();
        run(
                () -> {
                    String made = mutator.any(random);
                    for (int k = 1 + random.nextInt(MOST_MUTATIONS); k > 0; k--) {
                        made = mutator.mutate(made, random);
                    }
                    return made.getBytes(StandardCharsets.UTF_8);
                },
                bytes -> {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    return ConditionInvariant.check(text) ? "UNDERSTOOD" : "MISREAD";
                });
    }

    private void run(Supplier<byte[]> next, Function<byte[], String> check) {
        try {
            while (inputs < prints.length) {
                byte[] made = next.get();
                long before = System.nanoTime();
                count.merge(check.apply(made), 1L, Long::sum);
                slowestNanos = Math.max(slowestNanos, System.nanoTime() - before);
                prints[inputs++] = print(made);
                if (inputs % REPORT_EVERY == 0 && inputs < prints.length) {
                    report();
                }
            }
        } finally {
            report();
        }
    }

    /// Two unlike hashes in one, to count how many inputs differ.
    private static long print(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (crc.getValue() << Integer.SIZE) | (Arrays.hashCode(bytes) & 0xFFFF_FFFFL);
    }

    private int different() {
        long[] sorted = Arrays.copyOf(prints, inputs);
        Arrays.sort(sorted);
        int different = 0;
        for (int i = 0; i < sorted.length; i++) {
            different += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return different;
    }

    private void report() {
        long heap =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(peak -> peak.getUsed())
                        .sum();
        System.out.printf(
                "%s: %,d (%,d different) in %,d s, %s, slowest %,d ms, heap at most %,d MB%n",
                what,
                inputs,
                different(),
                (System.nanoTime() - start) / NANOS_PER_SECOND,
                count,
                slowestNanos / NANOS_PER_MILLI,
                heap >> 20);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// How fast memory can be read and written, the bound on any kernel that streams over all states:
/// an array far larger than the caches of a core, 256 MB for each thread.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseParallelGC"})
public class MemoryBenchmark {
    private static final int LENGTH = 1 << 26;

    private int[] cells = {};

    /// Made by JMH.
    public MemoryBenchmark() {}

    /// Makes the array.
    @Setup(Level.Trial)
    public void fill() {
        cells = new int[LENGTH];
        for (int k = 0; k < LENGTH; k++) {
            cells[k] = k;
        }
    }

    private int read() {
        int bits = 0;
        for (int k = 0; k < cells.length; k++) {
            bits |= cells[k];
        }
        return bits;
    }

    private int[] readAndWrite() {
        for (int k = 0; k < cells.length; k++) {
            cells[k] = cells[k] ^ 1;
        }
        return cells;
    }

    /// Reads 256 MB on one thread.
    ///
    /// @return the bits seen
    @Benchmark
    public int readOnOneThread() {
        return read();
    }

    /// Reads 256 MB on each of two threads.
    ///
    /// @return the bits seen
    @Benchmark
    @Threads(2)
    public int readOnTwoThreads() {
        return read();
    }

    /// Reads and writes 256 MB on each of two threads.
    ///
    /// @return the array
    @Benchmark
    @Threads(2)
    public int[] readAndWriteOnTwoThreads() {
        return readAndWrite();
    }
}

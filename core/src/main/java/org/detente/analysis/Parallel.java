// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Independent pieces of work on several threads, their results in order.
public final class Parallel {
    private Parallel() {}

    /// Applies a function to the numbers from 0.
    ///
    /// @param count how many numbers
    /// @param threadCount how many threads may work
    /// @param work what is done; must not depend on the others' results
    /// @param <T> what each piece of work gives
    /// @return the results by number
    public static <T extends @Nullable Object> List<T> map(
            int count, int threadCount, IntFunction<T> work) {
        List<T> results = new ArrayList<>();
        if (threadCount == 1 || count < 2) {
            for (int k = 0; k < count; k++) {
                results.add(work.apply(k));
            }
            return results;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threadCount)) {
            List<Future<T>> pending = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                int number = k;
                pending.add(pool.submit(() -> work.apply(number)));
            }
            for (Future<T> one : pending) {
                results.add(one.get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while working", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("work failed", failed);
        }
        return results;
    }
}

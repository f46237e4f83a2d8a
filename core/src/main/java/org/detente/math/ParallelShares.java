// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Numbered shares of work, taken in turn by a few threads, the calling one among them.
final class ParallelShares {
    private ParallelShares() {}

    /// Does all shares and returns when the last is done.
    ///
    /// @param threads how many threads, at least 1
    /// @param count how many shares
    /// @param body does one share; shares must not touch what others touch
    static void run(int threads, int count, IntConsumer body) {
        AtomicInteger next = new AtomicInteger();
        Runnable work =
                () -> {
                    for (int share = next.getAndIncrement();
                            share < count;
                            share = next.getAndIncrement()) {
                        body.accept(share);
                    }
                };
        List<FutureTask<Boolean>> others = new ArrayList<>();
        for (int thread = 1; thread < Math.min(threads, count); thread++) {
            FutureTask<Boolean> task = new FutureTask<>(work, true);
            others.add(task);
            Thread.ofPlatform().daemon().name("packages-" + thread).start(task);
        }
        work.run();
        for (FutureTask<Boolean> other : others) {
            join(other);
        }
    }

    private static void join(FutureTask<Boolean> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a thread", e);
        }
    }
}

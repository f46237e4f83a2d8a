// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.detente.analysis.Progress;
import org.jspecify.annotations.Nullable;

/// A bar on standard error for work that takes over a second, if somebody is looking.
final class ProgressLine implements Progress, AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Terminal terminal;
    private final long startNanos = System.nanoTime();
    private @Nullable ProgressBar bar;

    /// A bar that is not shown yet.
    ///
    /// @param terminal where it will be shown
    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void report(String phase, long done, long total) {
        if (!terminal.errIsTerminal() || System.nanoTime() - startNanos < PATIENCE_NANOS) {
            return;
        }
        if (bar == null) {
            bar = newBar();
        }
        bar.setExtraMessage(" " + phase);
        bar.maxHint(total == 0 ? -1 : total);
        bar.stepTo(done);
    }

    private ProgressBar newBar() {
        PrintStream err = new PrintStream(terminal.err(), true, terminal.errCharset());
        return new ProgressBarBuilder()
                .setTaskName("detente")
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .hideEta()
                .setConsumer(new ConsoleProgressBarConsumer(err, terminal.width() - 1))
                .build();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

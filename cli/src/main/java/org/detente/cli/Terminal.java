// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run talks to.
///
/// @param out standard output, unbuffered; gets the answer and nothing else
/// @param err standard error; gets everything else
/// @param outIsTerminal whether somebody reads standard output on a terminal
/// @param errIsTerminal whether somebody reads standard error on a terminal
/// @param outCharset the characters standard output can show
/// @param errCharset the characters standard error can show
/// @param environment the environment variables
/// @param in standard input
/// @param inIsTerminal whether somebody types standard input on a terminal
record Terminal(
        OutputStream out,
        OutputStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Charset outCharset,
        Charset errCharset,
        Map<String, String> environment,
        InputStream in,
        boolean inIsTerminal) {
    private static final int DEFAULT_WIDTH = 80;
    private static final int LEAST_WIDTH = 20;

    /// What a run talks to that reads nothing.
    Terminal(
            OutputStream out,
            OutputStream err,
            boolean outIsTerminal,
            boolean errIsTerminal,
            Charset outCharset,
            Charset errCharset,
            Map<String, String> environment) {
        this(
                out,
                err,
                outIsTerminal,
                errIsTerminal,
                outCharset,
                errCharset,
                environment,
                InputStream.nullInputStream(),
                false);
    }

    /// What this process talks to. The launcher says by system properties what is a terminal.
    ///
    /// @return the process's streams
    static Terminal ofProcess() {
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Boolean.getBoolean("detente.stdout.terminal"),
                Boolean.getBoolean("detente.stderr.terminal"),
                charset(System.getProperty("stdout.encoding")),
                charset(System.getProperty("stderr.encoding")),
                System.getenv(),
                new FileInputStream(FileDescriptor.in),
                isTyped());
    }

    @SuppressWarnings("SystemConsoleNull") // isTerminal decides; the method may still return null
    private static boolean isTyped() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static Charset charset(@Nullable String name) {
        return name != null && Charset.isSupported(name)
                ? Charset.forName(name)
                : StandardCharsets.US_ASCII;
    }

    /// How wide a line on this terminal is.
    ///
    /// @return columns: those of `COLUMNS`, else 80
    int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{0,3}")
                ? Math.max(LEAST_WIDTH, Integer.parseInt(columns))
                : DEFAULT_WIDTH;
    }

    /// Whether standard output can show no more than ASCII.
    ///
    /// @return whether text must do without other characters
    boolean outIsAscii() {
        return isAscii(outCharset);
    }

    /// Whether text on standard output may be coloured when nobody says otherwise.
    ///
    /// @return whether it goes to a terminal that is not a dumb one and `NO_COLOR` is not set
    boolean outIsColoured() {
        return outIsTerminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /// Whether a failure is to be told with its stack trace.
    ///
    /// @return whether `DETENTE_DEBUG` is set
    boolean debug() {
        return !environment.getOrDefault("DETENTE_DEBUG", "").isEmpty();
    }

    /// Writes a line to standard error.
    ///
    /// @param words the line; anything that could steer a terminal is made visible
    void tell(String words) {
        PrintStream stream = new PrintStream(err, true, errCharset);
        stream.println(shown(words, isAscii(errCharset)));
    }

    /// Writes words to standard output, at once.
    ///
    /// @param words the words; anything that could steer a terminal is made visible
    void say(String words) {
        PrintStream stream = new PrintStream(out, true, outCharset);
        stream.print(shown(words, outIsAscii()));
        stream.flush();
    }

    private static boolean isAscii(Charset charset) {
        return !charset.newEncoder().canEncode('“');
    }

    private static String shown(String words, boolean ascii) {
        StringBuilder shown = new StringBuilder(words.length());
        words.codePoints()
                .forEach(point -> {
                    if (point != '\n' && Character.isISOControl(point)) {
                        shown.append("\\u%04x".formatted(point));
                    } else {
                        shown.appendCodePoint(point);
                    }
                });
        return ascii ? inAscii(shown.toString()) : shown.toString();
    }

    private static String inAscii(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[“”]", "\"")
                .replaceAll("[‘’]", "'")
                .replaceAll("[–—]", "-")
                .replace("…", "...");
    }
}

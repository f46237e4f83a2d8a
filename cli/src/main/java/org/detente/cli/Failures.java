// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.detente.exchange.ExportError;
import org.detente.exchange.ImportError;
import org.detente.model.ModelError;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Tells what stopped a run, and gives the exit code for it.
final class Failures {
    private static final Pattern WHOLE_NUMBER =
            Pattern.compile(
                    "(?s)Invalid value for option '(.+?)'.*: '(.*)' is not an? (?:int|long)");
    private static final Pattern ONE_OF =
            Pattern.compile(
                    "(?s)Invalid value for option '(.+?)'.*: expected one of \\[(.*)\\] \\(case-.*\\) but was '(.*)'");

    private final Terminal terminal;

    /// Failures of one run.
    ///
    /// @param terminal the process's streams
    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The command cannot be understood.
    ///
    /// @param error what is wrong with it
    /// @param arguments the command
    /// @return the exit code
    int wrongCommand(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        terminal.tell("detente: " + sentence(words(String.valueOf(error.getMessage()))));
        StringWriter suggestions = new StringWriter();
        CommandLine.UnmatchedArgumentException.printSuggestions(
                error, new PrintWriter(suggestions));
        if (!suggestions.toString().isBlank()) {
            terminal.tell(suggestions.toString().strip());
        }
        terminal.tell(
                "'%s --help' tells how it is used."
                        .formatted(command.getCommandSpec().qualifiedName()));
        return ExitCode.WRONG_INPUT;
    }

    /// The library speaks of types and of the constants of an enum, which users write in small
    /// letters.
    private static String words(String message) {
        Matcher number = WHOLE_NUMBER.matcher(message);
        if (number.matches()) {
            return "%s is '%s'; write a whole number that is not too large."
                    .formatted(number.group(1), number.group(2));
        }
        Matcher choice = ONE_OF.matcher(message);
        return choice.matches()
                ? "%s is '%s'; write one of %s."
                        .formatted(
                                choice.group(1),
                                choice.group(3),
                                choice.group(2).toLowerCase(Locale.ROOT))
                : message;
    }

    private static String sentence(String words) {
        return words.endsWith(".") || words.endsWith("?") ? words : words + ".";
    }

    private void tell(ModelError error) {
        error.problems().forEach(p -> terminal.tell(p.line(error.source())));
    }

    /// The command could not be carried out.
    ///
    /// @param failure what stopped it
    /// @param command the command
    /// @param arguments its options
    /// @return the exit code
    int stopped(Exception failure, CommandLine command, ParseResult arguments) {
        boolean debug = terminal.debug() || asksForTrace(arguments);
        return switch (failure) {
            case ModelError error -> {
                tell(error);
                for (Throwable other : error.getSuppressed()) {
                    if (other instanceof ModelError further) {
                        tell(further);
                    }
                }
                yield ExitCode.WRONG_INPUT;
            }
            case ImportError error -> {
                error.problems().forEach(p -> terminal.tell(p.line()));
                yield ExitCode.WRONG_INPUT;
            }
            case ExportError error -> {
                terminal.tell("detente: " + error.getMessage());
                yield ExitCode.WRONG_INPUT;
            }
            case InputError error -> {
                terminal.tell("detente: " + error.getMessage());
                yield ExitCode.WRONG_INPUT;
            }
            case StandardOutput.ReaderGone _ -> ExitCode.DONE;
            case IOException error -> {
                terminal.tell("detente: reading or writing failed: %s.".formatted(describe(error)));
                trace(error, debug);
                yield ExitCode.FAILED;
            }
            default -> {
                report(failure, debug);
                yield ExitCode.FAILED;
            }
        };
    }

    /// The Java machine gave up.
    ///
    /// @param error why
    /// @param debug whether the command asks for the trace
    /// @return the exit code
    int died(Error error, boolean debug) {
        if (error instanceof OutOfMemoryError) {
            terminal.tell(
                    "detente: out of memory at a heap of %d MiB. Give more by DETENTE_HEAP, as in DETENTE_HEAP=8g; leave out options or levels of the case; or let --max-states refuse cases of this size."
                            .formatted(Runtime.getRuntime().maxMemory() >> 20));
        } else {
            report(error, debug || terminal.debug());
        }
        return ExitCode.FAILED;
    }

    private void report(Throwable failure, boolean debug) {
        terminal.tell(
                "detente: failed by a fault of its own: %s. Please report it with the case and what --debug prints."
                        .formatted(describe(failure)));
        trace(failure, debug);
    }

    private void trace(Throwable failure, boolean debug) {
        if (debug) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            terminal.tell(trace.toString().replace("\t", "    "));
        }
    }

    /// Whether the option stands before or after the name of the command.
    private static boolean asksForTrace(ParseResult arguments) {
        return arguments.hasMatchedOption(Detente.DEBUG)
                || arguments.subcommands().stream().anyMatch(Failures::asksForTrace);
    }

    private static String describe(Throwable failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        return message == null ? kind : "%s (%s)".formatted(message, kind);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/// The command itself: without a subcommand it shows its help.
@Command(
        name = "detente",
        versionProvider = Detente.VersionLine.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Can talks pre-empt the war, with which agreement, and would it hold?%n",
        description = {
            "%nA crisis is written down once, as a case: who can do what, what each prefers, and which"
                    + " claim every assumption rests on. Each analysis answers one question about it.",
            "%nCASE is the name of a bundled case, a folder with a case.yaml in it, or a file. Where a"
                    + " name could be both, the bundled case is meant; write ./NAME for the folder."
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; warnings do not change this",
            "1:the tool failed, or ran out of memory",
            "2:the input is wrong: the case, or the command",
            "3:a limit was hit and the answer is partial"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  detente analyze us-iran-2026          what follows from a bundled case",
            "  detente check my-crisis               is my folder's case.yaml in order?",
            "  detente explain us-iran-2026 --outcome deal",
            "  detente report my-crisis -o report.html",
            "  detente compare defiance pressure-works --case us-iran-2026",
            "  detente analyze my-crisis --only stability --format json > result.json",
            "  detente elicit my-crisis --party iran --by \"A. Expert\"",
            "  detente import Elmira.gmcr -o elmira/  another tool's model as a case",
            "  detente export elmira --to csv -o tables/",
            "",
            "Environment:",
            "  DETENTE_HEAP    memory for Java: a size as in 8g or a share as in 75%% (default 60%%)",
            "  DETENTE_DEBUG   when set, a failure is told with its stack trace, as with --debug",
            "  JAVA_HOME       a JDK 25 or newer; an older one is passed over",
            "  NO_COLOR        when set, no colours",
            "  COLUMNS         the width of a line, unless --width says otherwise",
            "",
            "'detente COMMAND --help' tells more about one command."
        })
final class Detente implements Runnable {
    /// The option that asks for stack traces.
    static final String DEBUG = "--debug";

    private static final SequencedMap<String, Function<Terminal, Object>> COMMANDS =
            new LinkedHashMap<>();

    static {
        COMMANDS.put("check", CheckCommand::new);
        COMMANDS.put("analyze", AnalyzeCommand::new);
        COMMANDS.put("explain", ExplainCommand::new);
        COMMANDS.put("report", ReportCommand::new);
        COMMANDS.put("compare", CompareCommand::new);
        COMMANDS.put("import", ImportCommand::new);
        COMMANDS.put("export", ExportCommand::new);
        COMMANDS.put("elicit", ElicitCommand::new);
        COMMANDS.put("cases", CasesCommand::new);
        COMMANDS.put("analyses", AnalysesCommand::new);
        COMMANDS.put("schema", SchemaCommand::new);
        COMMANDS.put("completion", CompletionCommand::new);
        COMMANDS.put("rehearse", _ -> new RehearseCommand());
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /// The line that `--version` prints.
    static final class VersionLine implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.line()};
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// Runs one command.
    ///
    /// @param terminal the process's streams
    /// @param arguments the command and its options
    /// @return the exit code
    static int run(Terminal terminal, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        CommandLine commandLine = commandLine(terminal, first);
        Failures failures = new Failures(terminal);
        commandLine.setParameterExceptionHandler(failures::wrongCommand);
        commandLine.setExecutionExceptionHandler(failures::stopped);
        try {
            int code = commandLine.execute(arguments);
            commandLine.getOut().flush();
            return code;
        } catch (Error error) {
            return failures.died(error, List.of(arguments).contains(DEBUG));
        }
    }

    /// The parser.
    ///
    /// @param terminal the process's streams
    /// @param first the first argument: if it names a command, only that is set up, since setting
    ///   up all of them takes longer than many an answer
    /// @return the parser, ready to execute
    static CommandLine commandLine(Terminal terminal, String first) {
        CommandLine commandLine = new CommandLine(new Detente());
        addCommonOptions(commandLine.getCommandSpec());
        boolean known = COMMANDS.containsKey(first);
        COMMANDS.forEach((name, command) -> {
            if (!known || name.equals(first)) {
                commandLine.addSubcommand(command.apply(terminal));
            }
        });
        commandLine.setOut(
                new PrintWriter(
                        new OutputStreamWriter(terminal.out(), terminal.outCharset()), true));
        commandLine.setErr(
                new PrintWriter(
                        new OutputStreamWriter(terminal.err(), terminal.errCharset()), true));
        commandLine.setColorScheme(
                CommandLine.Help.defaultColorScheme(terminal.outIsColoured() ? Ansi.ON : Ansi.OFF));
        commandLine.setUsageHelpWidth(Math.clamp(terminal.width(), 60, 100));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setAbbreviatedOptionsAllowed(false);
        return commandLine;
    }

    private static void addCommonOptions(CommandLine.Model.CommandSpec spec) {
        spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Show this help.")
                        .build());
        spec.addOption(
                OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build());
        spec.addOption(
                OptionSpec.builder(DEBUG)
                        .scopeType(ScopeType.INHERIT)
                        .description("Tell a failure with its stack trace.")
                        .build());
    }
}

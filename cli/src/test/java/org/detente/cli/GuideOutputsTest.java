// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the guides show after a command is what the command prints. A line with … stands for what a
/// guide leaves out.
class GuideOutputsTest {
    private static final Path GUIDES = Path.of("..", "docs", "guide");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Pattern SHOWN =
            Pattern.compile("(?s)```\n\\$ \\./detente ([^\n]*)\n(.*?)```");
    private static final String CUT = "(?m)^…\n";
    private static final String KEY = "weir";

    @TempDir private Path folder;

    /// A command and the output that a guide shows for it.
    private record Shown(String command, String output) {}

    @Test
    void firstGuideShowsWhatTheCommandsPrintStepByStep() throws Exception {
        String guide = guide("01-your-first-case.md");
        List<String> yaml = YAML.matcher(guide).results().map(found -> found.group(1)).toList();
        String begun = yaml.get(0);
        String written = begun + "\n" + yaml.get(1);
        List<String> steps =
                List.of(
                        begun,
                        written,
                        written,
                        withThreeMistakes(written),
                        withLevels(written),
                        withSources(written, yaml.get(3)));
        List<Shown> shown = shown(guide);
        assertThat(shown).hasSameSizeAs(steps);
        for (int i = 0; i < steps.size(); i++) {
            Path target = Files.createDirectories(folder.resolve(KEY));
            Files.writeString(target.resolve("case.yaml"), steps.get(i));
            assertPrinted(shown.get(i));
        }
    }

    @Test
    void secondGuideShowsWhatTheCommandsPrint() throws Exception {
        List<Shown> shown = shown(guide("02-reading-the-answer.md"));
        assertThat(shown).isNotEmpty().allSatisfy(this::assertPrinted);
    }

    @Test
    void thirdGuideShowsWhatTheCommandsPrintStepByStep() throws Exception {
        String guide = guide("03-interviewing-an-expert.md");
        List<String> yaml = YAML.matcher(guide).results().map(found -> found.group(1)).toList();
        Path target = Files.createDirectories(folder.resolve(KEY));
        Files.writeString(target.resolve("case.yaml"), yaml.get(0));
        Files.writeString(target.resolve("answers.yaml"), yaml.get(1));
        Files.writeString(target.resolve("slip.yaml"), yaml.get(2));
        List<Shown> shown = shown(guide);
        assertThat(shown).hasSize(3);
        shown.forEach(this::assertPrinted);
        assertThat(Files.readString(target.resolve("case.yaml"))).contains(yaml.get(3).indent(2));
    }

    private static String withThreeMistakes(String written) {
        String once = replaced(written, "lawsuit: lower.sue", "lawsuit: lower.sues");
        String twice = replaced(once, "now: {upper.hold: yes}", "now: {upper.hold: on}");
        return replaced(twice, "lower.pay, upper.hold]", "lower.pay and, upper.hold]");
    }

    private static String withLevels(String written) {
        String text = "hold: {text: Hold water back in dry weeks";
        return replaced(written, text + "}", text + ", levels: [none, partial, full]}");
    }

    /// Puts the sources and claims of the guide's block before the parties, and its lines for an
    /// option and for an order in the place of those they repeat.
    private static String withSources(String written, String block) {
        String sources = block.substring(0, block.indexOf("options:"));
        String once = replaced(written, "parties:\n", sources + "parties:\n");
        String twice = replaced(once, line(written, "    sue: "), line(block, "    sue: "));
        return replaced(
                twice,
                line(written, "    order: [not upper.hold"),
                line(block, "    order: [not upper.hold"));
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    private static String replaced(String text, String part, String by) {
        assertThat(text).containsOnlyOnce(part);
        return text.replace(part, by);
    }

    private static String guide(String name) throws Exception {
        return Files.readString(GUIDES.resolve(name));
    }

    private static List<Shown> shown(String guide) {
        return SHOWN.matcher(guide)
                .results()
                .map(found -> new Shown(found.group(1), found.group(2)))
                .toList();
    }

    private void assertPrinted(Shown shown) {
        String[] arguments =
                Arrays.stream(shown.command().split(" "))
                        .map(word ->
                                word.equals(KEY) || word.startsWith(KEY + "/")
                                        ? folder.resolve(word).toString()
                                        : word)
                        .toArray(String[]::new);
        Ran ran = Ran.of(arguments);
        String printed = (ran.out() + ran.err()).replace(folder + "/", "");
        String kept =
                Arrays.stream(shown.output().split(CUT, -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("(?s:.*)"));
        assertThat(printed)
                .withFailMessage(
                        "After ./detente %s the guide shows%n%s%nbut the command prints%n%s",
                        shown.command(), shown.output(), printed)
                .matches(kept);
    }
}

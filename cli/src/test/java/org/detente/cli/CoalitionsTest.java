// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoalitionsTest {
    private static final String SECTION = "If parties move together";

    private static Ran stability(String name, String... more) {
        return Ran.of(
                Stream.concat(Stream.of("analyze", name, "--only", "stability"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static String of(String... parties) {
        return """
        detente: 1
        title: Some
        parties: {%s}
        options: {%s}
        """
                .formatted(
                        Stream.of(parties).map(p -> p + ": {}").collect(Collectors.joining(", ")),
                        Stream.of(parties)
                                .map(p -> p + ".go: {}")
                                .collect(Collectors.joining(", ")));
    }

    private static Path written(Path folder, String text) throws Exception {
        return Files.writeString(folder.resolve("case.yaml"), text);
    }

    @Test
    void allCoalitionsAreLookedAtWhenAskedFor() {
        assertThat(stability("elmira").out()).doesNotContain(SECTION);
        Ran all = stability("elmira", "--coalitions", "all");
        assertThat(all.code()).isEqualTo(ExitCode.DONE);
        assertThat(all.out()).contains(SECTION, "Of the 4 coalitions looked at, 1 would leave");
        assertThat(stability("elmira", "--coalitions", "all", "--format", "json").out())
                .contains("\"coalitions\"", "\"ministry+company\"", "\"company.accept\": \"yes\"");
    }

    @Test
    void coalitionsThatTheCaseNamesAreLookedAtUnlessToldNotTo() {
        Ran named = stability("us-iran-2026-core");
        assertThat(named.code()).isEqualTo(ExitCode.DONE);
        assertThat(named.out()).contains(SECTION, "View by view");
        assertThat(stability("us-iran-2026-core", "--coalitions", "none").out())
                .doesNotContain(SECTION);
    }

    @Test
    void threadsChangeNothing() {
        String[] one = {"--coalitions", "all", "--format", "json", "--threads", "1"};
        String[] two = {"--coalitions", "all", "--format", "json", "--threads", "3"};
        assertThat(stability("elmira", two)).isEqualTo(stability("elmira", one));
    }

    @Test
    void whatIsNotAChoiceIsRefused() {
        Ran ran = stability("elmira", "--coalitions", "some");
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("some", "named");
        Ran bound = stability("elmira", "--coalition-steps", "0");
        assertThat(bound.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(bound.err()).contains("at least 1").hasLineCount(1);
    }

    @Test
    void allCoalitionsOfNinePartiesAreRefused(@TempDir Path folder) throws Exception {
        Path file = written(folder, of("a", "b", "c", "d", "e", "f", "g", "h", "i"));
        Ran all = stability(file.toString(), "--coalitions", "all");
        assertThat(all.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(all.out()).isEmpty();
        assertThat(all.err()).contains("up to 8 parties", "9 have").hasLineCount(1);
        assertThat(stability(file.toString()).code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aBoundThatIsHitIsToldAndMakesTheAnswerPartial() {
        Ran ran = stability("elmira", "--coalitions", "all", "--coalition-steps", "8");
        assertThat(ran.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(ran.out()).contains("--coalition-steps 8", "Left out");
    }

    @Test
    void mistakesInCoalitionsAreToldTogether(@TempDir Path folder) throws Exception {
        String text = of("a", "b", "c");
        Path file = written(folder, text + "coalitions: [[a, d], [b], [c, c]]\n");
        Ran ran = Ran.of("check", file.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("'d'", "names 1 party", "names c twice")
                .satisfies(err ->
                        assertThat(err.lines())
                                .allSatisfy(line -> assertThat(line).contains("coalitions")));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.detente.cli.EnforcementCommandTest.PACT;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mistakes in what enforcement goes by: packages that cannot stand, and times out of bounds.
class EnforcementInputTest {
    @TempDir private Path folder;

    private Ran ran(String text, String... more) throws Exception {
        return EnforcementCommandTest.ran(folder, text, more);
    }

    private Path written(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file;
    }

    @Test
    void packageThatAOneWayOptionHasLeftBehindIsRefused() throws Exception {
        String text = PACT.replace("a.hold: {}", "a.hold: {moves: up}") + "now: {a.hold: yes}\n";
        Path file = written("back.yaml", "b.hold: yes\na.hold: no\n");
        Ran ran = ran(text, "--package", file.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains(
                        "back.yaml:2:1  a.hold  is at no, which cannot be reached: it stands at yes now and can only be moved up.",
                        "Name yes, or let the option move both ways; --only agreements looks it up as it is.")
                .hasLineCount(1);
        Ran looked =
                Ran.of(
                        "analyze",
                        folder.toString(),
                        "--only",
                        "agreements",
                        "--package",
                        file.toString());
        assertThat(looked.code()).isZero();
        Ran all = Ran.of("report", folder.toString(), "--package", file.toString());
        assertThat(all.code()).isEqualTo(ExitCode.WRONG_INPUT);
    }

    @Test
    void packagesThatARuleForbidsAreRefusedTogether() throws Exception {
        String text =
                PACT
                        + "rules:\n  together: {never: a.hold and b.hold}\n  alone: {never: b.hold and not a.hold}\n";
        Path both = written("both.yaml", "a.hold: yes\nb.hold: yes\n");
        Path one = written("one.yaml", "b.hold: yes\n");
        Ran ran = ran(text, "--package", both.toString(), "--package", one.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains(
                        "both.yaml:1:1  a.hold  breaks the rule together of the case, never a.hold and b.hold. Name other levels, or change the rule; ",
                        "one.yaml:1:1  b.hold  breaks the rule alone of the case, never ")
                .hasLineCount(2);
    }

    @Test
    void packageThatNoWayOfMovesLeadsToIsRefused() throws Exception {
        String text =
                PACT
                        + "rules:\n  first: {never: a.hold and not b.hold}\n  second: {never: b.hold and not a.hold}\n";
        Path both = written("both.yaml", "# tabled\na.hold: yes\nb.hold: yes\n");
        Ran ran = ran(text, "--package", both.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err())
                .contains("both.yaml:1:1  cannot be reached from now: no way of moves")
                .hasLineCount(1);
    }

    @Test
    void undoingInNoStepsIsUndoingAtOnce() throws Exception {
        Ran bare = ran(PACT);
        Ran none = ran(PACT.replace("a.hold: {}", "a.hold: {undo: 0 steps}"));
        assertThat(none.code()).isZero();
        assertThat(none.out()).isEqualTo(bare.out());
        Ran fewer = ran(PACT.replace("a.hold: {}", "a.hold: {undo: -1 steps}"));
        assertThat(fewer.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(fewer.err())
                .contains("options.a.hold.undo", "not a number of steps")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  patience: {a: 1, b: 0.6}; time.patience.a; above 0 and below 1",
                "  patience: {a: 0.5 to 1.2, b: 0.6}; time.patience.a; above 0 and below 1",
                "  patience: {a: 0, b: 0.6}; time.patience.a; above 0 and below 1",
                "  patience: {a: 0.9, z: 0.6}; time.patience.z; ",
                "  detection: {a.hold: 140%}; time.detection.a.hold; from 0% to 100%",
                "  detection: {a.hold: -0.1}; time.detection.a.hold; from 0% to 100%",
                "  detection: {a.hold: {value: 50%, false alarms: 2}}; false alarms; from 0% to 100%",
                "  detection: {a.held: 50%}; time.detection.a.held; a.hold",
                "  detection: {a.hold: {by: b.held, no: 10%, yes: 50%}}; b.held; b.hold",
                "  detection: {a.hold: {by: b.hold, no: 10%}}; time.detection.a.hold; yes",
            })
    void numbersOfTimeOutOfBoundsAreRefusedInPlace(String wrong) throws Exception {
        String[] parts = wrong.split("; ?", -1);
        String text = PACT.replace("  patience: {a: 0.9, b: 0.6}\n", parts[0] + "\n");
        Ran ran = ran(text);
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("case.yaml:16:", parts[1], parts[2]).hasLineCount(1);
    }

    @Test
    void patienceNextToNothingIsNoFault() throws Exception {
        String text =
                PACT.replace("{a: 0.9, b: 0.6}", "{a: 1e-320, b: 0.6}") + "now: {a.hold: no}\n";
        Ran told = ran(text);
        assertThat(told.code()).isZero();
        assertThat(told.err()).isEmpty();
        Ran json = ran(text, "--format", "json");
        assertThat(json.code()).isZero();
        assertThat(json.out()).contains("\"a\": null");
    }

    @Test
    void whatTakesLongerToUndoThanTheHorizonIsRefused() throws Exception {
        Ran ran =
                ran(PACT.replace("a.hold: {}", "a.hold: {undo: 9 steps}") + "  horizon: 8 steps\n");
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err())
                .contains("options.a.hold.undo  takes 9 steps, beyond the horizon of 8 steps.")
                .hasLineCount(1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnforcementCommandTest {
    /// The dilemma as a pact: each can hold back, at a cost of 2 that is worth 4 to the other.
    private static final String PACT =
            """
            detente: 1
            title: Two that hold back
            parties: {a: {}, b: {}, c: {role: outside}}
            options:
              a.hold: {}
              b.hold: {}
              c.strike: {moves: up}
            preferences:
              a: {values: {a.hold: -2, b.hold: 4, c.strike: -1}}
              b: {values: {b.hold: -2, a.hold: 4}}
            agreement:
              between: [a, b]
              covers: [a.hold, b.hold]
              otherwise: {values: {a: 0, b: 0}}
            time:
              patience: {a: 0.9, b: 0.6}
            """;

    @TempDir private Path folder;

    private String written(String text) throws Exception {
        Files.writeString(folder.resolve("case.yaml"), text);
        return folder.toString();
    }

    private Ran ran(String text, String... more) throws Exception {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "analyze";
        arguments[1] = written(text);
        arguments[2] = "--only";
        arguments[3] = "enforcement,spoilers";
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Ran.of(arguments);
    }

    @Test
    void bothAnalysesAnswer() throws Exception {
        Ran ran = ran(PACT);
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains(
                        "would keep it", "smallest margin", "Spoilers: who outside could wreck it")
                .doesNotContain("NaN", "Infinity");
        Ran json = ran(PACT, "--format", "json");
        assertThat(json.out())
                .contains("\"enforcement\"", "\"spoilers\"", "\"smallestMargin\"")
                .doesNotContain("NaN", "Infinity", "\"stability\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-5"})
    void fewerThanTwoPositionsAreNone(String most) throws Exception {
        Ran ran = ran(PACT, "--max-positions", most);
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("--max-positions must be at least 2; got %s.".formatted(most))
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1.5", "99999999999"})
    void positionsAreAWholeNumber(String most) throws Exception {
        Ran ran = ran(PACT, "--max-positions", most);
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("--max-positions", most);
    }

    @Test
    void boundOnPositionsThatBitesIsMarked() throws Exception {
        assertThat(ran(PACT, "--max-positions", "4").code()).isZero();
        Ran ran = ran(PACT, "--max-positions", "3");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).contains("--max-positions");
        Ran json = ran(PACT, "--max-positions", "3", "--format", "json");
        assertThat(json.code()).isEqualTo(3);
        assertThat(json.out()).contains("\"complete\": false");
    }

    @Test
    void missingKeysAreNamedWhereTheyAreAskedFor() throws Exception {
        String bare = PACT.substring(0, PACT.indexOf("agreement:"));
        Ran ran = ran(bare);
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("'enforcement'", "'spoilers'", "agreement");
        Ran all = Ran.of("analyze", written(bare));
        assertThat(all.code()).isZero();
        assertThat(all.out()).contains("'enforcement' needs agreement");
    }

    @Test
    void spoilersNeedAPartyOutside() throws Exception {
        Ran ran =
                ran(
                        PACT.replace(", c: {role: outside}", "")
                                .replace("  c.strike: {moves: up}\n", "")
                                .replace(", c.strike: -1", ""));
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err())
                .contains("'spoilers'", "options of a party outside the agreement")
                .doesNotContain("'enforcement'");
    }

    @Test
    void packageFileIsTestedAndItsMistakesAreTold() throws Exception {
        Path file = folder.resolve("signed.yaml");
        Files.writeString(file, "a.hold: yes\n");
        Ran ran = ran(PACT, "--package", file.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("signed");
        Files.writeString(file, "a.hold: maybe\n");
        Ran unknown = ran(PACT, "--package", file.toString());
        assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("a.hold", "'maybe'", "no and yes").hasLineCount(1);
    }

    /// Lowering a.o0 to l1 is no deviation from where b.o0 is at l1: the rule forbids it there,
    /// even though it takes effect only a step later. With it the shorter of two orders went
    /// unseen.
    @Test
    void whatARuleForbidsIsNoDeviationEvenIfItTakesEffectLater() throws Exception {
        String text =
                """
                detente: 1
                title: Two that give in turn
                parties: {a: {}, b: {}}
                options:
                  a.o0: {levels: [l0, l1, l2, l3, l4], undo: 1 step}
                  b.o0: {levels: [l0, l1, l2], undo: 9 steps}
                rules:
                  r0: {never: "a.o0 = l1 and b.o0 = l1"}
                preferences:
                  a: {values: {a.o0: {l1: -4, l2: -8, l3: -12, l4: -14}, b.o0: {l1: 5, l2: 13}}}
                  b: {values: {a.o0: {l1: 1, l2: 5, l3: 9, l4: 17}, b.o0: {l1: -4, l2: -8}}}
                agreement:
                  between: [a, b]
                  covers: [a.o0, b.o0]
                  otherwise: {values: {a: 0, b: 0}}
                time:
                  patience: {a: 0.3, b: 0.6}
                  detection: {a.o0: 20%, b.o0: 50%}
                """;
        Ran ran = Ran.of("analyze", written(text), "--only", "enforcement", "--format", "json");
        assertThat(ran.out())
                .contains("\"smallestMargin\": -4.0", "\"n\": 3")
                .doesNotContain("\"n\": 4");
    }

    /// What is slow to undo stays for a step, the part of a level that is under way with it. The
    /// margins of this order were worked out apart from the code.
    @Test
    void aPartUnderWayStaysWithWhatIsSlowToUndo() throws Exception {
        String text =
                """
                detente: 1
                title: Two that give in parts
                parties: {a: {}, b: {}}
                options:
                  a.o0: {tranches: 2, levels: [l0, l1, l2, l3], undo: 1 step}
                  b.o0: {tranches: 2, levels: [l0, l1, l2, l3], undo: 1 step}
                preferences:
                  a: {values: {a.o0: {l1: -1, l2: -2, l3: -4}, b.o0: {l1: 3, l2: 9, l3: 12}}}
                  b: {values: {a.o0: {l1: 1, l2: 6, l3: 11}, b.o0: {l1: -4, l2: -8, l3: -12}}}
                agreement:
                  between: [a, b]
                  covers: [a.o0, b.o0]
                  otherwise: {values: {a: 1, b: 0}}
                  breach: collapse
                time:
                  patience: {a: 0.3, b: 0.8}
                  detection: {a.o0: 90%}
                """;
        Ran ran = Ran.of("analyze", written(text), "--only", "enforcement", "--format", "json");
        assertThat(ran.out()).contains("\"smallestMargin\": 0.125,", "\"safe\": true");
    }

    @Test
    void aViewOfOnePartysPatienceLeavesTheOthers() throws Exception {
        String text =
                PACT
                        + "  detection: {a.hold: 50%, b.hold: 40%}\n"
                        + "views:\n  hasty: {time: {patience: {a: 0.5}, detection: {a.hold: 25%}}}\n";
        Ran ran = ran(text, "--format", "json", "--view", "hasty");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("\"patience\": 0.5", "\"patience\": 0.6", "\"smallestMargin\"")
                .contains("\"seen\": 0.25", "\"seen\": 0.4");
    }

    @Test
    void aViewDoesNotLookAheadLessThanUndoingTakes() throws Exception {
        String text =
                PACT.replace("a.hold: {}", "a.hold: {undo: 10 steps}")
                        + "views:\n  short: {time: {horizon: 4 steps}}\n";
        Ran ran = ran(text);
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("views.short.time.horizon", "4 steps", "a.hold", "10 steps")
                .hasLineCount(1);
    }

    @Test
    void whatIsSaidWithoutEverybodysPatienceFitsTheTable() throws Exception {
        Ran one = ran(PACT.replace("a: 0.9, b: 0.6", "a: 0.9"));
        assertThat(one.out().replaceAll("\\n▌ ", " ")).contains("The patience of b is not stated");
        Ran hasty = ran(PACT.replace("a: 0.9, b: 0.6", "a: 0.2"));
        assertThat(hasty.out().replaceAll("\\n▌ ", " "))
                .contains("a would not keep it; how much the future would have to count")
                .doesNotContain("however much the future counts");
    }

    @Test
    void whatNobodyIsTemptedByNeedsNoPunishment() throws Exception {
        Ran ran = ran(PACT.replace("a.hold: -2", "a.hold: 1").replace("b.hold: -2", "b.hold: 1"));
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("always keeps it")
                .doesNotContain("Caution: a:", "If a seen breach ended the agreement");
    }

    @Test
    void whatStandsNowNeedsNoSteps() throws Exception {
        Ran none = ran(PACT.replace("a.hold: -2", "a.hold: -9"), "--format", "json");
        assertThat(none.code()).isZero();
        assertThat(none.out()).contains("\"steps\": []", "\"smallestMargin\": ", "\"safe\": true");
    }

    @Test
    void aSideThatCanGainNothingIsNamed() throws Exception {
        Ran ran = ran(PACT.replace("{a: 0, b: 0}", "{a: 2, b: 0}"));
        assertThat(ran.code()).isZero();
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("A can gain nothing over no agreement by any acceptable package");
        assertThat(ran(PACT).out()).doesNotContain("can gain nothing");
    }

    @Test
    void anOptionThatCannotBeMovedIsStillAnOption() throws Exception {
        Ran ran = ran(PACT.replace("a.hold: {}", "a.hold: {moves: up}"));
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("has nothing of its own that it could change at once")
                .doesNotContain("has no option of its own");
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
    void whatTakesLongerToUndoThanTheHorizonIsRefused() throws Exception {
        Ran ran =
                ran(PACT.replace("a.hold: {}", "a.hold: {undo: 9 steps}") + "  horizon: 8 steps\n");
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err())
                .contains("options.a.hold.undo  takes 9 steps, beyond the horizon of 8 steps.")
                .hasLineCount(1);
    }

    /// What b's restraint is worth to a lies between 0 and 8. A breach is answered by b and, as it does
    /// not care, by c: a keeps its word from 1.22 on, 85 % of that range. That the swing of b's
    /// restraint matters more to it than its own leaves what lies above 2.
    @Test
    void readingsDrawnFitWhatIsStatedAndTheTextSaysSo() throws Exception {
        String ranged = PACT.replace("a.hold: -2, b.hold: 4", "a.hold: -2, b.hold: 0 to 8");
        String stated =
                ranged.replace(
                        "b.hold: 0 to 8, c.strike: -1}}",
                        "b.hold: 0 to 8, c.strike: -1}, swings: [b.hold, a.hold]}");
        Path both = written("both.yaml", "a.hold: yes\nb.hold: yes\n");
        assertThat(kept(ranged, both)).isBetween(75, 95);
        assertThat(kept(stated, both)).isEqualTo(100);
        String bare = ran(ranged, "--package", both.toString()).out().replaceAll("\\s+▌?\\s*", " ");
        String bound = ran(stated, "--package", both.toString()).out().replaceAll("\\s+▌?\\s*", " ");
        assertThat(bare)
                .contains("with every uncertain number at its centre", "in the readings drawn all are")
                .doesNotContain("all that is stated holds");
        assertThat(bound)
                .contains("such that all that is stated holds", "the readings drawn all do");
    }

    private int kept(String text, Path packageFile) throws Exception {
        String json = ran(text, "--format", "json", "--package", packageFile.toString()).out();
        String drawn = json.substring(json.indexOf("\"drawn\""));
        Matcher matcher =
                Pattern.compile("\"both\"\\],\\s*\"kept\": (\\d+)").matcher(drawn);
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}

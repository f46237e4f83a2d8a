// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.StatedForm;
import org.detente.elicit.Answer;
import org.detente.elicit.Interview;
import org.detente.model.Case;
import org.detente.model.PartialDate;
import org.detente.model.Said;
import org.detente.model.View;
import org.detente.yaml.CaseInput;
import org.detente.yaml.CaseReader;
import org.detente.yaml.InterviewFiles;
import org.detente.yaml.InterviewRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Interviews on the command line.
class ElicitCommandTest {
    private static final String CASE =
            """
            # A comment that has to stay.
            detente: 1
            title: "A weir"     # and this one
            parties: {upper: {name: Upper Lind}, lower: {name: Lower Lind}}
            agreement:
              between: [upper, lower]
              terms:
                water: {text: Water in dry weeks, levels: [none, half, all]}
                share: {text: A share of the upkeep, levels: [nothing, half]}

            views:
              # a view of somebody else
              other:
                  preferences: {lower: {prefer: [terms.water = all over terms.water = none]}}

            # the end
            """;

    @TempDir private Path folder;

    @BeforeEach
    void aCase() throws Exception {
        Files.writeString(folder.resolve("case.yaml"), CASE);
    }

    private String[] command(String... further) {
        List<String> words =
                new java.util.ArrayList<>(
                        List.of(
                                "elicit",
                                folder.toString(),
                                "--party",
                                "upper",
                                "--by",
                                "A. Keeper",
                                "--on",
                                "2024-06-30"));
        words.addAll(List.of(further));
        return words.toArray(String[]::new);
    }

    private Ran typed(String lines, String... further) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        out,
                        err,
                        false,
                        false,
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_8,
                        Map.of(),
                        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                        false);
        int code = Detente.run(terminal, command(further));
        return new Ran(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path answers(String yaml) throws Exception {
        return Files.writeString(folder.resolve("answers.yaml"), yaml);
    }

    private Path record() {
        return folder.resolve("interviews/upper-by-a-keeper.yaml");
    }

    private Case read() {
        return CaseReader.read(CaseInput.of(folder)).model();
    }

    private View view(String id) {
        return Objects.requireNonNull(read().view(id));
    }

    private void assertDone(Ran ran) {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("The interview is over after");
    }

    @Test
    void answersBecomeAViewAndEverythingElseOfTheFileStays() throws Exception {
        assertDone(typed("none\n1 5\n3\n1 2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n1\n1\n1\n1\n"));
        String written = Files.readString(folder.resolve("case.yaml"));
        assertThat(written).startsWith(CASE.substring(0, CASE.indexOf("\n# the end")));
        assertThat(written).endsWith("\n\n# the end\n");
        View view = view("upper-by-a-keeper");
        assertThat(view.basis().said())
                .isEqualTo(new Said("A. Keeper", new PartialDate(2024, 6, 30)));
        assertThat(Ran.of("check", folder.toString()).code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void theViewAsWrittenStandsForTheValueFunctionsOfTheAnswers() throws Exception {
        assertDone(typed("none\n1 5\n3\n1 2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n1\n1\n1\n1\n"));
        InterviewRecord kept = InterviewFiles.read(CaseInput.of(record()).caseFile(), "record");
        List<Answer> log = InterviewFolder.answers(kept.rounds().getLast());
        CompiledCase model = CompiledCase.of(read(), 1 << 20);
        View view = view("upper-by-a-keeper");
        View own =
                Interview.of(model, "upper", Interview.Points.ASIDE, 100)
                        .view(
                                log,
                                "upper-by-a-keeper",
                                "Upper Lind by A. Keeper",
                                Objects.requireNonNull(view.basis().said()));
        assertThat(view).isEqualTo(own);
        StatedForm one = StatedForm.of(AgreementForm.of(model.under(view)), "upper");
        StatedForm other = StatedForm.of(AgreementForm.of(model.under(own)), "upper");
        assertThat(Objects.requireNonNull(one).isSame(Objects.requireNonNull(other))).isTrue();
        assertThat(one.readings().getFirst().polyhedron())
                .isEqualTo(other.readings().getFirst().polyhedron());
    }

    @Test
    void anInterviewThatBreaksOffIsKeptAndGoesOnWhereItEnded() throws Exception {
        String all = "none\n1 5\n3\n1 2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n1\n1\n1\n1\n";
        Ran first = typed(all.substring(0, "none\n1 5\n".length()));
        assertThat(first.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(first.out().replaceAll("\\s+", " "))
                .contains("The answers end here, the interview does not. 2 answers are kept;");
        assertThat(Files.readString(folder.resolve("case.yaml"))).isEqualTo(CASE);
        Ran stopped = typed("3\nstop\n");
        assertThat(stopped.code()).isEqualTo(ExitCode.DONE);
        assertThat(stopped.out()).contains("Taken up again after 2 answers.", "Broken off.");
        assertDone(typed(all.substring("none\n1 5\n3\n".length())));
        String resumed = Files.readString(folder.resolve("case.yaml"));
        String kept = Files.readString(record());
        Files.writeString(folder.resolve("case.yaml"), CASE);
        Files.delete(record());
        assertDone(typed(all));
        assertThat(Files.readString(folder.resolve("case.yaml"))).isEqualTo(resumed);
        assertThat(Files.readString(record())).isEqualTo(kept);
    }

    @Test
    void aFileThatEndsEarlyLeavesTheInterviewToBeFinished() throws Exception {
        Ran ran = Ran.of(command("--answers", answers("[none, [1, 5]]").toString()));
        assertThat(ran.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(ran.out()).contains("> none\n", "> 1 5\n");
        assertThat(InterviewFiles.read(CaseInput.of(record()).caseFile(), "r").rounds())
                .singleElement()
                .satisfies(round -> assertThat(round.entries()).hasSize(2));
    }

    @Test
    void aWrongAnswerInAFileIsToldWithItsPlace() throws Exception {
        Path file = answers("- none\n- [1, 5]\n- 9\n");
        Ran ran = Ran.of(command("--answers", file.toString()));
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err())
                .isEqualTo(
                        file
                                + ":3:3  answer 3  '9' is none of the answers. Answer with numbers from 1 to 5, at most one of each line, or none.\n");
    }

    @Test
    void anAnswerToAnotherQuestionIsToldWithItsPlace() throws Exception {
        Path file = answers("- {ask: best, answer: [1, 5]}\n");
        Ran ran = Ran.of(command("--answers", file.toString()));
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err())
                .contains(":1:3  answer 1  answers 'best', and what is asked is 'red lines'.");
    }

    @Test
    void aFileThatIsNoListIsRefused() throws Exception {
        for (String yaml : List.of("", "a: b", "- {ask: best}", "[[[", "- {asked: x, answer: 1}")) {
            Ran ran = Ran.of(command("--answers", answers(yaml).toString()));
            assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(ran.err()).contains("answers.yaml:").doesNotContain("fault of its own");
        }
    }

    @Test
    void whoTypesSomethingThatDoesNotFitIsAskedAgain() {
        Ran ran = typed("none\n1 2\n?\nback\n2\n1 5\nstop\n");
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out())
                .contains(
                        "  Two answers are given for terms.water: Water in dry weeks. Give at most one\n",
                        "  Once the best and the worst of each line are known");
        assertThat(InterviewFiles.read(CaseInput.of(record()).caseFile(), "r").rounds())
                .singleElement()
                .satisfies(round ->
                        assertThat(round.entries().stream().map(InterviewRecord.Entry::answer))
                                .containsExactly(
                                        List.of("terms.water = half"),
                                        List.of("terms.water = none", "terms.share = half")));
    }

    @Test
    void enoughEndsItAndWritesTheView() {
        Ran ran = typed("none\n1 5\nenough\n");
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("The interview ends here, as you wished.");
        assertThat(view("upper-by-a-keeper").preferences()).hasSize(1);
    }

    @Test
    void bothRoundsAreKeptWhenPeopleRevise() throws Exception {
        assertThat(typed("none\n1 5\nenough\n").code()).isEqualTo(ExitCode.DONE);
        Ran again = typed("");
        assertThat(again.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(again.err()).contains("is finished", "add --revise");
        View before = view("upper-by-a-keeper");
        Ran revised = typed("keep\n3 5\nenough\n", "--revise");
        assertThat(revised.err()).isEmpty();
        assertThat(revised.out()).contains("This is round 2.", "Before: 1 5. Enter keeps it.");
        assertThat(view("upper-by-a-keeper-round-1").preferences()).isEqualTo(before.preferences());
        assertThat(view("upper-by-a-keeper").preferences()).isNotEqualTo(before.preferences());
        assertThat(InterviewFiles.read(CaseInput.of(record()).caseFile(), "r").rounds()).hasSize(2);
        assertThat(Files.readString(folder.resolve("case.yaml")))
                .contains(
                        "# A comment that has to stay.", "# a view of somebody else", "# the end");
    }

    @Test
    void enterKeepsThatNothingWasChosenToo() throws Exception {
        assertThat(typed("none\n1 5\n3 4\nenough\n").code()).isEqualTo(ExitCode.DONE);
        View before = view("upper-by-a-keeper");
        Ran revised = typed("\n\n\nenough\n", "--revise");
        assertThat(revised.code()).isEqualTo(ExitCode.DONE);
        assertThat(revised.out())
                .contains("Before: none. Enter keeps it.", "Before: 1 5. Enter keeps it.")
                .doesNotContain("Nothing was answered");
        assertThat(view("upper-by-a-keeper").preferences()).isEqualTo(before.preferences());
    }

    @Test
    void anEarlierAnswerThatNoLongerFitsIsNotOffered() throws Exception {
        assertThat(typed("none\n1 5\n3 4\nenough\n").code()).isEqualTo(ExitCode.DONE);
        Ran revised = typed("\n3 5\n\n1 4\nenough\n", "--revise");
        assertThat(revised.code()).isEqualTo(ExitCode.DONE);
        assertThat(revised.out())
                .contains("Before: 1 5. Enter keeps it.", "Nothing was answered.")
                .doesNotContain("Before: 3 4.");
        assertThat(
                        InterviewFiles.read(CaseInput.of(record()).caseFile(), "r")
                                .rounds()
                                .getLast()
                                .entries()
                                .get(2)
                                .answer())
                .containsExactly("terms.water = none", "terms.share = nothing");
    }

    @Test
    void aFileMayEndTheInterviewTooAndAnEmptyOneLeavesNoRecord() throws Exception {
        Ran nothing = typed("");
        assertThat(nothing.out()).contains("No answer is kept").doesNotContain("Record");
        assertThat(record()).doesNotExist();
        Path file = answers("- none\n- [1, 5]\n- enough\n- 1\n");
        Ran ran = Ran.of(command("--answers", file.toString()));
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("The interview ends here, as you wished.");
        assertThat(ran.err()).contains("1 of its answers is left over");
    }

    @Test
    void howPointsCountIsSettledWhenAnInterviewBegins() {
        assertThat(typed("none\n").code()).isEqualTo(ExitCode.PARTIAL);
        Ran other = typed("1 5\n", "--points", "kept");
        assertThat(other.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(other.err()).contains("begun with --points aside. Leave --points out");
        assertThat(typed("1 5\n", "--points", "aside").code()).isEqualTo(ExitCode.PARTIAL);
    }

    @Test
    void aBundledCaseNeedsAFolderToGoTo() {
        Ran refused = Ran.of("elicit", "us-iran-2026", "--party", "iran");
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains("cannot be written to", "-o my-us-iran-2026/");
    }

    @Test
    void whatCannotBeAskedIsRefusedWithAMend() {
        assertThat(Ran.of("elicit", folder.toString(), "--party", "uper").err())
                .contains("no party that must agree is called 'uper'", "upper");
        assertThat(Ran.of("elicit", "elmira", "--party", "ministry").err())
                .contains("has no agreement. Add agreement: to the case.");
        assertThat(Ran.of(command("--view", "other")).err())
                .contains("the case has a view other already");
        assertThat(Ran.of(command("--view", "Other")).err())
                .contains("cannot be the name of a view");
        assertThat(Ran.of(command("--points", "gone")).err()).contains("'gone'");
        assertThat(typed("", "--revise").err()).contains("Leave --revise out");
    }

    @Test
    void aRecordCanBeGivenAsAnswersAndComesToTheSame() throws Exception {
        assertDone(typed("none\n1 5\n3\n1 2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n1\n1\n1\n1\n"));
        String written = Files.readString(folder.resolve("case.yaml"));
        Path kept = folder.resolve("kept.yaml");
        Files.move(record(), kept);
        Files.writeString(folder.resolve("case.yaml"), CASE);
        assertDone(Ran.of(command("--answers", kept.toString())));
        assertThat(Files.readString(folder.resolve("case.yaml"))).isEqualTo(written);
        assertThat(Files.readString(record())).isEqualTo(Files.readString(kept));
    }
}

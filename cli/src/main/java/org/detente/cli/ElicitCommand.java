// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.detente.elicit.Interview;
import org.detente.model.PartialDate;
import org.detente.model.Said;
import org.detente.model.View;
import org.detente.yaml.CaseInput;
import org.detente.yaml.InterviewFiles;
import org.detente.yaml.InterviewFiles.Given;
import org.detente.yaml.InterviewRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Interviews somebody about what a party prefers.
@Command(
        name = "elicit",
        header = "Interview somebody about what a party prefers.",
        description = {
            "At most twenty questions, one after another: what the party would not sign; what would"
                    + " suit it best and worst; which change matters most; then comparisons, chosen so"
                    + " that each settles as much as it can. It ends by itself when the answers settle"
                    + " every package, or change hardly anything any more.",
            "%nThe answers become statements in a view of the case, each with who said it and when."
                    + " Every answer is kept in the folder interviews beside the case as it is given: an"
                    + " interview that was broken off goes on where it ended when the command is given"
                    + " again.",
            "%nAnswer with numbers. ? tells why a question is asked, skip passes it over, back returns"
                    + " to the one before, stop breaks off, enough ends the interview as it is."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  detente elicit my-crisis --party iran --by \"A. Expert\"",
            "  detente elicit us-iran-2026 --party iran --by \"A. Expert\" -o my-talks/",
            "  detente elicit my-crisis --party iran --by \"A. Expert\" --revise",
            "  detente elicit my-crisis --party iran --answers answers.yaml --on 2026-02-25"
        })
final class ElicitCommand implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin private CaseArgument wanted = new CaseArgument();

    @Option(
            names = "--party",
            paramLabel = "PARTY",
            required = true,
            description =
                    "The party whose preferences are asked for; it must be one that must agree.")
    private String party = "";

    @Option(
            names = "--by",
            paramLabel = "WHO",
            description = "Who answers, as readers should know them.")
    private String by = "somebody not named";

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day of the answers (default: today).")
    private @Nullable String on;

    @Option(
            names = "--view",
            paramLabel = "NAME",
            description = "The view that gets the statements (default: made from PARTY and WHO).")
    private @Nullable String viewName;

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description =
                    "Take the answers from a list in this file, in the order of the questions.")
    private @Nullable String answersFile;

    @Option(
            names = "--points",
            paramLabel = "kept|aside",
            description =
                    "Whether the points that the case gives the party count beside the answers"
                            + " (default: aside).")
    private @Nullable String points;

    @Option(
            names = "--revise",
            description =
                    "Begin another round after one that is finished; earlier answers are shown, and"
                            + " both rounds are kept.")
    private boolean revise;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description =
                    "Write the case with its new view, and the record, into this folder; needed for"
                            + " bundled cases.")
    private @Nullable String out;

    ElicitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        FoundCase found = FoundCase.of(wanted.name());
        Work work = Work.on(terminal, found, new RunChoices());
        List<String> parties = Interview.parties(work.model());
        if (parties.isEmpty()) {
            throw new InputError(
                    "an interview is about packages; the case %s has no agreement. Add agreement: to the case."
                            .formatted(found.key()));
        }
        if (!parties.contains(party)) {
            throw new InputError(Unknown.message("party that must agree", party, parties));
        }
        Said said = new Said(by.isBlank() ? "somebody not named" : by.strip(), date());
        String id = viewName == null ? idOf(party, said.by()) : checkedId(viewName);
        InterviewFolder folder = new InterviewFolder(terminal, found.input(), caseFile(found), id);
        List<Given> given = given();
        InterviewRecord record = folder.record();
        refuseForeign(work, record, id);
        Interview.Points counted = record == null ? points() : kept(record, id);
        Interview interview =
                Interview.of(work.model(), party, counted, Interview.DEFAULT_PACKAGES);
        return new Sitting(terminal, work, folder, interview, counted, said, given, answersFile)
                .hold(record, revise, party);
    }

    private PartialDate date() {
        String text = on == null ? LocalDate.now(ZoneId.systemDefault()).toString() : on.strip();
        try {
            LocalDate day = LocalDate.parse(text);
            return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        } catch (DateTimeException _) {
            throw new InputError(
                    "--on %s is not a day. Write year, month and day, as in 2026-02-25."
                            .formatted(text));
        }
    }

    private static String idOf(String party, String by) {
        String name =
                java.text.Normalizer.normalize(by, java.text.Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return name.isEmpty() ? party + "-interview" : "%s-by-%s".formatted(party, name);
    }

    private static String checkedId(String name) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new InputError(
                    "--view %s cannot be the name of a view. Use small letters, digits and hyphens, beginning with a letter."
                            .formatted(name));
        }
        return name;
    }

    private Path caseFile(FoundCase found) {
        if (out == null) {
            if (found.folder() == null || found.foreign() != null) {
                throw new InputError(
                        "%s cannot be written to. Name a folder for the case with its new view, as in -o my-%s/."
                                .formatted(
                                        found.folder() == null
                                                ? "the bundled case " + found.key()
                                                : "another tool's file",
                                        found.key()));
            }
            return Destination.path(found.input().displayName());
        }
        if (found.foreign() != null) {
            throw new InputError(
                    "%s is another tool's file. Make it a case first, with detente import."
                            .formatted(found.foreign()));
        }
        Path file = OutFolder.of(out).path().resolve(CaseInput.CASE_FILE);
        if (Files.exists(file)) {
            throw new InputError(
                    "there is a case in %s already. To go on with it, name it as the case: detente elicit %s --party %s."
                            .formatted(out, out, party));
        }
        return file;
    }

    private @Nullable List<Given> given() {
        if (answersFile == null) {
            return null;
        }
        Path path = Destination.path(answersFile);
        return InterviewFiles.answers(CaseInput.of(path).caseFile(), answersFile);
    }

    private void refuseForeign(Work work, @Nullable InterviewRecord record, String id) {
        View view = work.model().source().view(id);
        if (record == null && view != null) {
            throw new InputError(
                    "the case has a view %s already, which comes from no interview kept beside it. Name another with --view."
                            .formatted(id));
        }
        if (record != null && !record.party().equals(party)) {
            throw new InputError(
                    "the interview for the view %s is about %s. Name another view with --view."
                            .formatted(id, record.party()));
        }
    }

    /// How points count throughout the interview: as it was begun.
    private Interview.Points kept(InterviewRecord record, String id) {
        Interview.Points begun =
                record.points().equals("kept") ? Interview.Points.KEPT : Interview.Points.ASIDE;
        if (points != null && points() != begun) {
            throw new InputError(
                    "the interview for the view %s was begun with --points %s. Leave --points out, or name another view with --view."
                            .formatted(id, record.points()));
        }
        return begun;
    }

    private Interview.Points points() {
        return switch (points) {
            case null -> Interview.Points.ASIDE;
            case "kept" -> Interview.Points.KEPT;
            case "aside" -> Interview.Points.ASIDE;
            default ->
                    throw new InputError(
                            Unknown.message(
                                    "way to treat points", points, List.of("kept", "aside")));
        };
    }
}

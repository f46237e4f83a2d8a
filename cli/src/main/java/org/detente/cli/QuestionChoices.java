// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.detente.analysis.AgreementQuestions;
import org.detente.analysis.CoalitionChoice;
import org.detente.analysis.Questions;
import org.detente.analysis.SearchBounds;
import org.detente.analysis.stability.coalition.CoalitionLimits;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.Factor;
import org.detente.model.ModelError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that ask analyses more than their standing questions.
final class QuestionChoices {
    @Option(
            names = "--avoid",
            paramLabel = "OUTCOME",
            description = "Ask which single option, if changed, would cut the way to this outcome.")
    private @Nullable String avoid;

    @Option(
            names = "--wanted",
            paramLabel = "OUTCOME|N",
            description =
                    "Ask which least change of what parties prefer would make this outcome or state"
                            + " last.")
    private @Nullable String wanted;

    @Option(
            names = "--horizon",
            paramLabel = "MOVES",
            description =
                    "How many moves parties look ahead (default: what lasts at every long horizon).")
    private @Nullable Integer horizon;

    @Option(
            names = "--coalitions",
            paramLabel = "named|all|none",
            description =
                    "Which parties may move together: those the case names, all sets of up to 8 parties"
                            + " with options, or none (default: named).")
    private CoalitionChoice coalitions = CoalitionChoice.NAMED;

    @Option(
            names = "--coalition-steps",
            paramLabel = "N",
            description =
                    "How many comparisons coalitions may take in each reading of the case"
                            + " (default: 12000000000).")
    private long coalitionSteps = SearchBounds.DEFAULT.coalitionSteps();

    @Option(
            names = "--coalition-cells",
            paramLabel = "N",
            description =
                    "Up to how many states times sets of parties coalitions are looked at"
                            + " (default: 2^27).")
    private long coalitionCells = SearchBounds.DEFAULT.coalitionCells();

    @Option(
            names = "--inverse-steps",
            paramLabel = "N",
            description =
                    "How many moves --wanted looks at in each of its two stages (default: 400000000).")
    private long inverseSteps = SearchBounds.DEFAULT.inverseSteps();

    @Option(
            names = "--inverse-states",
            paramLabel = "N",
            description = "How many states of a wanted outcome are tried (default: 64).")
    private int inverseStates = SearchBounds.DEFAULT.inverseStates();

    @Option(
            names = "--gap-states",
            paramLabel = "N",
            description =
                    "Up to how many states orders that are left open are looked at (default: 2048).")
    private int gapStates = SearchBounds.DEFAULT.gapStates();

    @Option(
            names = "--lever",
            paramLabel = "PATH",
            description =
                    "Follow the zone of agreement along this uncertain number, as in"
                            + " assumptions.war-cost-iran.")
    private @Nullable String lever;

    @Option(
            names = "--package",
            paramLabel = "FILE|NAME",
            description =
                    "Look this package up in the answer: a file with lines such as us.relief: partial,"
                            + " or NAME for packages/NAME.yaml in the case's folder. Can be given more"
                            + " than once.")
    private List<String> packages = new ArrayList<>();

    @Option(
            names = "--egalitarian",
            description =
                    "Also the package with the most even gains; compares points between parties.")
    private boolean egalitarian;

    @Option(
            names = "--utilitarian",
            description =
                    "Also the package with the largest sum of gains; compares points between parties.")
    private boolean utilitarian;

    @Option(
            names = "--max-frontier",
            paramLabel = "N",
            description = "How many packages an exact Pareto frontier may have (default: 1000000).")
    private int maxFrontier = SearchBounds.DEFAULT.maxFrontier();

    @Option(
            names = "--stated-packages",
            paramLabel = "N",
            description =
                    "How many packages are looked at under every value function that statements"
                            + " leave (default: 4096).")
    private int statedPackages = SearchBounds.DEFAULT.statedPackages();

    /// Those that test how a package would stand, and so need one that can.
    private static final List<String> OF_STANDING = List.of("enforcement", "spoilers");

    private static final List<String> OF_PACKAGES =
            List.of("agreements", "enforcement", "spoilers");

    @Option(
            names = "--max-positions",
            paramLabel = "N",
            description =
                    "How many positions between now and a package an order of steps is looked for"
                            + " among (default: 10000).")
    private int maxPositions = SearchBounds.DEFAULT.maxPositions();

    /// How far searches may go.
    ///
    /// @return the bounds
    /// @throws InputError if one is below 1
    SearchBounds bounds() {
        if (inverseSteps < 1 || inverseStates < 1 || gapStates < 1) {
            throw new InputError(
                    "--inverse-steps, --inverse-states and --gap-states must be at least 1; got %d, %d and %d."
                            .formatted(inverseSteps, inverseStates, gapStates));
        }
        if (maxFrontier < 1) {
            throw new InputError(
                    "--max-frontier must be at least 1; got %d.".formatted(maxFrontier));
        }
        if (statedPackages < 1) {
            throw new InputError(
                    "--stated-packages must be at least 1; got %d.".formatted(statedPackages));
        }
        if (coalitionSteps < 1 || coalitionCells < 1) {
            throw new InputError(
                    "--coalition-steps and --coalition-cells must be at least 1; got %d and %d."
                            .formatted(coalitionSteps, coalitionCells));
        }
        if (maxPositions < 2) {
            throw new InputError(
                    "--max-positions must be at least 2; got %d.".formatted(maxPositions));
        }
        return SearchBounds.DEFAULT
                .withOrders(inverseSteps, inverseStates, gapStates)
                .withPackages(maxFrontier, statedPackages, maxPositions)
                .withCoalitions(coalitionSteps, coalitionCells);
    }

    /// The questions to a case.
    ///
    /// @param work the case
    /// @param analyses the names of the analyses that will be asked
    /// @return the questions
    /// @throws InputError if one is about something that the case does not have, or goes to an
    ///   analysis that is not asked
    /// @throws ModelError with every problem of the packages named
    Questions on(Work work, List<String> analyses) {
        CompiledCase model = work.model();
        if (avoid != null) {
            Named.outcome(model.source(), avoid);
        }
        if (wanted != null) {
            if (wanted.matches("[0-9]{1,9}")) {
                Named.state(model, Integer.parseInt(wanted));
            } else {
                Named.outcome(model.source(), wanted);
            }
        }
        if (horizon != null && horizon < 1) {
            throw new InputError("--horizon must be at least 1; got %d.".formatted(horizon));
        }
        checkCoalitions(model);
        return new Questions(
                avoid,
                wanted,
                horizon == null ? 0 : horizon,
                agreements(work, analyses),
                coalitions);
    }

    private void checkCoalitions(CompiledCase model) {
        int movers = model.space().moverCount();
        if (coalitions == CoalitionChoice.ALL && movers > CoalitionLimits.MOST_MOVERS) {
            throw new InputError(
                    "--coalitions all is for cases in which up to %d parties have options; in this one %d have. Name those that matter under 'coalitions' in the case, and leave --coalitions out."
                            .formatted(CoalitionLimits.MOST_MOVERS, movers));
        }
    }

    private AgreementQuestions agreements(Work work, List<String> analyses) {
        CompiledCase model = work.model();
        if (lever != null) {
            if (!AgreementForm.missing(model.source()).isEmpty()) {
                throw new InputError("--lever needs a case whose agreements can be looked at.");
            }
            List<String> paths =
                    AgreementForm.of(model).factors().stream().map(Factor::path).toList();
            if (!paths.contains(lever)) {
                throw new InputError(Unknown.message("uncertain number", lever, paths));
            }
        }
        List<PackageFiles.Written> named =
                PackageFiles.written(packages, "--package", work.found(), model.source());
        if (!named.isEmpty() && Collections.disjoint(analyses, OF_PACKAGES)) {
            throw new InputError(
                    "--package is a question to the analyses %s, which --only leaves out. Add one there, or leave out --package."
                            .formatted(String.join(", ", OF_PACKAGES)));
        }
        if (!Collections.disjoint(analyses, OF_STANDING)) {
            ImpossiblePackages.refuse(named, model);
        }
        return new AgreementQuestions(
                named.stream().map(PackageFiles.Written::named).toList(),
                egalitarian,
                utilitarian,
                lever);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.List;
import org.detente.cli.PackageFiles.Written;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.model.ModelError;
import org.detente.model.Place;
import org.detente.model.Problem;

/// Refuses packages that can never stand: those that break a rule of the case, and those that no
/// moves of the signatories lead to. Analyses that test whether a package would be kept have
/// nothing to say about them.
final class ImpossiblePackages {
    private static final String LOOK_UP = "; --only agreements looks it up as it is";

    private final AgreementForm form;

    private ImpossiblePackages(AgreementForm form) {
        this.form = form;
    }

    /// Refuses those of some packages that can never stand.
    ///
    /// @param packages the packages
    /// @param model the case
    /// @throws ModelError with every reason of the first that cannot stand, those of the others
    ///   suppressed in it
    static void refuse(List<Written> packages, CompiledCase model) {
        if (packages.isEmpty()) {
            return;
        }
        ImpossiblePackages impossible = new ImpossiblePackages(AgreementForm.of(model));
        ModelError failure = null;
        for (Written written : packages) {
            List<Problem> problems = impossible.problems(written);
            if (problems.isEmpty()) {
                continue;
            }
            ModelError error = new ModelError(written.file(), problems);
            if (failure == null) {
                failure = error;
            } else {
                failure.addSuppressed(error);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private List<Problem> problems(Written written) {
        int[] levels = form.levelsOf(written.named().name(), written.named().settings());
        List<Problem> problems = new ArrayList<>();
        for (PackageBan ban : form.broken(levels)) {
            switch (ban.kind()) {
                case RULE ->
                        problems.add(
                                problem(
                                        written,
                                        item(written, ban),
                                        "breaks the rule %s of the case, never %s"
                                                .formatted(ban.name(), ban.condition()),
                                        "Name other levels, or change the rule"));
                case UNREACHABLE -> problems.add(unreachable(written, ban, levels));
                case AGREEMENT_RULE, RED_LINE -> {}
            }
        }
        return problems;
    }

    /// The first item that the package names and the ban speaks of, or nothing.
    private String item(Written written, PackageBan ban) {
        for (int item : ban.table().items()) {
            String name = form.items().get(item).ref().toString();
            if (written.places().byPath().containsKey(name)) {
                return name;
            }
        }
        return "";
    }

    private Problem unreachable(Written written, PackageBan ban, int[] levels) {
        int[] items = ban.table().items();
        boolean isOneWay =
                items.length == 1 && form.items().get(items[0]).ref().toString().equals(ban.name());
        if (!isOneWay) {
            return problem(
                    written,
                    "",
                    "cannot be reached from now: no way of moves by the signatories leads there through states that can be",
                    "Name other levels, or change the rules of the case");
        }
        PackageItem own = form.items().get(items[0]);
        boolean isUp = levels[items[0]] < own.nowIndex();
        List<String> within = new ArrayList<>();
        for (int level = 0; level < own.levels().size(); level++) {
            if (isUp ? level >= own.nowIndex() : level <= own.nowIndex()) {
                within.add(own.levels().get(level).name());
            }
        }
        return problem(
                written,
                ban.name(),
                "is at %s, which cannot be reached: it stands at %s now and can only be moved %s"
                        .formatted(
                                own.levels().get(levels[items[0]]).name(),
                                own.levels().get(own.nowIndex()).name(),
                                isUp ? "up" : "down"),
                "Name %s, or let the option move both ways".formatted(String.join(" or ", within)));
    }

    private static Problem problem(Written written, String item, String fact, String mend) {
        Place place = written.places().nearest(item);
        return new Problem(Problem.Severity.ERROR, item, place, fact, mend + LOOK_UP);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.AgreementQuestions;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.agreements.stated.StatedFindings;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.View;
import org.jspecify.annotations.Nullable;

/// Whether statements speak beside points or in their place, and of which packages.
final class StatedQuestions {
    private StatedQuestions() {}

    /// What a case lacks that has not all that points need.
    ///
    /// @param source the case
    /// @param missing what points would need besides
    /// @return nothing if every signatory states something; where only some do, something to be
    ///   stated by each of the others; else what points would need
    static List<String> silent(Case source, List<String> missing) {
        Agreement agreement = source.agreement();
        if (agreement == null
                || agreement.between().stream().noneMatch(party -> compares(source, party))) {
            return missing;
        }
        return agreement.between().stream()
                .filter(party -> !speaks(source, party))
                .map("preferences.%s.prefer"::formatted)
                .toList();
    }

    private static boolean speaks(Case source, String party) {
        Preferences preferences = source.preferencesOf(party);
        return compares(source, party)
                || (preferences != null && preferences.part(PreferencePart.Values.class) != null);
    }

    private static boolean compares(Case source, String party) {
        Preferences preferences = source.preferencesOf(party);
        return preferences != null
                && (preferences.part(PreferencePart.Prefer.class) != null
                        || preferences.part(PreferencePart.Swings.class) != null
                        || preferences.part(PreferencePart.Packages.class) != null);
    }

    /// What statements say where points or what no agreement brings are missing.
    static StatedFindings alone(CompiledCase model, String name, AnalysisOptions options) {
        AgreementForm form = AgreementForm.of(model);
        List<AgreementForm> views = new ArrayList<>();
        if (model.view() == null) {
            for (View view : model.source().views()) {
                views.add(form.under(model.under(view)));
            }
        }
        List<int[]> named = new ArrayList<>();
        options.questions()
                .agreements()
                .packages()
                .forEach(p -> named.add(form.levelsOf(p.name(), p.settings())));
        return StatedFindings.of(
                name,
                form,
                views,
                new StatedFindings.Asked(
                        named,
                        List.of(),
                        options.bounds().statedPackages(),
                        options.threadCount()));
    }

    /// What statements say of the packages on the table, beside what points say; null if nobody
    /// states anything but points and red lines.
    static @Nullable StatedFindings beside(
            Solved own,
            List<Solved> views,
            Proposals proposals,
            AgreementQuestions questions,
            AnalysisOptions options) {
        List<AgreementForm> forms = views.stream().map(Solved::form).toList();
        boolean compared = anyCompares(own.form());
        for (AgreementForm form : forms) {
            compared |= anyCompares(form);
        }
        if (!compared) {
            return null;
        }
        List<int[]> tabled = new ArrayList<>();
        proposals.proposals().forEach(p -> tabled.add(own.bargain().levels(p.point())));
        questions.packages().forEach(p -> tabled.add(own.form().levelsOf(p.name(), p.settings())));
        int bound = options.bounds().statedPackages();
        List<int[]> further = new ArrayList<>();
        int[] zone = own.bargain().zone();
        for (int k = 0; k < Math.min(zone.length, bound); k++) {
            further.add(own.bargain().levels(zone[k]));
        }
        return StatedFindings.of(
                own.name(),
                own.form(),
                forms,
                new StatedFindings.Asked(tabled, further, bound, options.threadCount()));
    }

    private static boolean anyCompares(AgreementForm form) {
        List<String> deciding = new ArrayList<>(form.signatories());
        deciding.addAll(form.ratifiers());
        return deciding.stream().anyMatch(p -> compares(form.model().source(), p));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Analysis;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.catalog.Catalog;
import org.detente.compile.CompiledCase;
import org.detente.explain.Data;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the bundled cases with an agreement are there to show.
class AgreementsTest {
    private static Data.Fields agreements(Case source) {
        Analysis analysis =
                Catalog.analyses().stream()
                        .filter(a -> a.name().equals("agreements"))
                        .findFirst()
                        .orElseThrow();
        return analysis.analyze(
                        CompiledCase.of(source, AnalysisOptions.DEFAULT_MAX_STATES),
                        AnalysisOptions.defaults(2),
                        Progress.NONE)
                .data(ListLimit.NONE);
    }

    private static Data at(Data.Fields fields, String... keys) {
        Data found = fields;
        for (String key : keys) {
            found = requireNonNull(((Data.Fields) found).entries().get(key), key);
        }
        return found;
    }

    /// Counted by listing all packages, apart from the engine; see the case's SOURCE.md.
    @Test
    void threeStatesOnARiverHaveTheZoneThatWasCountedByHand() {
        Data.Fields found = agreements(Cases.read("river-three"));

        assertThat(at(found, "acceptable", "count")).isEqualTo(new Data.Name("302"));
    }

    @Test
    void threeStatesOnARiverNeedThePayment() {
        Case source = Cases.read("river-three");
        Agreement agreement = requireNonNull(source.agreement());
        List<Rule> rules = new ArrayList<>(agreement.rules());
        ItemRef payment = new ItemRef.TermRef("payment");
        String none =
                agreement.terms().stream()
                        .filter(t -> t.ref().equals(payment))
                        .findFirst()
                        .orElseThrow()
                        .levels()
                        .getFirst()
                        .name();
        rules.add(
                new Rule(
                        "no-payment",
                        new Condition.Compare(payment, Condition.Comparison.MORE, none),
                        Basis.ASSUMED));

        Data.Fields found = agreements(withRules(source, agreement, rules));

        assertThat(at(found, "zone", "open")).isEqualTo(new Data.Truth(false));
        assertThat(at(found, "zone", "opensWithout").toString()).contains("no-payment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-iran-2026", "jcpoa-2015", "harbour-lease", "river-three"})
    void agreementsOfBundledCasesAreCompleteAndExact(String key) {
        Data.Fields found = agreements(Cases.read(key));

        assertThat(at(found, "complete")).isEqualTo(new Data.Truth(true));
        assertThat(at(found, "epsilon")).isEqualTo(new Data.Real(0));
    }

    private static Case withRules(Case source, Agreement agreement, List<Rule> rules) {
        return new Case(
                source.formatVersion(),
                source.title(),
                source.cutoff(),
                source.marking(),
                source.about(),
                source.sources(),
                source.claims(),
                source.parties(),
                source.options(),
                source.rules(),
                source.outcomes(),
                source.now(),
                source.assumptions(),
                source.preferences(),
                new Agreement(
                        agreement.between(),
                        agreement.covers(),
                        agreement.terms(),
                        rules,
                        agreement.beliefs(),
                        agreement.breachCollapses(),
                        agreement.ratify()),
                source.time(),
                source.coalitions(),
                source.unseen(),
                source.same(),
                source.views());
    }
}

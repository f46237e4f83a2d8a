// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.detente.model.Case;
import org.detente.model.Fallback;
import org.detente.model.Level;
import org.detente.model.Quantity;
import org.detente.model.Term;
import org.junit.jupiter.api.Test;

/// Domains and profiles of the negotiation platforms, in and out.
class NegotiationTest {
    private static Imported orchard() {
        return Trial.read(
                Trial.resource("orchard-domain.xml"),
                Trial.resource("orchard-upper.xml"),
                Trial.resource("orchard-lower.xml"));
    }

    private static Imported harbour() {
        return Trial.read(
                Trial.resource("harbour-domain.json"),
                Trial.resource("harbour-port.json"),
                Trial.resource("harbour-line.json"));
    }

    private static double[] points(Case source, int term, String party) {
        Term what = Trial.agreement(source).terms().get(term);
        return requireNonNull(what.values().get(party)).stream()
                .mapToDouble(w -> ((Quantity.Exact) w.points().quantity()).value())
                .toArray();
    }

    private static double otherwise(Case source, String party) {
        Fallback.Values values =
                (Fallback.Values) requireNonNull(Trial.agreement(source).beliefs().otherwise());
        return ((Quantity.Exact) requireNonNull(values.byParty().get(party)).quantity()).value();
    }

    @Test
    void evaluationsAreDividedByTheLargestOfTheirIssue() {
        Case source = orchard().model();
        assertThat(points(source, 0, "orchard-upper")).containsExactly(0.5, 0.25, 0);
        assertThat(points(source, 0, "orchard-lower")).containsExactly(0.6 * 0.1, 0.6 * 0.7, 0.6);
    }

    @Test
    void integersBecomeLevelsWithTheToolsOwnUtilities() {
        Case source = orchard().model();
        assertThat(Trial.agreement(source).terms().get(1).levels().stream().map(Level::name))
                .containsExactly("0", "1", "2", "3", "4");
        // offset + slope * value, kept between 0 and 1, never divided by its maximum.
        assertThat(points(source, 1, "orchard-upper"))
                .containsExactly(new double[] {0.08, 0.18, 0.28, 0.38, 0.4}, within(1e-15));
        assertThat(points(source, 1, "orchard-lower"))
                .containsExactly(new double[] {0.3, 0.225, 0.15, 0.075, 0}, within(1e-15));
    }

    @Test
    void anIssueWithOneValueIsATermWithOneLevel() {
        Case source = orchard().model();
        assertThat(points(source, 2, "orchard-upper")).containsExactly(0.1);
        assertThat(Trial.yaml(source)).contains("levels: [yes]");
    }

    @Test
    void reservationAndDiscountAreKept() {
        Imported imported = orchard();
        Case source = imported.model();
        assertThat(otherwise(source, "orchard-upper")).isEqualTo(0.3);
        assertThat(otherwise(source, "orchard-lower")).isZero();
        assertThat(requireNonNull(source.time()).patience()).containsOnlyKeys("orchard-upper");
        assertThat(imported.losses()).extracting(Loss::what).contains("no reservation value");
        assertThat(source.title()).isEqualTo("orchard");
    }

    @Test
    void partiesStandInTheOrderOfTheProfiles() {
        Case source =
                Trial.read(
                                Trial.resource("orchard-lower.xml"),
                                Trial.resource("orchard-domain.xml"),
                                Trial.resource("orchard-upper.xml"))
                        .model();
        assertThat(Trial.agreement(source).between())
                .containsExactly("orchard-lower", "orchard-upper");
    }

    @Test
    void whatIsImportedComesBackAsTheSameBytes() {
        for (Case source : List.of(orchard().model(), harbour().model())) {
            String format = source.title().equals("Harbour") ? "geniusweb" : "genius";
            Case again = Trial.roundTrip(source, format);
            assertThat(Trial.yaml(again)).isEqualTo(Trial.yaml(source));
        }
    }

    @Test
    void weightsTimesUtilitiesAndTheReservationBid() {
        Case source = harbour().model();
        assertThat(points(source, 0, "port")).containsExactly(0.3, 0.12, 0);
        assertThat(points(source, 1, "port")).containsExactly(0.07, 0.35, 0.63);
        assertThat(points(source, 1, "line")).containsExactly(0.75, 0.375, 0);
        assertThat(otherwise(source, "port")).isEqualTo(0.19);
        assertThat(otherwise(source, "line")).isZero();
    }

    @Test
    void theDomainInsideAProfileWillDo() {
        Imported imported =
                Trial.read(
                        Trial.resource("harbour-port.json"), Trial.resource("harbour-line.json"));
        assertThat(Trial.agreement(imported.model()).terms()).hasSize(1);
        assertThat(imported.losses()).extracting(Loss::what).anyMatch(w -> w.contains("Fee"));
    }

    @Test
    void realIssuesAreRefused() {
        ForeignFile domain =
                Trial.text(
                        "real.xml",
                        "<negotiation_template><utility_space><objective index='0'><issue index='1' name='Price' vtype='real' type='real'><range lowerbound='1' upperbound='2'/></issue></objective></utility_space></negotiation_template>");
        assertThatThrownBy(() ->
                        Trial.read(
                                domain,
                                Trial.resource("orchard-upper.xml"),
                                Trial.resource("orchard-lower.xml")))
                .isInstanceOf(ImportError.class)
                .hasMessageStartingWith("real.xml:1:")
                .hasMessageContaining("real-valued");
    }

    @Test
    void oneProfileIsNoAgreement() {
        assertThatThrownBy(() ->
                        Trial.read(
                                Trial.resource("orchard-domain.xml"),
                                Trial.resource("orchard-upper.xml")))
                .isInstanceOf(ImportError.class)
                .hasMessageContaining("1 profile");
    }

    @Test
    void bareAmpersandsAndOldEncodingsAreRead() {
        String domain =
                "<negotiation_template><utility_space><objective index='0' name='x'><issue index='1' name='Bread & butter'><item index='1' value='café'/><item index='2' value='no'/></issue></objective></utility_space></negotiation_template>";
        String profile =
                "<utility_space><objective index='0'><issue index='1' name='Bread & butter'><item index='1' value='café' evaluation='2'/><item index='2' value='no' evaluation='1'/></issue><weight index='1' value='1.0'/></objective></utility_space>";
        java.nio.charset.Charset old = java.nio.charset.StandardCharsets.ISO_8859_1;
        Case source =
                Trial.read(
                                new ForeignFile("d.xml", domain.getBytes(old)),
                                new ForeignFile("a.xml", profile.getBytes(old)),
                                new ForeignFile("b.xml", profile.getBytes(old)))
                        .model();
        assertThat(Trial.yaml(source)).contains("Bread & butter").contains("café: 1");
    }

    @Test
    void pointsOfAnyScaleAreBroughtIntoTheTools() {
        Case source =
                Trial.of(
                        """
                        detente: 1
                        title: Own scale
                        parties: {a: {}, b: {}}
                        options: {a: {give: {}}, b: {watch: {}}}
                        preferences:
                          a: {values: {a.give: {yes: -20}, terms.years: {five: 10 to 30}}}
                          b: {values: {a.give: {yes: 50}, b.watch: {yes: 4}}}
                        agreement:
                          between: [a, b]
                          covers: [a.give]
                          terms: {years: {levels: [one, five]}}
                          otherwise: {values: {a: -5, b: 0}}
                        """);
        Case written = Trial.roundTrip(source, "genius");
        assertThat(points(written, 0, "a")).containsExactly(0.5, 0);
        assertThat(points(written, 1, "a")).containsExactly(0, 0.5);
        assertThat(otherwise(written, "a")).isEqualTo(0.375);
        assertThat(points(written, 0, "b")).containsExactly(0, 1);
    }

    @Test
    void nearestBidIsTheNearestOfAll() {
        List<double[]> utilities =
                List.of(
                        new double[] {0.1, 0.3},
                        new double[] {0, 0.25, 0.31},
                        new double[] {0.02, 0.2});
        for (double wanted : new double[] {-1, 0.2, 0.44, 0.5, 0.63, 2}) {
            double best = Double.POSITIVE_INFINITY;
            for (double a : utilities.get(0)) {
                for (double b : utilities.get(1)) {
                    for (double c : utilities.get(2)) {
                        best = Math.min(best, Math.abs(a + b + c - wanted));
                    }
                }
            }
            assertThat(Math.abs(NearestBid.of(utilities, wanted).utility() - wanted))
                    .isEqualTo(best, within(1e-12));
        }
    }
}

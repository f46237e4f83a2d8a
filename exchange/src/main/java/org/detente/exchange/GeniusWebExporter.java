// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.detente.model.Agreement;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// Writes what could be agreed as a GeniusWeb domain with one linear additive profile for each
/// signatory. Weights add up to exactly 1, as GeniusWeb demands; a reservation value becomes the
/// bid whose utility comes nearest to it.
public final class GeniusWebExporter implements Exporter {
    /// Digits enough for a product to round to the point it stands for.
    private static final MathContext PRECISION = new MathContext(30);

    /// Made by [Formats].
    public GeniusWebExporter() {}

    @Override
    public String format() {
        return "geniusweb";
    }

    @Override
    public String title() {
        return "a domain and profiles for GeniusWeb (JSON)";
    }

    @Override
    public boolean isFolder() {
        return true;
    }

    @Override
    public Exported write(ExportJob job) {
        List<Loss> losses = new ArrayList<>();
        Negotiation negotiation = NegotiationContent.of(job, "a GeniusWeb domain", losses);
        Agreement agreement = java.util.Objects.requireNonNull(job.source().agreement());
        List<OutFile> files = new ArrayList<>();
        files.add(
                new OutFile(
                        job.key() + "-domain.json",
                        out -> write(out, json -> writeDomain(negotiation, json))));
        for (int p = 0; p < negotiation.profiles().size(); p++) {
            Negotiation.Profile profile = negotiation.profiles().get(p);
            String party = agreement.between().get(p);
            if (profile.discount() != null) {
                losses.add(new Loss("time.patience." + party, "a discount factor", "left out"));
            }
            int[] bid = bid(profile, party, losses);
            files.add(
                    new OutFile(
                            "%s-%d-%s.json".formatted(job.key(), p + 1, party),
                            out ->
                                    write(
                                            out,
                                            json ->
                                                    writeProfile(
                                                            negotiation, profile, bid, json))));
        }
        return new Exported(files, losses);
    }

    /// What is written of a file.
    @FunctionalInterface
    private interface Content {
        void writeTo(JsonGenerator json);
    }

    private static void write(OutputStream out, Content content) throws IOException {
        JsonFactory factory =
                JsonFactory.builder()
                        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                        .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .build();
        try (JsonGenerator json =
                factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            content.writeTo(json);
        }
        out.write('\n');
    }

    private static void writeDomain(Negotiation negotiation, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", negotiation.title());
        json.writeObjectPropertyStart("issuesValues");
        for (Negotiation.Issue issue : negotiation.issues()) {
            json.writeObjectPropertyStart(issue.name());
            json.writeArrayPropertyStart("values");
            issue.values().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeProfile(
            Negotiation negotiation, Negotiation.Profile profile, int[] bid, JsonGenerator json) {
        List<BigDecimal> weights = weights(profile);
        json.writeStartObject();
        json.writeObjectPropertyStart("LinearAdditiveUtilitySpace");
        json.writeStringProperty("name", profile.name());
        json.writeObjectPropertyStart("issueUtilities");
        for (int i = 0; i < weights.size(); i++) {
            Negotiation.Issue issue = negotiation.issues().get(i);
            json.writeObjectPropertyStart(issue.name());
            json.writeObjectPropertyStart("DiscreteValueSetUtilities");
            json.writeObjectPropertyStart("valueUtilities");
            for (int v = 0; v < issue.values().size(); v++) {
                json.writeName(issue.values().get(v));
                json.writeNumber(share(profile.utilities().get(i)[v], weights.get(i)));
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("issueWeights");
        for (int i = 0; i < weights.size(); i++) {
            json.writeName(negotiation.issues().get(i).name());
            json.writeNumber(weights.get(i));
        }
        json.writeEndObject();
        json.writeName("domain");
        writeDomain(negotiation, json);
        if (bid.length > 0) {
            json.writeObjectPropertyStart("reservationBid");
            json.writeObjectPropertyStart("issuevalues");
            for (int i = 0; i < bid.length; i++) {
                Negotiation.Issue issue = negotiation.issues().get(i);
                json.writeStringProperty(issue.name(), issue.values().get(bid[i]));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static BigDecimal share(double utility, BigDecimal weight) {
        return weight.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(Numbers.of(utility))
                        .divide(weight, PRECISION)
                        .min(BigDecimal.ONE)
                        .stripTrailingZeros();
    }

    /// Weights that add up to exactly 1, none below the largest utility of its issue; what is left
    /// over goes to the last. Where rounding made them a hair too much, the largest gives way.
    private static List<BigDecimal> weights(Negotiation.Profile profile) {
        List<BigDecimal> weights = new ArrayList<>();
        BigDecimal left = BigDecimal.ONE;
        int largest = 0;
        for (double[] row : profile.utilities()) {
            BigDecimal weight = new BigDecimal(Numbers.of(NegotiationContent.largest(row)));
            weights.add(weight);
            left = left.subtract(weight);
            largest = weight.compareTo(weights.get(largest)) > 0 ? weights.size() - 1 : largest;
        }
        int changed = left.signum() < 0 ? largest : weights.size() - 1;
        weights.set(changed, weights.get(changed).add(left));
        return weights;
    }

    private static int[] bid(Negotiation.Profile profile, String party, List<Loss> losses) {
        if (profile.reservation() == 0) {
            return new int[0];
        }
        NearestBid nearest = NearestBid.of(profile.utilities(), profile.reservation());
        losses.add(
                new Loss(
                        "agreement.otherwise." + party,
                        "worth " + Numbers.of(profile.reservation()),
                        "the bid that comes nearest, worth " + Numbers.of(nearest.utility())));
        return nearest.values();
    }
}

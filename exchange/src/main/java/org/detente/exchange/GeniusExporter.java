// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Agreement;
import org.jspecify.annotations.Nullable;

/// Writes what could be agreed as a Genius domain with one utility profile for each signatory.
public final class GeniusExporter implements Exporter {
    private static final int NEIGHBOURS = 4;

    /// Made by [Formats].
    public GeniusExporter() {}

    @Override
    public String format() {
        return "genius";
    }

    @Override
    public String title() {
        return "a domain and profiles for Genius (XML)";
    }

    @Override
    public boolean isFolder() {
        return true;
    }

    @Override
    public Exported write(ExportJob job) {
        List<Loss> losses = new ArrayList<>();
        Negotiation negotiation = NegotiationContent.of(job, "a Genius domain", losses);
        Agreement agreement = java.util.Objects.requireNonNull(job.source().agreement());
        List<OutFile> files = new ArrayList<>();
        files.add(OutFile.text(job.key() + "-domain.xml", domain(negotiation)));
        for (int p = 0; p < negotiation.profiles().size(); p++) {
            files.add(
                    OutFile.text(
                            "%s-%d-%s.xml".formatted(job.key(), p + 1, agreement.between().get(p)),
                            profile(negotiation, negotiation.profiles().get(p))));
        }
        return new Exported(files, losses);
    }

    private static String domain(Negotiation negotiation) {
        StringBuilder xml = new StringBuilder("<negotiation_template>\n");
        xml.append(
                " <utility_space name=\"%s\" number_of_issues=\"%d\">\n"
                        .formatted(escaped(negotiation.title()), negotiation.issues().size()));
        open(xml, negotiation.title());
        issues(xml, negotiation, null);
        xml.append("  </objective>\n </utility_space>\n</negotiation_template>\n");
        return xml.toString();
    }

    private static String profile(Negotiation negotiation, Negotiation.Profile profile) {
        StringBuilder xml = new StringBuilder();
        xml.append("<utility_space name=\"%s\">\n".formatted(escaped(profile.name())));
        open(xml, negotiation.title());
        issues(xml, negotiation, profile);
        for (int i = 0; i < negotiation.issues().size(); i++) {
            double weight = NegotiationContent.largest(profile.utilities().get(i));
            xml.append(
                    "   <weight index=\"%d\" value=\"%s\"></weight>\n"
                            .formatted(i + 1, Numbers.of(weight)));
        }
        xml.append("  </objective>\n");
        Double discount = profile.discount();
        if (discount != null) {
            xml.append(
                    " <discount_factor value=\"%s\"></discount_factor>\n"
                            .formatted(Numbers.of(discount)));
        }
        xml.append(
                " <reservation value=\"%s\"></reservation>\n</utility_space>\n"
                        .formatted(Numbers.of(profile.reservation())));
        return xml.toString();
    }

    private static void open(StringBuilder xml, String title) {
        xml.append(
                "  <objective index=\"0\" name=\"%s\" description=\"\" type=\"objective\" etype=\"objective\">\n"
                        .formatted(escaped(title)));
    }

    private static void issues(
            StringBuilder xml, Negotiation negotiation, Negotiation.@Nullable Profile profile) {
        for (int i = 0; i < negotiation.issues().size(); i++) {
            Negotiation.Issue issue = negotiation.issues().get(i);
            xml.append(
                    "   <issue index=\"%d\" name=\"%s\" vtype=\"discrete\" type=\"discrete\" etype=\"discrete\">\n"
                            .formatted(i + 1, escaped(issue.name())));
            double[] points =
                    profile == null
                            ? new double[issue.values().size()]
                            : profile.utilities().get(i);
            for (int v = 0; v < points.length; v++) {
                String evaluation =
                        profile == null
                                ? ""
                                : " evaluation=\"%s\"".formatted(Numbers.of(share(points, v)));
                xml.append(
                        "    <item index=\"%d\" value=\"%s\"%s></item>\n"
                                .formatted(v + 1, escaped(issue.values().get(v)), evaluation));
            }
            xml.append("   </issue>\n");
        }
    }

    /// The evaluation that, times the largest utility of the issue as its weight, is the value's
    /// utility to the last digit where there is such a number.
    private static double share(double[] points, int value) {
        double weight = NegotiationContent.largest(points);
        if (!(weight > 0)) {
            return 1;
        }
        double share = points[value] / weight;
        double up = share;
        double down = share;
        for (int i = 0; i < NEIGHBOURS; i++) {
            if (weight * up == points[value]) {
                return up;
            }
            if (weight * down == points[value]) {
                return down;
            }
            up = Math.nextUp(up);
            down = Math.nextDown(down);
        }
        return share;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;");
    }
}

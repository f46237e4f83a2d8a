// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.detente.model.Place;
import org.jspecify.annotations.Nullable;

/// One utility profile of Genius on its way to points.
///
/// Issues are found by their number, as in the tool, else by their name; values by their name.
final class GeniusProfile {
    /// Below this a largest evaluation counts as none, and every value is worth 0, as in the tool.
    private static final double LEAST_MAXIMUM = 1e-5;

    /// Weights that add up to more than this cannot be meant as they stand: the tool would cut
    /// utilities at 1.
    private static final double LARGEST_SUM = 1.02;

    private static final double SUM_TOLERANCE = 1e-6;

    private static final String DISCOUNT_NOTE =
            "Genius: what a utility is multiplied by from the start to the end of the negotiation, not by the step";

    /// What a profile is made of.
    private static final Set<String> ELEMENTS =
            Set.of(
                    "negotiation_template",
                    "utility_space",
                    "objective",
                    "issue",
                    "item",
                    "evaluator",
                    "range",
                    "weight",
                    "reservation",
                    "discount_factor");

    private final ForeignFile file;
    private final Xml root;
    private final Findings findings;
    private final Map<String, Xml> byIndex = new HashMap<>();
    private final Map<String, Xml> byName = new HashMap<>();
    private final java.util.IdentityHashMap<Xml, Double> weights =
            new java.util.IdentityHashMap<>();
    private final List<Xml> unused = new ArrayList<>();

    GeniusProfile(ForeignFile file, Xml root, Findings findings) {
        this.file = file;
        this.root = root;
        this.findings = findings;
    }

    Negotiation.Profile read(GeniusDomain domain) {
        collect(root);
        tellUnknown();
        double scale = scale(domain);
        List<double[]> utilities = new ArrayList<>();
        for (GeniusDomain.Issue issue : domain.issues()) {
            utilities.add(utilities(issue, find(issue), scale));
        }
        for (Xml more : unused) {
            findings.loss(
                    file.shortName(),
                    "the issue %s, which the domain does not have"
                            .formatted(Words.shown(String.valueOf(more.get("name")))),
                    "left out");
        }
        return new Negotiation.Profile(name(), utilities, reservation(), discount(), DISCOUNT_NOTE);
    }

    private void tellUnknown() {
        Set<String> unknown = new TreeSet<>();
        root.walk(element -> {
            if (!ELEMENTS.contains(element.name())) {
                unknown.add(element.name());
            }
        });
        for (String name : unknown) {
            findings.loss(
                    file.shortName(),
                    "elements called " + Words.shown(name),
                    "left out: not known");
        }
    }

    private String name() {
        String given = root.get("name");
        String line = given == null ? "" : Words.line(given);
        return line.isEmpty() ? file.stem() : line;
    }

    /// Finds issues, and their weights beside them.
    private void collect(Xml parent) {
        Map<String, Double> here = new HashMap<>();
        for (Xml weight : parent.named("weight")) {
            String index = weight.get("index");
            Double value = GeniusImporter.number(file, weight, "value", findings);
            if (index != null && value != null) {
                here.put(index.strip(), value);
            }
        }
        for (Xml child : parent.children()) {
            String index = child.get("index");
            Double weight = index == null ? null : here.get(index.strip());
            if (child.name().equals("issue")) {
                unused.add(child);
                if (index != null) {
                    byIndex.putIfAbsent(index.strip(), child);
                }
                String named = child.get("name");
                if (named != null) {
                    byName.putIfAbsent(Words.line(named), child);
                }
                String own = child.get("weight");
                Double inside = own == null ? null : Double.valueOf(Numbers.parse(own));
                weights.put(child, weight != null ? weight : inside == null ? Double.NaN : inside);
            } else {
                if (child.name().equals("objective") && weight != null && weight != 1) {
                    findings.loss(
                            file.shortName(),
                            "the weight %s of the objective %s"
                                    .formatted(
                                            Numbers.of(weight),
                                            Words.shown(String.valueOf(child.get("name")))),
                            "left out, as the tool does: only issues' weights count");
                }
                collect(child);
            }
        }
    }

    private @Nullable Xml find(GeniusDomain.Issue issue) {
        String index = issue.index();
        Xml found = index == null ? null : byIndex.get(index.strip());
        if (found == null) {
            found = byName.get(issue.name());
        }
        if (found != null) {
            unused.remove(found);
            String named = found.get("name");
            if (named != null && !Words.line(named).equals(issue.name())) {
                findings.loss(
                        file.shortName(),
                        "issue %s is called %s here".formatted(index, Words.shown(named)),
                        "taken for %s by its number, as the tool does"
                                .formatted(Words.shown(issue.name())));
            }
        }
        return found;
    }

    private double weight(@Nullable Xml issue) {
        Double weight = issue == null ? null : weights.get(issue);
        return weight == null || Double.isNaN(weight) ? 0 : weight;
    }

    /// By what weights are divided: 1 unless their sum would push utilities far over 1.
    private double scale(GeniusDomain domain) {
        double sum = 0;
        for (GeniusDomain.Issue issue : domain.issues()) {
            String index = issue.index();
            Xml found = index == null ? null : byIndex.get(index.strip());
            sum += weight(found == null ? byName.get(issue.name()) : found);
        }
        if (sum > LARGEST_SUM) {
            findings.loss(
                    file.shortName(),
                    "weights that add up to " + Numbers.of(sum),
                    "divided by their sum: the tool would cut every utility at 1");
            return sum;
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            findings.loss(
                    file.shortName(),
                    "weights that add up to %s, not 1".formatted(Numbers.of(sum)),
                    "kept as they are, as the tool does");
        }
        return 1;
    }

    private double[] utilities(GeniusDomain.Issue issue, @Nullable Xml element, double scale) {
        double[] utilities = new double[issue.values().size()];
        if (element == null || Double.isNaN(weights.getOrDefault(element, Double.NaN))) {
            findings.loss(
                    file.shortName(),
                    element == null
                            ? "nothing about the issue %s".formatted(Words.shown(issue.name()))
                            : "no weight for the issue %s".formatted(Words.shown(issue.name())),
                    "worth 0");
            return utilities;
        }
        double weight = weight(element) / scale;
        double[] evaluations =
                issue.lowest() == null
                        ? discrete(issue, element)
                        : integer(element, issue.lowest(), utilities.length);
        for (int v = 0; v < utilities.length; v++) {
            utilities[v] = weight * evaluations[v] + 0.0;
            if (!(Math.abs(utilities[v]) <= Numbers.LARGEST)) {
                findings.error(
                        file,
                        issue.name(),
                        element.place(),
                        "gives a value a utility that is too large to reckon with",
                        "Write evaluations of 0 and more, the largest of them above 0");
                break;
            }
        }
        return utilities;
    }

    private double[] discrete(GeniusDomain.Issue issue, Xml element) {
        Map<String, Double> byValue = new LinkedHashMap<>();
        double largest = Double.NEGATIVE_INFINITY;
        for (Xml item : element.named("item")) {
            Double evaluation = GeniusImporter.number(file, item, "evaluation", findings);
            String value = item.get("value");
            if (evaluation != null) {
                byValue.put(value == null ? "" : value, evaluation);
            }
        }
        for (double evaluation : byValue.values()) {
            largest = Math.max(largest, evaluation);
        }
        double[] evaluations = new double[issue.values().size()];
        for (int v = 0; v < evaluations.length; v++) {
            String value = issue.values().get(v);
            Double evaluation = byValue.get(value);
            if (evaluation == null) {
                findings.loss(
                        file.shortName(),
                        "no evaluation for the value %s of %s"
                                .formatted(Words.shown(value), Words.shown(issue.name())),
                        "worth 0");
            } else {
                evaluations[v] = largest < LEAST_MAXIMUM ? 0 : evaluation / largest;
            }
        }
        for (String value : byValue.keySet()) {
            if (!issue.values().contains(value)) {
                findings.loss(
                        file.shortName(),
                        "the value %s of %s, which the domain does not have"
                                .formatted(Words.shown(value), Words.shown(issue.name())),
                        "left out");
            }
        }
        return evaluations;
    }

    private double[] integer(Xml element, int lowest, int count) {
        double offset = 0;
        double slope = 0;
        for (Xml evaluator : element.named("evaluator")) {
            Double readOffset = GeniusImporter.number(file, evaluator, "offset", findings);
            Double readSlope = GeniusImporter.number(file, evaluator, "slope", findings);
            offset = readOffset == null ? 0 : readOffset;
            slope = readSlope == null ? 0 : readSlope;
        }
        Double own = GeniusImporter.number(file, element, "lowerbound", findings);
        double base = own == null ? lowest : own;
        double[] evaluations = new double[count];
        for (int v = 0; v < count; v++) {
            evaluations[v] = Math.clamp(offset + slope * (lowest + v - base), 0, 1);
        }
        return evaluations;
    }

    private double reservation() {
        Double value = only("reservation");
        if (value == null) {
            findings.loss(file.shortName(), "no reservation value", "0, as in the tool");
            return 0;
        }
        return value;
    }

    private @Nullable Double discount() {
        Double value = only("discount_factor");
        if (value == null || value == 1) {
            return null;
        }
        if (value <= 0 || value > 1) {
            findings.loss(
                    file.shortName(),
                    "the discount factor " + Numbers.of(value),
                    "left out, as the tool does");
            return null;
        }
        findings.loss(
                file.shortName(),
                "the discount factor %s, over the whole negotiation".formatted(Numbers.of(value)),
                "kept as time.patience, which counts by the step; it changes no point");
        return value;
    }

    /// The value of an element that stands once, or null.
    private @Nullable Double only(String name) {
        List<Xml> found = new ArrayList<>();
        root.walk(element -> {
            if (element.name().equals(name)) {
                found.add(element);
            }
        });
        if (found.isEmpty()) {
            return null;
        }
        Xml last = found.getLast();
        return last.get("value") == null ? null : number(last);
    }

    private @Nullable Double number(Xml element) {
        Place place = element.place();
        String text = String.valueOf(element.get("value"));
        double value = Numbers.parse(text);
        if (Double.isNaN(value)) {
            findings.error(
                    file,
                    element.name(),
                    place,
                    "is %s, not a number".formatted(Words.shown(text)),
                    "Write a number from 0 to 1");
            return null;
        }
        return value;
    }
}

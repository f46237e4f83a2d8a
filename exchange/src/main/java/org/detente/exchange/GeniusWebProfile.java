// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One linear additive profile of GeniusWeb on its way to points: exact decimals, rounded once.
final class GeniusWebProfile {
    /// As many decimals as the tool keeps of a utility between two numbers.
    private static final int NUMBER_DECIMALS = 8;

    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "issueUtilities",
                    "issueWeights",
                    "domain",
                    "reservationBid",
                    "reserved_value",
                    "discount_factor");

    private final ForeignFile file;
    private final Json.Obj profile;
    private final Findings findings;
    private final Map<String, Map<String, BigDecimal>> utilities = new HashMap<>();

    GeniusWebProfile(ForeignFile file, Json.Obj profile, Findings findings) {
        this.file = file;
        this.profile = profile;
        this.findings = findings;
    }

    Negotiation.Profile read(GeniusWebDomain domain) {
        Map<String, Json> weights = Json.entriesOf(profile.get("issueWeights"));
        Map<String, Json> byIssue = Json.entriesOf(profile.get("issueUtilities"));
        List<double[]> points = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> known = new HashSet<>();
        for (GeniusWebDomain.Issue issue : domain.issues()) {
            known.add(issue.name());
            BigDecimal weight = weight(issue, weights.get(issue.name()));
            sum = sum.add(weight);
            Map<String, BigDecimal> utility = utilities(issue, byIssue.get(issue.name()));
            Map<String, BigDecimal> weighted = new HashMap<>();
            double[] row = new double[issue.values().size()];
            for (int v = 0; v < row.length; v++) {
                BigDecimal value =
                        weight.multiply(
                                utility.getOrDefault(issue.values().get(v), BigDecimal.ZERO));
                weighted.put(issue.values().get(v), value);
                row[v] = value.doubleValue() + 0.0;
            }
            utilities.put(issue.name(), weighted);
            points.add(row);
        }
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            findings.loss(
                    file.shortName(),
                    "weights that add up to %s, not 1"
                            .formatted(sum.stripTrailingZeros().toPlainString()),
                    "kept as they are");
        }
        for (String more : byIssue.keySet()) {
            if (!known.contains(more)) {
                tell(
                        "the issue %s, which the domain does not have".formatted(Words.shown(more)),
                        "left out");
            }
        }
        for (String key : profile.entries().keySet()) {
            if (!KEYS.contains(key)) {
                tell("the key %s, which is not known".formatted(Words.shown(key)), "left out");
            }
        }
        return new Negotiation.Profile(
                name(), points, reservation(), discount(), "a discount factor as the file has it");
    }

    private void tell(String what, String became) {
        findings.loss(file.shortName(), what, became);
    }

    private String name() {
        Json named = profile.get("name");
        String name = named == null || named.name() == null ? "" : Words.line(named.name());
        return name.isEmpty() ? file.stem() : name;
    }

    private BigDecimal weight(GeniusWebDomain.Issue issue, @Nullable Json node) {
        BigDecimal weight = number(node, "issueWeights." + Words.line(issue.name()));
        if (weight == null) {
            tell("no weight for the issue %s".formatted(Words.shown(issue.name())), "worth 0");
            return BigDecimal.ZERO;
        }
        return weight;
    }

    /// A number; null where there is none, or after an error.
    private @Nullable BigDecimal number(@Nullable Json node, String path) {
        if (node == null || node instanceof Json.Nothing) {
            return null;
        }
        BigDecimal number = GeniusWebDomain.number(node);
        if (number == null || number.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            findings.error(
                    file,
                    path,
                    node.place(),
                    "is %s, not a number that a utility can be".formatted(node.inWords()),
                    "Write a number from 0 to 1");
            return null;
        }
        return number;
    }

    private Map<String, BigDecimal> utilities(GeniusWebDomain.Issue issue, @Nullable Json node) {
        Map<String, BigDecimal> result = new HashMap<>();
        String path = "issueUtilities." + Words.line(issue.name());
        Json.Obj object = node instanceof Json.Obj inner ? unwrapped(inner) : null;
        if (object == null) {
            tell("no utilities for the issue %s".formatted(Words.shown(issue.name())), "worth 0");
            return result;
        }
        if (object.get("lowValue") != null || object.get("highValue") != null) {
            interpolate(issue, object, path, result);
            return result;
        }
        Json values = object.get("valueUtilities");
        Map<String, Json> entries = Json.entriesOf(values == null ? object : values);
        for (String value : issue.values()) {
            BigDecimal utility = number(entries.get(value), path + "." + Words.line(value));
            if (utility == null) {
                tell(
                        "no utility for the value %s of %s"
                                .formatted(Words.shown(value), Words.shown(issue.name())),
                        "worth 0, as in the tool");
            } else {
                result.put(value, utility);
            }
        }
        Set<String> known = new HashSet<>(issue.values());
        for (String value : entries.keySet()) {
            if (!known.contains(value)) {
                tell(
                        "the value %s of %s, which the domain does not have"
                                .formatted(Words.shown(value), Words.shown(issue.name())),
                        "left out");
            }
        }
        return result;
    }

    private static Json.Obj unwrapped(Json.Obj object) {
        for (String kind :
                List.of(
                        "discreteutils",
                        "DiscreteValueSetUtilities",
                        "numberutils",
                        "NumberValueSetUtilities")) {
            if (object.get(kind) instanceof Json.Obj inner) {
                return inner;
            }
        }
        return object;
    }

    /// Utilities on the line between those of the lowest and the highest number; 0 outside.
    private void interpolate(
            GeniusWebDomain.Issue issue,
            Json.Obj object,
            String path,
            Map<String, BigDecimal> result) {
        BigDecimal low = number(object.get("lowValue"), path + ".lowValue");
        BigDecimal high = number(object.get("highValue"), path + ".highValue");
        BigDecimal lowUtility = number(object.get("lowUtility"), path + ".lowUtility");
        BigDecimal highUtility = number(object.get("highUtility"), path + ".highUtility");
        if (low == null
                || high == null
                || lowUtility == null
                || highUtility == null
                || low.compareTo(high) >= 0) {
            findings.error(
                    file,
                    path,
                    object.place(),
                    "needs lowValue, lowUtility, highValue above lowValue, and highUtility",
                    "Give all four as numbers");
            return;
        }
        for (String value : issue.values()) {
            BigDecimal at = Numbers.exact(value);
            if (at != null && at.compareTo(low) >= 0 && at.compareTo(high) <= 0) {
                BigDecimal rise =
                        highUtility
                                .subtract(lowUtility)
                                .multiply(at.subtract(low))
                                .divide(high.subtract(low), NUMBER_DECIMALS, RoundingMode.HALF_UP);
                result.put(value, lowUtility.add(rise));
            }
        }
    }

    private double reservation() {
        if (!(profile.get("reservationBid") instanceof Json.Obj bid)) {
            BigDecimal value = number(profile.get("reserved_value"), "reserved_value");
            if (value == null) {
                tell("no reservation bid", "no agreement is worth 0, as in the tool");
            }
            return value == null ? 0 : value.doubleValue() + 0.0;
        }
        Json inner = bid.first("issuevalues", "issueValues", "issuesValues");
        Map<String, Json> chosen = Json.entriesOf(inner == null ? bid : inner);
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Json> entry : chosen.entrySet()) {
            Map<String, BigDecimal> byValue = utilities.get(entry.getKey());
            String value = entry.getValue().name();
            BigDecimal utility = byValue == null || value == null ? null : byValue.get(value);
            if (utility == null
                    && byValue != null
                    && value != null
                    && Numbers.exact(value) != null) {
                utility =
                        byValue.get(
                                new BigDecimal(value.strip()).stripTrailingZeros().toPlainString());
            }
            if (utility == null) {
                tell(
                        "the reservation bid names %s for %s, which the domain does not have"
                                .formatted(
                                        Words.shown(String.valueOf(value)),
                                        Words.shown(entry.getKey())),
                        "counts 0");
            } else {
                sum = sum.add(utility);
            }
        }
        tell(
                "a reservation bid",
                "its utility %s is what no agreement is worth"
                        .formatted(Numbers.of(sum.doubleValue())));
        return sum.doubleValue() + 0.0;
    }

    private @Nullable Double discount() {
        BigDecimal value = number(profile.get("discount_factor"), "discount_factor");
        if (value == null || value.compareTo(BigDecimal.ONE) == 0) {
            return null;
        }
        double factor = value.doubleValue();
        if (!(factor > 0 && factor < 1)) {
            tell("the discount factor " + Numbers.of(factor), "left out: not between 0 and 1");
            return null;
        }
        tell(
                "the discount factor " + Numbers.of(factor),
                "kept as time.patience, which counts by the step; it changes no point");
        return factor;
    }
}

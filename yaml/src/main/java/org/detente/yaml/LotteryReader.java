// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Figure;
import org.detente.model.Lottery;
import org.detente.yaml.Figures.Ends;
import org.detente.yaml.Names.Kind;
import org.jspecify.annotations.Nullable;

/// Reads chances of outcomes, and checks that they can add up to 100 %.
final class LotteryReader {
    /// Sums of a few written percentages are exact to far more than this.
    private static final double SUM_TOLERANCE = 1e-9;

    private static final String REST = "rest";

    private final Findings findings;
    private final Names names;
    private final Figures figures;

    LotteryReader(Reading reading) {
        this.findings = reading.findings();
        this.names = reading.names();
        this.figures = reading.figures();
    }

    /// Chances that together are everything.
    @Nullable Lottery whole(Part part) {
        return lottery(part, true);
    }

    /// Chances beside which something unnamed has the rest.
    @Nullable Lottery partial(Part part) {
        return lottery(part, false);
    }

    private @Nullable Lottery lottery(Part part, boolean whole) {
        List<Part> entries =
                Fields.entries(part, findings, "Write outcomes with chances: {war: 5% to 90%}");
        if (entries == null) {
            return null;
        }
        if (entries.isEmpty()) {
            findings.error(part, "names no outcome", "Write outcomes with chances");
        }
        int errorsBefore = findings.errorCount();
        List<Lottery.Chance> chances = new ArrayList<>();
        boolean rest = false;
        for (Part entry : entries) {
            names.use(Kind.OUTCOME, entry.name(), entry.path(), entry.keyPlace());
            if (entry.node() instanceof YamlNode.Scalar scalar
                    && scalar.text().strip().equals(REST)) {
                refuseRest(entry, whole, rest);
                rest = true;
                chances.add(new Lottery.Chance(entry.name(), null));
            } else {
                Figure share = figures.figure(entry, Bounds.CHANCE);
                if (share != null) {
                    chances.add(new Lottery.Chance(entry.name(), share));
                }
            }
        }
        if (findings.errorCount() == errorsBefore && !entries.isEmpty()) {
            checkSum(part, shares(chances), whole && !rest);
        }
        return new Lottery(chances);
    }

    private void refuseRest(Part entry, boolean whole, boolean already) {
        if (!whole) {
            findings.error(
                    entry,
                    "is rest, where what is not named already has the rest",
                    "Leave it out, or write a chance");
        } else if (already) {
            findings.error(entry, "is a second rest", "Write a chance for one of the two");
        }
    }

    private static List<Figure> shares(List<Lottery.Chance> chances) {
        List<Figure> shares = new ArrayList<>();
        for (Lottery.Chance chance : chances) {
            if (chance.share() != null) {
                shares.add(chance.share());
            }
        }
        return shares;
    }

    /// Complains where shares exceed 100 % at best, or cannot reach it though they must.
    void checkSum(Part part, List<Figure> shares, boolean mustBeWhole) {
        double low = 0;
        double high = 0;
        for (Figure share : shares) {
            Ends ends = figures.ends(share.quantity());
            if (!ends.isKnown()) {
                return;
            }
            low += ends.low();
            high += ends.high();
        }
        if (low > 1 + SUM_TOLERANCE) {
            findings.error(
                    part,
                    "adds up to %s%% at least".formatted(Decimal.hundredfold(rounded(low))),
                    "Lower the chances until they can add up to 100%");
        } else if (mustBeWhole && high < 1 - SUM_TOLERANCE) {
            findings.error(
                    part,
                    "adds up to %s%% at most".formatted(Decimal.hundredfold(rounded(high))),
                    "Give one outcome the rest, as in standoff: rest");
        }
    }

    private static double rounded(double share) {
        return Math.round(share * 1e6) / 1e6;
    }
}

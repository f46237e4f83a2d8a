// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Case;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Time;

/// What of a case no other tool's file can hold.
final class Plain {
    private Plain() {}

    /// The name of an option with two levels: its text, with the upper level unless that is `yes`.
    static String twoLevelName(Option option) {
        return option.yesNo()
                ? option.label()
                : "%s: %s".formatted(option.label(), option.levels().getLast().name());
    }

    /// The parts that are left out wherever a case goes: its ledger, its views, its time.
    ///
    /// @param source the case
    /// @param withPatience whether patience is carried over
    static List<Loss> losses(Case source, boolean withPatience) {
        List<Loss> losses = new ArrayList<>();
        add(losses, "about", source.about() == null ? 0 : 1, "text");
        add(losses, "cutoff", source.cutoff() == null ? 0 : 1, "date");
        add(losses, "marking", source.marking() == null ? 0 : 1, "marking");
        add(losses, "sources", source.sources().size(), "sources");
        add(losses, "claims", source.claims().size(), "claims, and what rests on them");
        add(
                losses,
                "assumptions",
                source.assumptions().size(),
                "named numbers, used at their centre");
        add(losses, "views", source.views().size(), "rival readings");
        Time time = source.time();
        if (time != null) {
            int parts =
                    (time.step() == null ? 0 : 1)
                            + (time.horizonSteps() == null ? 0 : 1)
                            + (withPatience ? 0 : time.patience().size())
                            + time.rate().size()
                            + time.precision().size()
                            + time.detection().size();
            add(losses, "time", parts, "numbers");
        }
        return losses;
    }

    /// What a part of somebody's preferences is, in words.
    static String kind(PreferencePart part) {
        return switch (part) {
            case PreferencePart.Order _ -> "an order of conditions";
            case PreferencePart.Ranking _ -> "a ranking of states";
            case PreferencePart.Values _ -> "points";
            case PreferencePart.RedLines _ -> "red lines";
            case PreferencePart.Prefer _ -> "comparisons";
            case PreferencePart.Swings _ -> "swings";
            case PreferencePart.Packages _ -> "packages";
            case PreferencePart.Once _ -> "points paid once";
        };
    }

    /// Adds a row for a part that has entries.
    static void add(List<Loss> losses, String key, int count, String what) {
        if (count > 0) {
            losses.add(
                    new Loss(
                            key,
                            count == 1 && !what.endsWith("s")
                                    ? what
                                    : "%s: %d".formatted(what, count),
                            "left out"));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.ArrayList;
import java.util.List;
import org.detente.compile.Readings;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Text;

/// Tells how readings were drawn, and whether that was enough.
public final class DrawnReadings {
    /// Chains that differ by more than this have not forgotten where they started.
    private static final double MOST_R_HAT = 1.05;

    /// Fewer independent points than this tell little.
    private static final double LEAST_EFFECTIVE = 100;

    private DrawnReadings() {}

    /// How the readings were drawn, as a tree.
    ///
    /// @param readings the readings
    /// @return `wanted`, `found` and one entry for each polyhedron drawn from
    public static Data.Fields data(Readings readings) {
        List<Data> spaces = new ArrayList<>();
        for (Readings.Drawn drawn : readings.drawn()) {
            spaces.add(
                    new Data.Fields()
                            .with("parties", Data.Items.names(drawn.parties()))
                            .with("dimension", drawn.dimension())
                            .with("draws", drawn.count())
                            .with("effectiveSize", new Data.Real(rounded(drawn.effectiveSize(), 0)))
                            .with(
                                    "splitRHat",
                                    Double.isInfinite(drawn.splitRHat())
                                            ? new Data.None()
                                            : new Data.Real(rounded(drawn.splitRHat(), 3)))
                            .with("bounded", drawn.bounded()));
        }
        return new Data.Fields()
                .with("wanted", readings.wanted())
                .with("found", readings.size())
                .with("polyhedra", new Data.Items(spaces));
    }

    private static double rounded(double number, int digits) {
        double unit = Math.pow(10, digits);
        return Math.rint(number * unit) / unit;
    }

    /// What a reader must know before believing shares.
    ///
    /// @param words names of parties
    /// @param readings the readings
    /// @return notes; none if all is well
    public static List<Block> notes(Wording words, Readings readings) {
        List<Block> notes = new ArrayList<>();
        if (readings.size() < readings.wanted()) {
            notes.add(
                    caution(
                            "Only %d of %d readings drawn fit what the parties state: at most beliefs that were drawn, no value function that was drawn fits."
                                    .formatted(readings.size(), readings.wanted())));
        }
        for (Readings.Drawn drawn : readings.drawn()) {
            if (drawn.effectiveSize() < LEAST_EFFECTIVE || drawn.splitRHat() > MOST_R_HAT) {
                notes.add(
                        caution(
                                "What was drawn for %s may be too little to trust its shares: %d draws tell as much as %.0f independent ones."
                                        .formatted(
                                                names(words, drawn),
                                                drawn.count(),
                                                drawn.effectiveSize())));
            }
            if (drawn.bounded()) {
                notes.add(
                        caution(
                                "What no agreement is worth to %s, or how much its points weigh, has no end in what it states; it was drawn between −1 and 1, where the party's swings add up to 1."
                                        .formatted(names(words, drawn))));
            }
        }
        return notes;
    }

    private static String names(Wording words, Readings.Drawn drawn) {
        return String.join(" and ", drawn.parties().stream().map(words::party).toList());
    }

    private static Block caution(String text) {
        return new Block.Note(Block.Note.Kind.CAUTION, Text.of(text));
    }
}

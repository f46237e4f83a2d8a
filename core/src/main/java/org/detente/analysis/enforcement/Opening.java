// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.detente.analysis.Wording;
import org.detente.explain.Block;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// What telling of chosen packages opens with, whatever is told of them.
final class Opening {
    private Opening() {}

    /// One finding for each package, or that there is none.
    ///
    /// @param count how many packages there are
    /// @param toDo what would be done with one, as in `test`
    /// @param headline tells the finding
    /// @return blocks to be followed by others
    static List<Block> of(int count, String toDo, IntFunction<Block> headline) {
        List<Block> blocks = new ArrayList<>();
        if (count == 0) {
            blocks.add(
                    new Block.Finding(
                            Span.Tone.NEUTRAL,
                            Text.of(
                                    "There is no package to %s: no package is acceptable to all signatories in this model, and none was named (--package)."
                                            .formatted(toDo))));
        }
        for (int k = 0; k < count; k++) {
            blocks.add(headline.apply(k));
        }
        return blocks;
    }

    /// A package's names with a colon.
    static Text.Writer named(Chosen chosen) {
        return Text.writer().strong(EnforcementWords.all(chosen.labels())).plain(": ");
    }

    /// The title of a package's section.
    static String title(Chosen chosen) {
        return "The package: " + String.join(", ", chosen.labels());
    }

    /// The title of a section about packages of which the same is told.
    static String title(List<Chosen> chosen) {
        return chosen.size() == 1
                ? title(chosen.getFirst())
                : "The packages: "
                        + String.join(
                                "; ",
                                chosen.stream().map(c -> String.join(", ", c.labels())).toList());
    }

    /// How many views say otherwise.
    ///
    /// @param count how many views there are
    /// @param other the names of those that say otherwise
    /// @return a sentence after a space; empty if there is no view
    static String views(int count, List<String> other) {
        if (count == 0) {
            return "";
        }
        return other.isEmpty()
                ? count == 1
                        ? " The view says the same."
                        : " All %s views say the same.".formatted(Wording.number(count))
                : " Of %s, %s %s otherwise."
                        .formatted(
                                Wording.counted(count, "view", "views"),
                                EnforcementWords.all(other),
                                other.size() == 1 ? "says" : "say");
    }

    /// What readings were drawn such that, where somebody states more than points.
    static String bound(boolean isBound) {
        return isBound ? ", such that all that is stated holds," : "";
    }
}

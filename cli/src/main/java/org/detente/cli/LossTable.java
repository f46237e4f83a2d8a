// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.List;
import org.detente.exchange.Imported;
import org.detente.exchange.Loss;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.detente.explain.Text;
import org.detente.model.Case;
import org.jspecify.annotations.Nullable;

/// Tells what was read or written, and what could not be carried over.
final class LossTable {
    private LossTable() {}

    /// After an import.
    ///
    /// @param imported what was read
    /// @param file where the case stands now
    /// @return the explanation
    static Explanation ofImport(Imported imported, String file) {
        Case source = imported.model();
        List<String> parts = new ArrayList<>();
        count(parts, source.parties().size(), "party", "parties");
        count(parts, source.options().size(), "option", "options");
        count(parts, source.rules().size(), "rule", "rules");
        count(
                parts,
                source.agreement() == null ? 0 : source.agreement().terms().size(),
                "term",
                "terms");
        String sentence =
                "Read %s with %s; written to %s."
                        .formatted(imported.title(), String.join(", ", parts), file);
        return told("Import: " + source.title(), sentence, imported.losses());
    }

    private static void count(List<String> parts, int count, String one, String several) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : several));
        }
    }

    /// A sentence, and the table of losses or a word that there are none.
    ///
    /// @param title the heading
    /// @param sentence what was done
    /// @param losses what was not carried over as it stood; null where that is no question
    /// @return the explanation
    static Explanation told(String title, String sentence, @Nullable List<Loss> losses) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Text.of(sentence)));
        if (losses == null) {
            return new Explanation(title, blocks);
        }
        if (losses.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.of("Everything was carried over as it stands.")));
        } else {
            List<List<Text>> rows = new ArrayList<>();
            for (Loss loss : losses) {
                rows.add(
                        List.of(
                                Text.of(loss.where()),
                                Text.of(loss.what()),
                                Text.of(loss.became())));
            }
            blocks.add(
                    new Block.Table(
                            "Not carried over as it stands",
                            List.of(
                                    Block.Column.words("Where"),
                                    Block.Column.words("What it says"),
                                    Block.Column.words("What became of it")),
                            rows,
                            0));
        }
        return new Explanation(title, blocks);
    }
}

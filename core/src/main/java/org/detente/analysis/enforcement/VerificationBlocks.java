// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// Tells what verification is worth to a standing package.
final class VerificationBlocks {
    /// A difference between margins that is worth a word.
    private static final double MATTERS = 1e-6;

    private final Ground ground;
    private final EnforcementWords words;

    VerificationBlocks(Ground ground, EnforcementWords words) {
        this.ground = ground;
        this.words = words;
    }

    /// A sentence for the side whose margin it changes most, and the table behind it.
    ///
    /// @param tested the package
    /// @param all what each level of inspection is worth
    List<Block> of(Tested tested, List<Tested.Verification> all) {
        if (all.isEmpty() || !ground.hasPatience()) {
            return List.of();
        }
        Text said = worth(tested, all);
        return said == null
                ? List.of(
                        new Block.Paragraph(
                                Text.of(
                                        "No level of inspection changes a margin here: the most tempting breaches are seen for certain, or no answer to them would last.")))
                : List.of(new Block.Paragraph(said), table(tested, all));
    }

    /// By how much the least and the most inspection differ for the side they matter most to.
    private @Nullable Text worth(Tested tested, List<Tested.Verification> all) {
        Tested.Verification least = null;
        Tested.Verification most = null;
        for (Tested.Verification one : all) {
            for (Tested.Verification other : all) {
                boolean same =
                        one.option() == other.option()
                                && one.kept().party() == other.kept().party();
                double rise = other.kept().margin() - one.kept().margin();
                boolean larger =
                        least == null
                                || most == null
                                || rise > most.kept().margin() - least.kept().margin();
                if (same && rise > MATTERS && larger) {
                    least = one;
                    most = other;
                }
            }
        }
        if (least == null || most == null) {
            return null;
        }
        Kept here = tested.kept().get(least.kept().party());
        double needed = most.kept().leastDetection();
        Text.Writer text =
                Text.writer()
                        .plain(
                                "Verification matters most for %s: its margin is "
                                        .formatted(words.party(here.party())))
                        .text(Text.of(EnforcementWords.marked(least.kept().margin())))
                        .plain(" with ")
                        .text(at(least))
                        .plain(" and ")
                        .text(Text.of(EnforcementWords.marked(most.kept().margin())))
                        .plain(" with ")
                        .text(at(most));
        return text.plain(
                        needed > 0 && needed <= 1
                                ? "; where breaches are seen with less than %s a step, it would not keep the agreement."
                                        .formatted(EnforcementWords.percentUp(needed))
                                : ".")
                .done();
    }

    private Text at(Tested.Verification one) {
        return Text.writer()
                .code(ground.space().options().get(one.option()).ref().toString())
                .plain(" at " + words.wording().levelName(one.option(), one.level()))
                .done();
    }

    private Block table(Tested tested, List<Tested.Verification> all) {
        List<List<Text>> rows = new ArrayList<>();
        for (Tested.Verification one : all) {
            boolean here = ground.space().level(tested.state(), one.option()) == one.level();
            rows.add(
                    List.of(
                            Text.writer()
                                    .text(at(one))
                                    .plain(here ? " (as in the package)" : "")
                                    .done(),
                            Text.of(words.party(one.kept().party())),
                            Text.of(EnforcementWords.critical(one.kept().critical())),
                            Text.of(EnforcementWords.marked(one.kept().margin()))));
        }
        return new Block.Table(
                "What verification is worth: the same package, with breaches seen as surely as at each level of inspection",
                List.of(
                        Column.words("Breaches seen as with"),
                        Column.words("Whose breach"),
                        Column.numbers("Must count on"),
                        Column.numbers("Margin")),
                rows,
                0);
    }
}

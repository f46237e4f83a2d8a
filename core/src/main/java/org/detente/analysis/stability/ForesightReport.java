// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Data;
import org.detente.explain.Text;
import org.detente.model.Party;
import org.jspecify.annotations.Nullable;

/// Tells what would last if two movers look several moves ahead, or why that is not said.
///
/// @param foresight the verdicts, or null if they cannot be worked out
/// @param whyNot why they cannot, or null
/// @param horizonMoves for how many moves ahead the user asks, or 0
record ForesightReport(@Nullable Foresight foresight, @Nullable String whyNot, int horizonMoves) {
    /// Looks ahead in a case.
    static ForesightReport of(CompiledCase model, int horizonMoves) {
        String whyNot = Foresight.whyNot(model);
        return new ForesightReport(
                whyNot == null ? Foresight.of(model) : null, whyNot, horizonMoves);
    }

    /// The states stable for both movers at a horizon, or non-myopically if the horizon is 0; null
    /// if not known.
    private @Nullable StateSet equilibria(int horizon) {
        StateSet all = null;
        for (int mover = 0; mover < 2; mover++) {
            StateSet stable = stable(mover, horizon);
            if (stable == null) {
                return null;
            }
            all = all == null ? stable : all.and(stable);
        }
        return all;
    }

    private @Nullable StateSet stable(int mover, int horizon) {
        if (foresight == null) {
            return null;
        }
        return horizon == 0
                ? foresight.nonMyopicallyStable(mover)
                : foresight.limitedMoveStable(mover, horizon);
    }

    /// Data for programs.
    ///
    /// @return the verdicts, or only the reason why there are none
    Data.Fields data(ListLimit limit) {
        if (foresight == null) {
            return new Data.Fields().with("whyNot", String.valueOf(whyNot));
        }
        Data.Fields fields =
                new Data.Fields()
                        .with("nonMyopic", verdicts(foresight, 0, limit))
                        .with("from", foresight.periodStart())
                        .with("period", foresight.period());
        if (horizonMoves > 0) {
            fields.with("horizon", horizonMoves)
                    .with("limitedMove", verdicts(foresight, horizonMoves, limit));
        }
        return fields;
    }

    private Data verdicts(Foresight known, int horizon, ListLimit limit) {
        StateSet equilibria = equilibria(horizon);
        if (equilibria == null) {
            return new Data.None();
        }
        StateSet shown = equilibria.and(known.model().same().shown());
        int count = shown.count();
        Data.Fields parties = new Data.Fields();
        List<Party> movers = known.model().space().movers();
        for (int mover = 0; mover < movers.size(); mover++) {
            StateSet stable = stable(mover, horizon);
            parties.with(
                    movers.get(mover).id(),
                    new Data.Fields()
                            .with(
                                    "count",
                                    stable == null
                                            ? 0
                                            : stable.countShared(known.model().same().shown())));
        }
        return new Data.Fields()
                .with("count", count)
                .with(
                        "states",
                        new Data.Wholes(
                                () -> shown.stream().limit(limit.shown(count)).asLongStream()))
                .with("parties", parties);
    }

    /// What a reader is told.
    List<Block> blocks(Wording words, ListLimit limit) {
        if (foresight == null) {
            return List.of(new Block.Paragraph(Text.of(String.valueOf(whyNot))));
        }
        List<Block> blocks = new ArrayList<>();
        if (foresight.periodStart() < 0) {
            blocks.add(
                    new Block.Note(
                            Block.Note.Kind.LIMIT,
                            Text.of(
                                    "The answers had not settled after %s moves."
                                            .formatted(Wording.number(Foresight.HORIZON_LIMIT)))));
        } else {
            blocks.add(
                    new Block.Paragraph(
                            Text.of(
                                    "If both look ever further ahead and move in turn, the answers repeat from %s ahead on, every %s."
                                            .formatted(
                                                    Wording.counted(
                                                            foresight.periodStart(),
                                                            "move",
                                                            "moves"),
                                                    Wording.counted(
                                                            foresight.period(),
                                                            "move",
                                                            "moves")))));
            blocks.add(
                    table(
                            "Non-myopically stable for both: at every long horizon",
                            0,
                            words,
                            limit));
        }
        if (horizonMoves > 0) {
            blocks.add(
                    table(
                            "Stable for both who see %s ahead"
                                    .formatted(Wording.counted(horizonMoves, "move", "moves")),
                            horizonMoves,
                            words,
                            limit));
        }
        return blocks;
    }

    private Block table(String caption, int horizon, Wording words, ListLimit limit) {
        StateSet equilibria = equilibria(horizon);
        if (foresight == null || equilibria == null) {
            return new Block.Paragraph(Text.of(caption + ": not known."));
        }
        StateSet shown = equilibria.and(foresight.model().same().shown());
        int count = shown.count();
        if (count == 0) {
            return new Block.Paragraph(Text.of(caption + ": no state."));
        }
        List<List<Text>> rows = new ArrayList<>();
        shown.stream()
                .limit(limit.shown(count))
                .forEach(s ->
                        rows.add(
                                List.of(
                                        Text.writer().state(s).done(),
                                        Text.of(words.outcomeNames(s)),
                                        words.change(foresight.model().now(), s))));
        return new Block.Table(
                caption,
                List.of(
                        Column.numbers("State"),
                        Column.words("Outcome"),
                        Column.words("What differs from now")),
                rows,
                limit.omitted(count));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.DrawnReadings;
import org.detente.analysis.enforcement.SpoilersFindings.Drawn;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnDeterrent;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnMove;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnPackage;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnSpoiler;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.compile.StateSpace;
import org.detente.explain.Data;

/// What parties outside do in readings drawn, as a tree.
final class DrawnData {
    private final StateSpace space;
    private final Drawn drawn;

    DrawnData(StateSpace space, Drawn drawn) {
        this.space = space;
        this.drawn = drawn;
    }

    /// The tree.
    ///
    /// @param packages the packages, in the order of what was drawn
    /// @param outsiders the parties outside, in the order of each package's
    Data.Fields fields(List<Threatened> packages, List<Outsider> outsiders) {
        List<Data> all = new ArrayList<>();
        for (int p = 0; p < packages.size(); p++) {
            all.add(of(packages.get(p), drawn.packages().get(p), outsiders));
        }
        return new Data.Fields()
                .with("readings", drawn.size())
                .with("packages", new Data.Items(all))
                .with("drawing", DrawnReadings.data(drawn.readings()));
    }

    private Data of(Threatened one, DrawnPackage found, List<Outsider> outsiders) {
        Data.Fields survives = new Data.Fields();
        Data.Fields anew = new Data.Fields();
        for (int s = 0; s < found.spoilers().size(); s++) {
            Outsider outsider = outsiders.get(s);
            survives.with(outsider.id(), found.spoilers().get(s).survived());
            if (drawn.isAnew(outsider)) {
                anew.with(outsider.id(), anew(one, found.spoilers().get(s)));
            }
        }
        Data.Fields fields =
                new Data.Fields()
                        .with("names", Data.Items.names(one.chosen().keys()))
                        .with("kept", found.kept())
                        .with("survives", survives);
        return anew.entries().isEmpty() ? fields : fields.with("parties", anew);
    }

    /// A party whose best move was found anew in each reading.
    private Data anew(Threatened one, DrawnSpoiler own) {
        List<Data> moves = new ArrayList<>();
        for (DrawnMove move : own.moves()) {
            moves.add(
                    new Data.Fields()
                            .with(
                                    "move",
                                    SpoilersData.move(space, one.chosen().state(), move.state()))
                            .with("readings", move.readings())
                            .with("survives", move.survived()));
        }
        List<Data> deterrents = new ArrayList<>();
        for (DrawnDeterrent deterrent : own.deterrents()) {
            deterrents.add(
                    SpoilersData.deterrent(deterrent.deterrent())
                            .with("leavesAlone", deterrent.leftAlone()));
        }
        Data.Fields fields =
                new Data.Fields()
                        .with("leavesAlone", own.leftAlone())
                        .with("moves", new Data.Items(moves));
        if (!Double.isNaN(own.gap().least())) {
            fields.with(
                    "gap",
                    new Data.Fields()
                            .with("least", new Data.Real(own.gap().least()))
                            .with("most", new Data.Real(own.gap().most())));
        }
        return fields.with("deterredBy", new Data.Items(deterrents));
    }
}

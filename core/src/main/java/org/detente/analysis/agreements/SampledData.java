// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.DrawnReadings;
import org.detente.analysis.ListLimit;
import org.detente.analysis.agreements.Solved.Solution;
import org.detente.analysis.agreements.stated.SampledPart;
import org.detente.compile.PackageItem;
import org.detente.explain.Data;

/// What readings drawn from what is stated say, as a tree.
final class SampledData {
    private final Sampled found;

    SampledData(Sampled found) {
        this.found = found;
    }

    /// The tree.
    ///
    /// @param limit how many packages of a solution are listed
    Data.Fields fields(ListLimit limit) {
        Data.Fields solutions = new Data.Fields();
        Data.Fields omitted = new Data.Fields();
        boolean isCut = false;
        for (Solution solution : found.solutions().keySet()) {
            List<Sampled.Share> shares = found.solutions().getOrDefault(solution, List.of());
            List<Data> entries = new ArrayList<>();
            for (int k = 0; k < limit.shown(shares.size()); k++) {
                entries.add(
                        new Data.Fields()
                                .with("levels", levels(shares.get(k).levels()))
                                .with("readings", shares.get(k).count()));
            }
            solutions.with(solution.key(), new Data.Items(entries));
            omitted.with(solution.key(), limit.omitted(shares.size()));
            isCut |= limit.omitted(shares.size()) > 0;
        }
        Data.Fields fields =
                new Data.Fields()
                        .with("readings", found.readings().size())
                        .with("open", found.openCount())
                        .with("solutions", solutions);
        if (isCut) {
            fields.with("solutionsOmitted", omitted);
        }
        return fields.with("levels", byItem())
                .with("packages", packages())
                .with("centre", centre())
                .with("drawing", DrawnReadings.data(found.readings()));
    }

    /// In how many readings the Nash package has each level.
    private Data.Fields byItem() {
        Data.Fields fields = new Data.Fields();
        List<PackageItem> items = found.form().items();
        for (int item = 0; item < items.size(); item++) {
            Data.Fields levels = new Data.Fields();
            int[] counts = found.levelCounts(Solution.NASH, item);
            for (int level = 0; level < counts.length; level++) {
                levels.with(items.get(item).levels().get(level).name(), counts[level]);
            }
            fields.with(items.get(item).ref().toString(), levels);
        }
        return fields;
    }

    private Data packages() {
        List<Data> entries = new ArrayList<>();
        for (Sampled.Accepted one : found.packages()) {
            Data.Fields acceptable = new Data.Fields();
            one.byParty().forEach(acceptable::with);
            Data.Fields entry =
                    new Data.Fields()
                            .with("levels", levels(one.levels()))
                            .with("acceptable", acceptable)
                            .with("acceptableToAll", one.toAll());
            for (Solution solution : found.solutions().keySet()) {
                entry.with(solution.key(), found.count(solution, one.levels()));
            }
            entries.add(entry);
        }
        return new Data.Items(entries);
    }

    private Data.Fields centre() {
        Data.Fields solutions = new Data.Fields();
        for (Solution solution : found.centre().solutions().keySet()) {
            int point = found.centre().point(solution);
            solutions.with(
                    solution.key(),
                    point < 0
                            ? new Data.None()
                            : levels(Levels.list(found.centre().levels(solution))));
        }
        return new Data.Fields().with("open", found.centre().isOpen()).with("solutions", solutions);
    }

    private Data.Fields levels(List<Integer> levels) {
        return AgreementsData.levels(found.centre(), Levels.array(levels));
    }

    /// The part that is told beside what holds under all value functions.
    static SampledPart part(Sampled found) {
        return new SampledPart() {
            @Override
            public List<org.detente.explain.Block> blocks() {
                return new SampledBlocks(found).blocks();
            }

            @Override
            public Data.Fields data(ListLimit limit) {
                return new SampledData(found).fields(limit);
            }
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.detente.analysis.Table;
import org.detente.compile.PackageItem;
import org.detente.model.View;

/// The efficient acceptable packages as a table: a row for each, with the level of every item, each
/// signatory's points and gain, the gain-share ratio, and the solutions it attains.
final class FrontierTable {
    private FrontierTable() {}

    static List<Table> of(AgreementsFindings found) {
        List<Table> tables = new ArrayList<>();
        tables.add(table(found.own(), "frontier"));
        for (Solved solved : found.views()) {
            View view = solved.form().model().view();
            if (view != null) {
                tables.add(table(solved, "frontier-" + view.id()));
            }
        }
        return tables;
    }

    private static Table table(Solved solved, String name) {
        List<String> columns = new ArrayList<>(List.of("package"));
        for (PackageItem item : solved.form().items()) {
            columns.add(item.ref().toString());
        }
        List<String> signatories = solved.form().signatories();
        signatories.forEach(party -> columns.add(party + " points"));
        signatories.forEach(party -> columns.add(party + " gain"));
        columns.add("gain share");
        solved.solutions().keySet().forEach(solution -> columns.add(solution.label()));
        return new Table(
                name,
                columns,
                () ->
                        IntStream.range(0, solved.gains().packageCount())
                                .mapToObj(index -> row(solved, index)));
    }

    private static List<String> row(Solved solved, int index) {
        Bargain bargain = solved.bargain();
        int point = bargain.zone()[index];
        List<String> row = new ArrayList<>(List.of(Integer.toString(index + 1)));
        int[] levels = bargain.levels(point);
        List<PackageItem> items = solved.form().items();
        for (int item = 0; item < items.size(); item++) {
            row.add(items.get(item).levels().get(levels[item]).name());
        }
        for (int party = 0; party < bargain.signatoryCount(); party++) {
            row.add(Double.toString(bargain.value(point, party)));
        }
        for (int party = 0; party < bargain.signatoryCount(); party++) {
            row.add(Double.toString(bargain.gain(point, party)));
        }
        row.add(Double.toString(solved.gains().gainShare(index)));
        for (Map.Entry<Solved.Solution, List<Integer>> one : solved.solutions().entrySet()) {
            row.add(one.getValue().contains(index) ? "yes" : "no");
        }
        return row;
    }
}

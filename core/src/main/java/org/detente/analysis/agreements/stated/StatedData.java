// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Parallel;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.compile.StatedForm;
import org.detente.explain.Data;
import org.detente.model.Claim;
import org.detente.model.PartialDate;
import org.jspecify.annotations.Nullable;

/// What statements say of packages, as a tree.
public final class StatedData {
    private final StatedFindings found;
    private final ListLimit limit;
    private final StatedWords words;

    /// Data of findings.
    ///
    /// @param found the findings
    /// @param limit how many packages are listed
    public StatedData(StatedFindings found, ListLimit limit) {
        this.found = found;
        this.limit = limit;
        this.words = new StatedWords(found);
    }

    /// Adds what holds in the case as written: `stated`, `statedCounts`, `preferred`, `efficient`,
    /// `splits` and `settles`.
    ///
    /// @param fields gets it
    public void addTo(Data.Fields fields) {
        int count = found.packages().size();
        int shown = (int) limit.shown(count);
        List<List<GainRange>> ranges = ranges(shown);
        List<Data> entries = new ArrayList<>();
        for (int index = 0; index < shown; index++) {
            entries.add(
                    new Data.Fields()
                            .with("levels", levels(found.packages().get(index)))
                            .with("verdicts", verdicts(found.own(), index, ranges)));
        }
        fields.with("stated", new Data.Items(entries));
        if (shown < count) {
            fields.with("statedOmitted", limit.omitted(count));
        }
        fields.with("statedCounts", counts(found.own()))
                .with("preferred", preferred())
                .with("statedEfficient", efficient())
                .with("restsOn", new FootingData(found, this::levels).fields())
                .with("splits", new Data.Items(found.splits().stream().map(this::split).toList()))
                .with(
                        "settles",
                        new Data.Items(found.questions().stream().map(this::question).toList()));
    }

    /// Adds what holds in a view: of `stated` what the view judges otherwise, and `statedCounts`.
    ///
    /// @param fields gets it
    /// @param id the view's id
    public void addView(Data.Fields fields, String id) {
        for (StatedFindings.View view : found.views()) {
            if (view.id().equals(id)) {
                List<Data> entries = new ArrayList<>();
                for (int index = 0; index < limit.shown(found.packages().size()); index++) {
                    if (!same(view.verdicts().get(index), found.own().verdicts().get(index))) {
                        entries.add(
                                new Data.Fields()
                                        .with("index", index)
                                        .with("verdicts", verdicts(view, index, List.of())));
                    }
                }
                fields.with("stated", new Data.Items(entries)).with("statedCounts", counts(view));
            }
        }
    }

    private static boolean same(List<Verdict> some, List<Verdict> others) {
        boolean same = true;
        for (int k = 0; k < some.size(); k++) {
            same &=
                    some.get(k).held() == others.get(k).held()
                            && (some.get(k).redLine() == null) == (others.get(k).redLine() == null);
        }
        return same;
    }

    /// By party and package; each party is one piece of work.
    private List<List<GainRange>> ranges(int shown) {
        List<PartyReading> parties = List.copyOf(found.own().parties().values());
        List<int[]> packages =
                found.packages().subList(0, shown).stream().map(StatedPackages::array).toList();
        return Parallel.map(
                parties.size(), found.threadCount(), k -> parties.get(k).worth().ranges(packages));
    }

    private Data.Fields counts(StatedFindings.View view) {
        Data.Fields counts = new Data.Fields().with("packages", found.packages().size());
        for (Verdict.Held held : Verdict.Held.values()) {
            counts.with(held.key(), view.count(held));
        }
        return counts.with("everyAllowedPackage", found.isAll());
    }

    private Data.Fields verdicts(
            StatedFindings.View view, int index, List<List<GainRange>> ranges) {
        Data.Fields verdicts = new Data.Fields();
        int k = 0;
        for (PartyReading party : view.parties().values()) {
            Verdict verdict = view.verdicts().get(index).get(k);
            Data.Fields one = new Data.Fields().with("value", verdict.held().key());
            if (!ranges.isEmpty()) {
                GainRange range = ranges.get(k).get(index);
                one.with("least", number(range.least())).with("most", number(range.most()));
            }
            verdicts.with(party.party(), one.with("redLine", redLine(verdict.redLine())));
            k++;
        }
        return verdicts;
    }

    private Data preferred() {
        List<Data> compared = new ArrayList<>();
        for (StatedFindings.Preferred one : found.preferred()) {
            compared.add(
                    new Data.Fields()
                            .with("party", one.party())
                            .with("first", levels(found.tabled().get(one.first())))
                            .with("second", levels(found.tabled().get(one.second())))
                            .with("firstAtLeastAsGood", one.held().key()));
        }
        return new Data.Items(compared);
    }

    private Data efficient() {
        List<Data> answers = new ArrayList<>();
        for (int k = 0; k < found.efficient().size(); k++) {
            answers.add(
                    new Data.Fields()
                            .with("levels", levels(found.tabled().get(k)))
                            .with("value", found.efficient().get(k).key()));
        }
        return new Data.Items(answers);
    }

    private Data split(Split split) {
        return new Data.Fields()
                .with("reading", id(split.reading()))
                .with("other", id(split.other()))
                .with("takes", Data.Items.names(split.keys()))
                .with(
                        "packages",
                        new Data.Items(
                                split.packages().stream()
                                        .map(k -> (Data) levels(found.tabled().get(k)))
                                        .toList()))
                .with("before", split.before().key())
                .with("after", split.after().key());
    }

    private static Data id(StatedFindings.View view) {
        return view.id().isEmpty() ? new Data.None() : new Data.Name(view.id());
    }

    private static Data number(@Nullable Double value) {
        return value == null ? new Data.None() : new Data.Real(value);
    }

    private Data redLine(@Nullable PackageBan line) {
        if (line == null) {
            return new Data.None();
        }
        var source = found.own().form().model().source();
        List<Data> claims = new ArrayList<>();
        for (String id : line.basis().claims()) {
            Claim claim = source.claim(id);
            PartialDate date = StatedWords.date(source, claim);
            claims.add(
                    new Data.Fields()
                            .with("claim", id)
                            .with("by", words.words().speakers(claim.by()))
                            .with(
                                    "date",
                                    date == null
                                            ? new Data.None()
                                            : new Data.Name(date.toString())));
        }
        return new Data.Fields()
                .with("party", line.name())
                .with("never", String.valueOf(line.condition()))
                .with("claims", new Data.Items(claims));
    }

    private Data.Fields levels(List<Integer> levels) {
        Data.Fields fields = new Data.Fields();
        List<PackageItem> items = found.own().form().items();
        for (int item = 0; item < items.size(); item++) {
            fields.with(
                    items.get(item).ref().toString(),
                    items.get(item).levels().get(levels.get(item)).name());
        }
        return fields;
    }

    private Data question(Settling.Found question) {
        Data.Fields fields = new Data.Fields().with("party", question.party());
        StatedForm.Question compared = question.compared();
        if (compared == null) {
            fields.with("kind", "package")
                    .with("first", levels(question.levels()))
                    .with("second", "otherwise");
        } else {
            fields.with("kind", compared.isSwing() ? "swing" : "level")
                    .with("first", named(compared.first()))
                    .with("second", named(compared.second()));
        }
        return fields.with("open", question.openCount())
                .with("ifFirst", answer(question.ifFirst()))
                .with("ifSecond", answer(question.ifSecond()));
    }

    static String named(StatedForm.Question.Named named) {
        return named.level() == null
                ? named.item().toString()
                : "%s = %s".formatted(named.item(), named.level());
    }

    private static Data answer(Settling.Answer answer) {
        return new Data.Fields().with("all", answer.accepted()).with("none", answer.refused());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.detente.analysis.Wording;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.compile.StatedForm;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Case;
import org.detente.model.Claim;
import org.detente.model.PartialDate;

/// Words for packages, red lines and questions.
final class StatedWords {
    private final StatedFindings found;
    private final Wording words;

    StatedWords(StatedFindings found) {
        this.found = found;
        this.words = new Wording(found.own().form().model());
    }

    Wording words() {
        return words;
    }

    String party(String id) {
        return words.party(id);
    }

    static Text sign(Verdict.Held held) {
        Span.Tone tone =
                switch (held) {
                    case ALL -> Span.Tone.GOOD;
                    case SOME -> Span.Tone.MIXED;
                    case NONE -> Span.Tone.BAD;
                };
        return Text.of(new Span.Mark(tone, held.sign()));
    }

    /// `1, 2 and 3`, of indices from 0.
    static String numbers(List<Integer> indices) {
        return all(indices.stream().map(k -> Integer.toString(k + 1)).toList());
    }

    /// `package 1`, `packages 1 and 2`.
    static String packages(List<Integer> indices) {
        return (indices.size() == 1 ? "package " : "packages ") + numbers(indices);
    }

    /// `A, B and C`.
    static String all(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /// What a package changes from how things stand.
    Text changes(List<Integer> levels) {
        List<Integer> now = found.own().form().items().stream().map(PackageItem::nowIndex).toList();
        Text text = differences(now, levels);
        return text.spans().isEmpty() ? Text.of("everything as it is") : text;
    }

    private Text differences(List<Integer> from, List<Integer> levels) {
        Text.Writer text = Text.writer();
        String separator = "";
        for (int k = 0; k < levels.size(); k++) {
            PackageItem item = found.own().form().items().get(k);
            if (!levels.get(k).equals(from.get(k))) {
                text.plain(separator)
                        .code(item.ref().toString())
                        .plain(" " + item.levels().get(levels.get(k)).name());
                separator = ", ";
            }
        }
        return text.done();
    }

    /// A package by its number among those tabled, or by what it differs in from the nearest.
    private Text named(List<Integer> levels) {
        int nearest = -1;
        int fewest = Integer.MAX_VALUE;
        for (int k = 0; k < found.tabled().size(); k++) {
            int count = 0;
            for (int item = 0; item < levels.size(); item++) {
                count += found.tabled().get(k).get(item).equals(levels.get(item)) ? 0 : 1;
            }
            if (count < fewest) {
                fewest = count;
                nearest = k;
            }
        }
        if (nearest < 0) {
            return changes(levels);
        }
        Text.Writer text = Text.writer().plain("package " + (nearest + 1));
        return fewest == 0
                ? text.done()
                : text.plain(" with ")
                        .text(differences(found.tabled().get(nearest), levels))
                        .done();
    }

    /// Whose red line a package crosses, by whom it was said and when.
    Text redLine(PackageBan line) {
        Text.Writer text =
                Text.writer()
                        .plain("%s's red line, never ".formatted(words.party(line.name())))
                        .code(String.valueOf(line.condition()))
                        .plain(" (")
                        .text(Wording.basis(line.basis()));
        List<String> said = said(line);
        if (!said.isEmpty()) {
            text.plain("; said by ").plain(String.join(", ", said));
        }
        return text.plain(")").done();
    }

    private List<String> said(PackageBan line) {
        Case source = found.own().form().model().source();
        SequencedSet<String> said = new LinkedHashSet<>();
        for (String id : line.basis().claims()) {
            Claim claim = source.claim(id);
            PartialDate date = date(source, claim);
            said.add(
                    date == null
                            ? words.speakers(claim.by())
                            : "%s, %s".formatted(words.speakers(claim.by()), date.inWords()));
        }
        return List.copyOf(said);
    }

    static @org.jspecify.annotations.Nullable PartialDate date(Case source, Claim claim) {
        return claim.date() == null ? source.source(claim.in()).date() : claim.date();
    }

    /// A question, to stand after `ask`, without what its answers settle.
    Text question(Settling.Found question) {
        StatedForm.Question compared = question.compared();
        Text.Writer text = Text.writer().strong(words.party(question.party()));
        if (compared == null) {
            return text.plain(" whether it would take ")
                    .text(named(question.levels()))
                    .plain(" rather than no agreement")
                    .done();
        }
        return text.plain(
                        compared.isSwing()
                                ? " which it would rather see go from worst to best, "
                                : " which is better, all else equal, ")
                .code(StatedData.named(compared.first()))
                .plain(" or ")
                .code(StatedData.named(compared.second()))
                .done();
    }

    /// What the answers to a question settle.
    String answers(Settling.Found question) {
        StatedForm.Question compared = question.compared();
        String first = compared == null ? "yes" : StatedData.named(compared.first());
        String second = compared == null ? "no" : StatedData.named(compared.second());
        return "Of %s open to it that %s looked at, the answer %s settles %s, the answer %s %s."
                .formatted(
                        Wording.counted(question.openCount(), "package", "packages"),
                        question.openCount() == 1 ? "was" : "were",
                        first,
                        settled(question.ifFirst()),
                        second,
                        settled(question.ifSecond()));
    }

    private static String settled(Settling.Answer answer) {
        List<String> parts = new ArrayList<>();
        if (answer.accepted() > 0) {
            parts.add(answer.accepted() + " as ✓");
        }
        if (answer.refused() > 0) {
            parts.add(answer.refused() + " as ✗");
        }
        return parts.isEmpty() ? "none" : String.join(" and ", parts);
    }

    /// What a reading would have to take from another to judge packages as well.
    Text split(Split split) {
        Text.Writer text = Text.writer();
        String what = packages(split.packages());
        if (split.keys().isEmpty()) {
            return text.strong(Wording.sentenceStart(split.reading().name()))
                    .plain(
                            " judges %s as %s, %s as %s; no exchange of up to %d of what they say apart makes up for it."
                                    .formatted(
                                            what,
                                            split.before().sign(),
                                            split.other().name(),
                                            split.after().sign(),
                                            Split.MOST_KEYS))
                    .done();
        }
        text.plain("The split over %s comes from ".formatted(what));
        for (int k = 0; k < split.keys().size(); k++) {
            boolean isLast = k == split.keys().size() - 1;
            text.plain(k == 0 ? "" : isLast ? " and " : ", ").code(split.keys().get(k));
        }
        text.plain(": if ").strong(split.reading().name());
        text.plain(
                " held %s on %s, it would %s."
                        .formatted(
                                split.other().id().isEmpty()
                                        ? "what the case as written says"
                                        : "the view of " + split.other().name(),
                                split.keys().size() == 1 ? "this" : "these",
                                switch (split.after()) {
                                    case ALL -> "accept " + pronoun(split) + " (✓)";
                                    case SOME -> "leave " + pronoun(split) + " open (?)";
                                    case NONE -> "refuse " + pronoun(split) + " (✗)";
                                }));
        return text.done();
    }

    private static String pronoun(Split split) {
        return split.packages().size() == 1 ? "it" : "them";
    }
}

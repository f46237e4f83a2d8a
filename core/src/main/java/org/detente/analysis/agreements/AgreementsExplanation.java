// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.analysis.agreements.stated.StatedBlocks;
import org.detente.compile.AgreementForm;
import org.detente.compile.Disagreement;
import org.detente.explain.Block;
import org.detente.explain.Block.Section;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// Tells what was found about agreements: findings first, then the packages worth tabling, then
/// what would close or open the zone, then the tables behind it.
final class AgreementsExplanation {
    private final AgreementsFindings found;
    private final Solved own;
    private final PackageWords words;
    private final PackageBlocks packages;
    private final ZoneBlocks zone;
    private final RangeBlocks ranges;

    AgreementsExplanation(AgreementsFindings found, ListLimit limit) {
        this.found = found;
        this.own = found.own();
        this.words = new PackageWords(own);
        this.packages = new PackageBlocks(found, words, limit);
        this.zone = new ZoneBlocks(found, words);
        this.ranges = new RangeBlocks(found, words, limit);
    }

    Explanation explanation() {
        List<Block> blocks = new ArrayList<>();
        StatedBlocks stated = found.stated() == null ? null : new StatedBlocks(found.stated());
        if (stated != null) {
            blocks.addAll(stated.headline());
        }
        blocks.add(headline());
        if (own.isOpen() && own.bargain().frontier().epsilon() > 0) {
            blocks.add(new Block.Finding(Span.Tone.MIXED, approximate()));
        }
        Text belief = zone.belief();
        if (belief != null) {
            blocks.add(new Block.Finding(Span.Tone.ASSUMED, belief));
        }
        if (stated != null) {
            add(blocks, "What holds under every reading", stated.grid());
            add(blocks, "What to ask next", stated.ask());
        }
        if (found.sampled() != null) {
            add(
                    blocks,
                    "In readings drawn from what is stated",
                    new SampledBlocks(found.sampled()).blocks());
        }
        add(blocks, "Packages worth tabling", packages.tabled());
        add(blocks, "Where it fails, and what would open or close it", zone.blocks());
        add(blocks, "Packages you named", packages.lookedUp());
        add(blocks, "What no agreement would bring", zone.levers());
        add(blocks, "What one level more or less is worth", packages.logrolling());
        add(blocks, "At the ends of ranges", ranges.ends());
        add(blocks, "Views side by side", ranges.views());
        add(blocks, "Efficient packages", packages.frontier());
        add(blocks, "How to read this", howToRead());
        return new Explanation("Agreements: the packages that all sides prefer to no deal", blocks);
    }

    private static void add(List<Block> blocks, String title, List<Block> section) {
        if (!section.isEmpty()) {
            blocks.add(new Section(title, section));
        }
    }

    private Block headline() {
        Text.Writer text = Text.writer();
        String sides = PackageWords.all(words.signatories());
        if (own.isOpen()) {
            text.plain("A package that ").strong(sides).plain(" prefer to no agreement ");
            text.strong("exists")
                    .plain(" in this model, with every uncertain number at its centre.");
        } else {
            text.plain("No package that ").strong(sides).plain(" prefer to no agreement ");
            text.strong("exists")
                    .plain(" in this model, with every uncertain number at its centre: ");
            text.text(zone.stage()).plain(".");
        }
        text.plain(ranges.endsSentence())
                .text(ranges.fixedSentence())
                .plain(ranges.viewsSentence())
                .plain(" Not a forecast.");
        return new Block.Finding(tone(), text.done());
    }

    private Span.Tone tone() {
        boolean everywhere =
                found.ends().openCount() == found.ends().effects().size()
                        && found.views().stream().allMatch(Solved::isOpen);
        boolean nowhere =
                found.ends().openCount() == 0 && found.views().stream().noneMatch(Solved::isOpen);
        if (own.isOpen() && everywhere) {
            return Span.Tone.GOOD;
        }
        return !own.isOpen() && nowhere ? Span.Tone.BAD : Span.Tone.MIXED;
    }

    /// What an approximate frontier means for the packages shown.
    private Text approximate() {
        Gaps gaps = Gaps.of(own);
        Text.Writer text =
                Text.writer()
                        .plain("Approximate: ")
                        .plain(
                                "more packages are efficient than the %s that --max-frontier allows, so that the packages below are the best of those kept, and shares are of the largest gains found. "
                                        .formatted(Wording.number(found.maxFrontier())));
        if (gaps.isKnown()) {
            text.plain(
                    "The product of gains could be up to %s larger than what is called Nash here, the smallest share of the possible up to %s larger than what is called Kalai–Smorodinsky."
                            .formatted(
                                    PackageWords.times(gaps.nash()),
                                    PackageWords.percent(gaps.kalaiSmorodinsky())));
        } else {
            text.plain(
                    "How far these are from the Nash and the Kalai–Smorodinsky package is not known; raise --max-frontier.");
        }
        return text.done();
    }

    private List<Block> howToRead() {
        AgreementForm form = own.form();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Facts(
                        List.of(
                                new Block.Fact(
                                        "gain",
                                        Text.of(
                                                "what a package is worth to a party above what no agreement is worth to it by its own belief, in its own points, which compare with nobody else's.")),
                                new Block.Fact(
                                        "share of the possible",
                                        Text.of(
                                                "that gain over the largest gain the party could have by any acceptable package.")),
                                new Block.Fact(
                                        "evenness",
                                        Text.of(
                                                "the smallest share of the possible over the largest: how evenly a package splits what each could hope for. It says nothing about dignity.")),
                                new Block.Fact(
                                        "efficient",
                                        Text.of(
                                                "no other acceptable package is better for one signatory and worse for none (Pareto frontier).")),
                                new Block.Fact(
                                        "Nash",
                                        Text.of("the largest product of gains (Nash 1950).")),
                                new Block.Fact(
                                        "Kalai–Smorodinsky",
                                        Text.of(
                                                "the smallest share of the possible as large as it can be, then the next (Kalai & Smorodinsky 1975).")))));
        blocks.add(
                new Block.Note(
                        Block.Note.Kind.CAUTION,
                        Text.of(
                                "Solutions are reference points, not advice. Everything here follows from the stated options, points and beliefs.")));
        blocks.add(new Block.Paragraph(method()));
        assumedPoints(form).ifPresent(blocks::add);
        idle(form).ifPresent(blocks::add);
        blocks.addAll(without());
        blocks.addAll(disagreements());
        return blocks;
    }

    private Text method() {
        boolean exact = own.bargain().frontier().epsilon() == 0;
        String how =
                switch (own.bargain().frontier().method()) {
                    case ELIMINATION ->
                            "found by eliminating one item after another, without looking at every package";
                    case ENUMERATION -> "found by looking at every package";
                };
        if (own.bargain().frontier().epsilon() >= 1) {
            return Text.of(
                    "The frontier is approximate, %s, with no useful bound on what is missing; raise --max-frontier."
                            .formatted(how));
        }
        return Text.of(
                exact
                        ? "The frontier is exact, %s.".formatted(how)
                        : "The frontier is approximate, %s: every acceptable package is within %s of each party's range of points of one that is shown, because it has more than the %s packages that --max-frontier allows."
                                .formatted(
                                        how,
                                        PackageWords.percent(own.bargain().frontier().epsilon()),
                                        Wording.number(found.maxFrontier())));
    }

    /// Whose points rest on nothing but assumptions.
    private java.util.Optional<Block> assumedPoints(AgreementForm form) {
        int stated = 0;
        int assumed = 0;
        for (String party : form.signatories()) {
            for (int item = 0; item < form.items().size(); item++) {
                for (int level = 0; level < form.items().get(item).levels().size(); level++) {
                    var figure = form.stated(party, item, level);
                    if (figure != null) {
                        stated++;
                        assumed += figure.basis().assumed() ? 1 : 0;
                    }
                }
            }
        }
        if (stated == 0) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(
                new Block.Note(
                        Block.Note.Kind.ASSUMED,
                        Text.of(
                                "Of the %s that the signatories give to levels, %s on no claim at all."
                                        .formatted(
                                                Wording.counted(stated, "number", "numbers"),
                                                assumed == 1 ? "1 rests" : assumed + " rest"))));
    }

    /// Items that nobody who signs gives points to.
    private static java.util.Optional<Block> idle(AgreementForm form) {
        List<Integer> idle = form.idleItems();
        if (idle.isEmpty()) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(
                new Block.Note(
                        Block.Note.Kind.CAUTION,
                        Text.of(
                                "No signatory gives points to %s. Packages leave these as they are, unless a rule or a red line forbids it."
                                        .formatted(
                                                PackageWords.all(
                                                        idle.stream()
                                                                .map(i ->
                                                                        form.items()
                                                                                .get(i)
                                                                                .ref()
                                                                                .toString())
                                                                .toList())))));
    }

    /// Parties that cannot gain.
    private List<Block> without() {
        List<Block> blocks = new ArrayList<>();
        for (int party = 0; own.isOpen() && party < own.bargain().signatoryCount(); party++) {
            if (!own.gains().isCounted(party)) {
                blocks.add(
                        new Block.Note(
                                Block.Note.Kind.CAUTION,
                                Text.of(
                                        "%s gains nothing by any acceptable package, and is left out of products and ratios."
                                                .formatted(words.party(party)))));
            }
        }
        return blocks;
    }

    private List<Block> disagreements() {
        List<Block> blocks = new ArrayList<>();
        for (Disagreement disagreement : own.form().model().disagreements()) {
            if (disagreement.opposedPairCount() > 0
                    && own.form().signatories().contains(disagreement.party())) {
                blocks.add(words.words().disagreement(disagreement, "points"));
            }
        }
        return blocks;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.DrawnReadings;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.analysis.enforcement.EnforcementFindings.EndStanding;
import org.detente.analysis.enforcement.EnforcementFindings.Standing;
import org.detente.analysis.enforcement.EnforcementFindings.ViewStanding;
import org.detente.compile.PackageBan;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Block.Section;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// Tells whether packages would be kept and how they can be carried out: findings first, then each
/// package with its test and its plan, then the same under other readings.
final class EnforcementExplanation {
    /// The names of packages that are told in full only if they come first.
    private static final List<String> STANDING_NAMES =
            List.of("nash", "kalaiSmorodinsky", "mostEnforceable");

    private final EnforcementFindings found;
    private final Ground ground;
    private final ListLimit limit;
    private final EnforcementWords words;

    EnforcementExplanation(EnforcementFindings found, ListLimit limit) {
        this.found = found;
        this.ground = found.ground();
        this.limit = limit;
        this.words = new EnforcementWords(ground);
    }

    Explanation explanation() {
        List<Block> blocks = new ArrayList<>();
        if (found.packages().isEmpty()) {
            blocks.add(
                    new Block.Finding(
                            Span.Tone.NEUTRAL,
                            Text.of(
                                    "There is no package to test: no package is acceptable to all signatories in this model, and none was named (--package).")));
        }
        for (int k = 0; k < found.packages().size(); k++) {
            blocks.add(headline(k));
        }
        for (int party = 0; party < ground.partyCount(); party++) {
            if (ground.hasPatience() && ground.gainsNothing(party)) {
                blocks.add(
                        new Block.Note(
                                Block.Note.Kind.LIMIT,
                                Text.of(
                                        "%s can gain nothing over no agreement by any acceptable package. Where its margins are told as shares of what it could gain, they are shares of how far its points lie apart among the efficient packages, or of one point where they do not."
                                                .formatted(
                                                        Wording.sentenceStart(
                                                                words.party(party))))));
            }
        }
        for (int k = 0; k < found.packages().size(); k++) {
            Tested tested = found.packages().get(k);
            boolean inFull = k == 0 || !STANDING_NAMES.containsAll(tested.chosen().keys());
            blocks.add(new Section(Wording.sentenceStart(name(tested)), section(tested, inFull)));
        }
        add(blocks, "What fairness costs in firmness", firmness());
        add(blocks, "The same packages under each view", views());
        add(blocks, "At the ends of ranges", ends());
        List<Block> reading = new ArrayList<>(howToRead());
        reading.addAll(DrawnReadings.notes(words.wording(), found.readings()));
        add(blocks, "How to read this", reading);
        return new Explanation("Enforcement: would it hold, and in which order", blocks);
    }

    private static void add(List<Block> blocks, String title, List<Block> section) {
        if (!section.isEmpty()) {
            blocks.add(new Section(title, section));
        }
    }

    /// The package's names in a row: `the package Nash, most enforceable`.
    private static String name(Tested tested) {
        return "the package: " + String.join(", ", tested.chosen().labels());
    }

    private static String shortName(Tested tested) {
        return EnforcementWords.all(tested.chosen().labels());
    }

    private Block headline(int index) {
        Tested tested = found.packages().get(index);
        Text.Writer text = Text.writer().strong(shortName(tested)).plain(": ");
        if (!tested.isTested()) {
            return new Block.Finding(
                    Span.Tone.BAD,
                    text.plain("this package cannot stand, and was not tested: ")
                            .text(broken(tested))
                            .done());
        }
        boolean holds = tested.holds();
        if (!ground.hasPatience()) {
            text.plain(withoutPatience(tested));
            return new Block.Finding(holds ? Span.Tone.MIXED : Span.Tone.BAD, text.done());
        }
        text.plain(
                holds
                        ? "each side would keep it once it stands in this model, with every uncertain number at its centre"
                        : "%s would not keep it once it stands in this model, with every uncertain number at its centre"
                                .formatted(breakers(tested)));
        text.plain(" (smallest margin ")
                .text(Text.of(EnforcementWords.marked(tested.standingMargin())))
                .plain(" of what that side could gain)");
        Plan plan = tested.plan();
        if (plan != null) {
            text.plain(
                    plan.isSafe()
                            ? "; it can be carried out safely in %s"
                                    .formatted(
                                            Wording.counted(plan.steps().size(), "step", "steps"))
                            : "; no order of steps toward it is safe for everybody");
        }
        text.plain(".").plain(elsewhere(index, holds)).plain(collapsed(tested));
        text.plain(" Not a forecast.");
        boolean everywhere = agreeing(index, holds) == readings();
        boolean good = holds && (plan == null || plan.isSafe());
        Span.Tone tone =
                good
                        ? everywhere ? Span.Tone.GOOD : Span.Tone.MIXED
                        : holds || !everywhere ? Span.Tone.MIXED : Span.Tone.BAD;
        return new Block.Finding(tone, text.done());
    }

    /// What is found where not everybody's patience is stated.
    private String withoutPatience(Tested tested) {
        if (!tested.holds()) {
            boolean anyway =
                    tested.kept().stream()
                            .filter(kept -> !kept.holds())
                            .allMatch(kept -> kept.critical() == RepeatedPlay.NEVER);
            return (anyway
                            ? "%s would not keep it, however much the future counts."
                            : "%s would not keep it; how much the future would have to count stands below.")
                    .formatted(breakers(tested));
        }
        List<String> unstated =
                tested.kept().stream()
                        .filter(kept -> Double.isNaN(kept.patience()))
                        .map(kept -> words.party(kept.party()))
                        .toList();
        String found =
                "each side would keep it if the future counts enough; how much is enough stands below. ";
        return unstated.size() == tested.kept().size()
                ? found + "How patient they are is not stated, so that no margin is told."
                : found
                        + "The patience of %s is not stated, so that not every margin is told."
                                .formatted(EnforcementWords.all(unstated));
    }

    /// What changes if a seen breach ended the agreement.
    private static String collapsed(Tested tested) {
        Tested.Collapse collapse = tested.collapse();
        if (collapse == null || tested.holds()) {
            return "";
        }
        boolean kept = collapse.kept().stream().allMatch(Kept::holds);
        return kept
                ? " No answer to a breach would last; if a seen breach ended the agreement altogether (assumed), it would be kept."
                : " Even if a seen breach ended the agreement altogether (assumed), it would not be kept.";
    }

    private int readings() {
        return found.ends().size() + found.views().size();
    }

    private int agreeing(int index, boolean holds) {
        int count = 0;
        for (EndStanding end : found.ends()) {
            count += end.standings().get(index).holds() == holds ? 1 : 0;
        }
        for (ViewStanding view : found.views()) {
            count += view.standings().get(index).holds() == holds ? 1 : 0;
        }
        return count;
    }

    private String elsewhere(int index, boolean holds) {
        StringBuilder words = new StringBuilder();
        if (!found.ends().isEmpty()) {
            long same =
                    found.ends().stream()
                            .filter(e -> e.standings().get(index).holds() == holds)
                            .count();
            words.append(
                    same == found.ends().size()
                            ? " With one number at an end of its range at a time it stays so at all %s ends."
                                    .formatted(Wording.number(same))
                            : " With one number at an end of its range at a time it stays so at %s of %s ends."
                                    .formatted(
                                            Wording.number(same),
                                            Wording.number(found.ends().size())));
        }
        if (!found.keptInDrawn().isEmpty()) {
            words.append(
                    " With all of them drawn at random from their ranges at once%s it is kept in %d of %d readings."
                            .formatted(
                                    found.readings().isBound()
                                            ? ", such that all that is stated holds,"
                                            : "",
                                    found.keptInDrawn().get(index),
                                    found.readings().size()));
        }
        if (!found.views().isEmpty()) {
            List<String> other =
                    found.views().stream()
                            .filter(v -> v.standings().get(index).holds() != holds)
                            .map(ViewStanding::name)
                            .toList();
            words.append(
                    other.isEmpty()
                            ? " All %s views say the same.".formatted(found.views().size())
                            : " Of %d views, %s %s otherwise."
                                    .formatted(
                                            found.views().size(),
                                            EnforcementWords.all(other),
                                            other.size() == 1 ? "says" : "say"));
        }
        return words.toString();
    }

    private String breakers(Tested tested) {
        return EnforcementWords.all(
                tested.kept().stream()
                        .filter(k -> !k.holds())
                        .map(k -> words.party(k.party()))
                        .toList());
    }

    private Text broken(Tested tested) {
        Text.Writer text = Text.writer();
        String separator = "";
        for (PackageBan ban : tested.chosen().broken()) {
            text.plain(separator)
                    .plain(
                            ban.kind() == PackageBan.Kind.RULE
                                    ? "it breaks the rule "
                                    : "it cannot be reached from now: ")
                    .code(ban.name());
            if (ban.condition() != null) {
                text.plain(", never ").code(ban.condition().toString());
            }
            separator = "; ";
        }
        return text.plain(". Name another level in the package, or change the rule.").done();
    }

    /// A package: in full, or its tables only.
    private List<Block> section(Tested tested, boolean inFull) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Paragraph(
                        Text.writer()
                                .plain("What it changes: ")
                                .text(words.changes(tested.levels()))
                                .plain(".")
                                .done()));
        if (tested.isTested()) {
            blocks.addAll(new StandingBlocks(ground, words).of(tested, inFull));
            if (inFull) {
                for (Text text : StandingBlocks.unpunished(tested, words)) {
                    blocks.add(new Block.Note(Block.Note.Kind.CAUTION, text));
                }
            }
            OrderBlocks order = new OrderBlocks(ground, words);
            blocks.add(new Section("In which order", order.of(tested)));
            Tested.Collapse collapse = tested.collapse();
            if (collapse != null) {
                List<Block> assumed =
                        new ArrayList<>(
                                new StandingBlocks(ground, words)
                                        .ofCollapse(tested, collapse, inFull));
                if (ground.hasPatience()) {
                    assumed.addAll(order.of(tested, collapse.plan(), null));
                }
                blocks.add(new Section("If a seen breach ended the agreement", assumed));
            }
        }
        return blocks;
    }

    private List<Block> firmness() {
        Firmness firmness = found.firmness();
        if (firmness == null || firmness.packages().isEmpty()) {
            return List.of();
        }
        List<List<Text>> rows = new ArrayList<>();
        int count = firmness.packages().size();
        for (int k = 0; k < limit.shown(count); k++) {
            Firmness.Firm firm = firmness.packages().get(k);
            rows.add(
                    List.of(
                            Text.of(EnforcementWords.marked(firm.smallestMargin())),
                            Text.of(EnforcementWords.percent(firm.leastShare())),
                            words.changes(firm.levels())));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Table(
                        "Acceptable packages of which none is both firmer and fairer than another",
                        List.of(
                                Column.numbers("Smallest margin"),
                                Column.numbers("Least share of the possible"),
                                Column.words("Package")),
                        rows,
                        limit.omitted(count)));
        if (!firmness.exact()) {
            blocks.add(
                    new Block.Note(
                            Block.Note.Kind.LIMIT,
                            Text.of(
                                    "These are the best found: points tie terms and options together, or there are too many combinations, so that not every package was looked at.")));
        }
        return blocks;
    }

    private List<Block> views() {
        if (found.views().isEmpty() || found.packages().isEmpty()) {
            return List.of();
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("View"));
        found.packages().forEach(p -> columns.add(Column.words(shortName(p))));
        List<List<Text>> rows = new ArrayList<>();
        for (ViewStanding view : found.views()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(view.name()));
            for (int k = 0; k < found.packages().size(); k++) {
                row.add(cell(view.standings().get(k), view.plans().get(k)));
            }
            rows.add(row);
        }
        return List.of(
                new Block.Table(
                        "Whether it would be kept, and the smallest margin on the best order of steps",
                        columns,
                        rows,
                        0));
    }

    private Text cell(Standing standing, double plan) {
        if (standing.weakest() < 0) {
            return Text.of("cannot stand");
        }
        Text.Writer text = Text.writer();
        text.text(
                Text.of(
                        standing.holds()
                                ? new Span.Mark(Span.Tone.GOOD, "kept")
                                : new Span.Mark(Span.Tone.BAD, "not kept")));
        if (!Double.isNaN(standing.margin())) {
            text.plain(
                    " %s (%s)"
                            .formatted(
                                    EnforcementWords.margin(standing.margin()),
                                    words.party(standing.weakest())));
        }
        if (!Double.isNaN(plan)) {
            text.plain(", order %s".formatted(EnforcementWords.margin(plan)));
        }
        return text.done();
    }

    /// The ends at which a package's verdict turns.
    private List<Block> ends() {
        List<List<Text>> rows = new ArrayList<>();
        for (EndStanding end : found.ends()) {
            List<Text> turned = new ArrayList<>();
            for (int k = 0; k < found.packages().size(); k++) {
                Tested tested = found.packages().get(k);
                Standing standing = end.standings().get(k);
                if (tested.isTested() && standing.holds() != tested.holds()) {
                    turned.add(
                            Text.of(
                                    "%s %s (%s, %s)"
                                            .formatted(
                                                    shortName(tested),
                                                    standing.holds() ? "is kept" : "is not kept",
                                                    EnforcementWords.margin(standing.margin()),
                                                    words.party(standing.weakest()))));
                }
            }
            if (!turned.isEmpty()) {
                rows.add(
                        List.of(
                                Text.writer().code(end.factor().path()).done(),
                                Text.of(
                                        EnforcementWords.number(
                                                end.factor().at(end.position()),
                                                end.factor().quantity())),
                                EnforcementWords.joined(turned, ""),
                                Wording.basis(end.factor().basis())));
            }
        }
        if (found.ends().isEmpty()) {
            return List.of(); // nothing rests on a range
        }
        if (rows.isEmpty()) {
            return List.of(
                    new Block.Paragraph(
                            Text.of(
                                    "At no end of any of the %s ranges behind these verdicts does one of them turn, one range at a time."
                                            .formatted(Wording.number(found.ends().size() / 2)))));
        }
        int shown = (int) limit.shown(rows.size());
        return List.of(
                new Block.Table(
                        "Where one number alone turns a verdict",
                        List.of(
                                Column.words("Number"),
                                Column.numbers("At"),
                                Column.words("Then"),
                                Column.words("Rests on")),
                        rows.subList(0, shown),
                        rows.size() - shown));
    }

    private List<Block> howToRead() {
        return List.of(
                new Block.Facts(
                        List.of(
                                fact(
                                        "margin",
                                        "by how much keeping the agreement, or going on with the order, is worth more to a side than its best way of turning against it, as a share of the most it could gain by any acceptable agreement. Negative: turning against it pays."),
                                fact(
                                        "must count on",
                                        "the critical discount factor: how surely a side must expect the agreement to last from one step to the next for keeping it to pay. Impatience and doubt both lower what it counts on."),
                                fact(
                                        "seen",
                                        "the chance that the breach is seen within a step, once it can be seen at all."),
                                fact(
                                        "what follows once seen",
                                        "the worst for the side that broke the agreement among the states that the others can bring about and that would last; other threats are not believed."),
                                fact(
                                        "exposed",
                                        "by how much a side would be worse off than now, as a share of what it could gain, if after this step the others took back what they can within a step."),
                                fact(
                                        "readings drawn",
                                        "a share of them says how much of what was assumed a verdict covers; it is no likelihood."),
                                fact(
                                        "terms",
                                        "hold from the end of the order until a breach is seen, and count nothing before and after. What remains possible under an agreement, and what parties outside may do meanwhile, is taken to be the same after a breach."))));
    }

    private static Block.Fact fact(String name, String text) {
        return new Block.Fact(name, Text.of(text));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.detente.analysis.Wording;
import org.detente.compile.AgreementForm;
import org.detente.compile.AgreementForm.StatedChance;
import org.detente.compile.Factor;
import org.detente.compile.PackageBan;
import org.detente.explain.Block;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// Where packages fail, what would open or close the zone, and no agreement as a lever.
final class ZoneBlocks {
    private final AgreementsFindings found;
    private final Solved own;
    private final Bargain bargain;
    private final PackageWords words;

    ZoneBlocks(AgreementsFindings found, PackageWords words) {
        this.found = found;
        this.own = found.own();
        this.bargain = own.bargain();
        this.words = words;
    }

    /// Where packages die, as a clause.
    Text stage() {
        ClosedZone closed = found.closed();
        if (closed == null) {
            return Text.EMPTY;
        }
        return Text.of(
                switch (closed.stage()) {
                    case NOTHING_ALLOWED ->
                            "the rules and the moves that are possible leave no package at all";
                    case AT_THE_TABLE ->
                            "it fails at the table, since no allowed package pays all signatories more than no agreement, red lines aside";
                    case SIGNATORIES_RED_LINES ->
                            "it fails at the table, since every package that would pay all signatories crosses a red line of one of them";
                    case RATIFICATION ->
                            "it fails at ratification, since every package that the signatories could agree on fails with somebody who must approve";
                });
    }

    /// What the answer says about no agreement, and whose belief that is.
    @Nullable Text belief() {
        List<StatedChance> chances = own.form().statedChances();
        if (chances.isEmpty()) {
            return null;
        }
        Text.Writer text = Text.writer().plain("Assumed, not computed here: ");
        String separator = "";
        for (List<StatedChance> sameOutcome : byOutcome(chances)) {
            StatedChance first = sameOutcome.getFirst();
            text.plain(separator)
                    .plain(first.party() == null ? "the chance of " : "each side's own chance of ")
                    .strong(first.outcome())
                    .plain(" without agreement, ")
                    .plain(range(sameOutcome))
                    .plain(" (")
                    .text(Wording.basis(first.figure().basis()))
                    .plain(note(first))
                    .plain(")");
            separator = "; ";
        }
        return text.plain(". " + turns()).done();
    }

    private static List<List<StatedChance>> byOutcome(List<StatedChance> chances) {
        return List.copyOf(
                chances.stream()
                        .collect(
                                Collectors.groupingBy(
                                        StatedChance::outcome,
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .values());
    }

    /// Where the zone opens and closes along the chances that all sides share.
    private String turns() {
        List<FallbackLever> shares =
                found.levers().stream().filter(FallbackLever::isShare).toList();
        if (shares.size() > 1
                && shares.stream().allMatch(l -> l.turns().isEmpty())
                && shares.stream().allMatch(l -> l.stops().getFirst().isOpen())) {
            return "The zone is open at every value of each of these.";
        }
        return shares.isEmpty() ? "" : turnsSentence(shares.getFirst());
    }

    private static String note(StatedChance chance) {
        String note = chance.figure().basis().note();
        return note == null || chance.figure().basis().assumed() ? "" : "; " + note;
    }

    /// The range of a chance; from the lowest to the highest where sides believe differently.
    private String range(List<StatedChance> sameOutcome) {
        double low = 1;
        double high = 0;
        double least = 1;
        double most = 0;
        for (StatedChance chance : sameOutcome) {
            low = Math.min(low, end(chance, Factor.Position.LOW));
            high = Math.max(high, end(chance, Factor.Position.HIGH));
            least = Math.min(least, chance.centre());
            most = Math.max(most, chance.centre());
        }
        String centre =
                least == most
                        ? PackageWords.chance(least)
                        : "%s to %s"
                                .formatted(PackageWords.chance(least), PackageWords.chance(most));
        return low == high
                ? centre
                : "%s to %s, taken at %s"
                        .formatted(PackageWords.chance(low), PackageWords.chance(high), centre);
    }

    private double end(StatedChance chance, Factor.Position position) {
        for (Factor factor : own.form().fallbackFactors()) {
            if (factor.path().equals(chance.path())) {
                return factor.at(position);
            }
        }
        return chance.centre();
    }

    /// Where the zone opens and closes along a lever.
    private String turnsSentence(FallbackLever lever) {
        if (lever.turns().isEmpty()) {
            return lever.stops().getFirst().isOpen()
                    ? "The zone is open at every value of %s.".formatted(lever.name())
                    : "The zone is closed at every value of %s.".formatted(lever.name());
        }
        List<String> parts = new ArrayList<>();
        for (FallbackLever.Turn turn : lever.turns()) {
            String who =
                    turn.binding().isEmpty()
                            ? ""
                            : "; %s falls short on the other side"
                                    .formatted(
                                            PackageWords.all(
                                                    turn.binding().stream()
                                                            .map(words::party)
                                                            .toList()));
            parts.add(
                    "%s %s%s"
                            .formatted(
                                    turn.opensUpwards() ? "from" : "up to",
                                    PackageWords.number(turn.at(), lever.isShare()),
                                    who));
        }
        return "Along %s the zone is open %s."
                .formatted(lever.name(), String.join(", and ", parts));
    }

    /// Where it fails, and what would open or close it.
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        ClosedZone closed = found.closed();
        List<Text> items = closed == null ? closers() : openers(closed);
        if (closed != null && closed.nearest() != null) {
            blocks.add(new Block.Paragraph(nearest(closed.nearest())));
        }
        items.addAll(crossings());
        if (items.isEmpty()) {
            items.add(
                    Text.of(
                            "Nothing that was looked at closes the zone: no end of any range, taken alone, and no view."));
        }
        blocks.add(new Block.Items(false, items));
        return blocks;
    }

    private Text nearest(ClosedZone.Nearest nearest) {
        Text.Writer text = Text.writer().plain("The package that comes closest changes ");
        text.text(words.changes(words.nothing(), Levels.array(nearest.levels())));
        List<String> failing = new ArrayList<>();
        for (int party = 0; party < nearest.shortfalls().size(); party++) {
            if (nearest.shortfalls().get(party) > 0) {
                failing.add(
                        "%s by %s of its points"
                                .formatted(
                                        words.party(party),
                                        PackageWords.points(nearest.shortfalls().get(party))));
            }
        }
        return failing.isEmpty()
                ? text.plain(".").done()
                : text.plain("; it falls short for %s.".formatted(PackageWords.all(failing)))
                        .done();
    }

    private List<Text> openers(ClosedZone closed) {
        List<Text> items = new ArrayList<>();
        for (ClosedZone.Alone alone : closed.alone()) {
            if (alone.points() != null && alone.points() > 0) {
                items.add(
                        Text.of(
                                "It would open if the best package for %s were worth %s points more to it, all else as it is."
                                        .formatted(
                                                words.party(alone.party()),
                                                PackageWords.points(alone.points()))));
            }
        }
        for (PackageBan ban : closed.openers()) {
            items.add(
                    Text.writer()
                            .plain("It would open without ")
                            .text(words.ban(ban))
                            .plain(".")
                            .done());
        }
        items.addAll(turning("opens"));
        return items;
    }

    private List<Text> closers() {
        List<Text> items = new ArrayList<>();
        for (Solved view : found.views()) {
            if (!view.isOpen()) {
                items.add(Text.of("It is closed under the view %s.".formatted(view.name())));
            }
        }
        items.addAll(turning("closes"));
        return items;
    }

    /// The ends of ranges at which the zone turns.
    private List<Text> turning(String verb) {
        List<Text> items = new ArrayList<>();
        for (Ends.Effect effect : found.ends().effects()) {
            if (effect.turnsAt() != null) {
                boolean isShare = RangeBlocks.isShare(effect.factor());
                items.add(
                        Text.writer()
                                .plain("It %s where ".formatted(verb))
                                .code(effect.factor().path())
                                .plain(
                                        " goes from %s to %s or further ("
                                                .formatted(
                                                        PackageWords.number(
                                                                effect.factor()
                                                                        .at(Factor.Position.CENTRE),
                                                                isShare),
                                                        PackageWords.number(
                                                                effect.turnsAt(), isShare)))
                                .text(Wording.basis(effect.factor().basis()))
                                .plain(").")
                                .done());
            }
        }
        return items;
    }

    /// What a change of a chance costs, beside what it does to the zone.
    private List<Text> crossings() {
        List<Text> items = new ArrayList<>();
        for (FallbackLever lever : found.levers()) {
            if (!lever.isShare()) {
                continue;
            }
            for (FallbackLever.Turn turn : lever.turns()) {
                boolean across = own.isOpen() ? away(lever, turn) : toward(lever, turn);
                if (across) {
                    items.add(cost(lever, turn));
                }
            }
        }
        return items;
    }

    private static boolean toward(FallbackLever lever, FallbackLever.Turn turn) {
        return turn.opensUpwards() ? turn.at() > lever.centre() : turn.at() < lever.centre();
    }

    private static boolean away(FallbackLever lever, FallbackLever.Turn turn) {
        return turn.opensUpwards() ? turn.at() <= lever.centre() : turn.at() >= lever.centre();
    }

    private Text cost(FallbackLever lever, FallbackLever.Turn turn) {
        double change = turn.at() - lever.centre();
        String what =
                own.isOpen() ? "It would close if %s %s below %s" : "It would open if %s %s to %s";
        boolean up = own.isOpen() ? !turn.opensUpwards() : turn.opensUpwards();
        String verb = up ? "rose" : "fell";
        String preposition = up && own.isOpen() ? "above" : "below";
        Text.Writer text = Text.writer();
        text.plain(
                own.isOpen()
                        ? "It would close if %s %s %s %s"
                                .formatted(
                                        lever.name(),
                                        verb,
                                        preposition,
                                        PackageWords.chance(turn.at()))
                        : what.formatted(lever.name(), verb, PackageWords.chance(turn.at())));
        if (!own.isOpen() && change > 0) {
            text.plain(
                    ". That is %s percentage points more risk of it%s; an improvement of the package does the same: %s"
                            .formatted(
                                    PackageWords.points(Math.round(1000 * change) / 10.0),
                                    beyondStated(lever, turn),
                                    equalImprovement()));
        }
        return text.plain(".").done();
    }

    /// Whether a turn lies outside what the case states for the chance.
    private String beyondStated(FallbackLever lever, FallbackLever.Turn turn) {
        for (Factor factor : own.form().fallbackFactors()) {
            double low = factor.at(Factor.Position.LOW);
            double high = factor.at(Factor.Position.HIGH);
            if (lever.paths().contains(factor.path()) && (turn.at() < low || turn.at() > high)) {
                return ", and outside the range that the case states, %s to %s"
                        .formatted(PackageWords.chance(low), PackageWords.chance(high));
            }
        }
        return "";
    }

    private String equalImprovement() {
        ClosedZone closed = found.closed();
        List<String> parts = new ArrayList<>();
        if (closed != null) {
            for (ClosedZone.Alone alone : closed.alone()) {
                if (alone.points() != null && alone.points() > 0) {
                    parts.add(
                            "%s points for %s"
                                    .formatted(
                                            PackageWords.points(alone.points()),
                                            words.party(alone.party())));
                }
            }
        }
        if (parts.isEmpty() && closed != null && closed.nearest() != null) {
            for (int party = 0; party < closed.nearest().shortfalls().size(); party++) {
                double points = closed.nearest().shortfalls().get(party);
                if (points > 0) {
                    parts.add(
                            "%s points for %s"
                                    .formatted(PackageWords.points(points), words.party(party)));
                }
            }
            return PackageWords.all(parts);
        }
        return String.join(" or ", parts);
    }

    /// The zone along each lever, as curves.
    List<Block> levers() {
        List<Block> blocks = new ArrayList<>();
        AgreementForm form = own.form();
        for (int party = 0; party < bargain.parties().size(); party++) {
            List<String> worths = new ArrayList<>();
            form.fallbackChances(bargain.parties().get(party))
                    .forEach(worth(bargain.parties().get(party), worths));
            if (!worths.isEmpty()) {
                blocks.add(
                        new Block.Paragraph(
                                Text.of(
                                        "To %s no agreement is worth %s: %s."
                                                .formatted(
                                                        words.party(party),
                                                        PackageWords.points(
                                                                bargain.fallback(party)),
                                                        PackageWords.all(worths)))));
            }
        }
        for (FallbackLever lever : found.levers()) {
            blocks.add(new Block.Paragraph(Text.of(turnsSentence(lever))));
            Block curve = curve(lever);
            if (curve != null) {
                blocks.add(curve);
            }
        }
        if (found.levers().stream().anyMatch(FallbackLever::isShare)) {
            blocks.add(
                    new Block.Note(
                            Block.Note.Kind.CAUTION,
                            Text.of(
                                    "A worse fallback widens the zone for whoever dreads it. That is a cost, a higher risk of what is dreaded, and no gain of the talks.")));
        }
        return blocks;
    }

    private java.util.function.BiConsumer<String, Double> worth(String party, List<String> worths) {
        return (outcome, chance) ->
                worths.add(
                        "%s with %s, worth %s"
                                .formatted(
                                        outcome,
                                        PackageWords.chance(chance),
                                        PackageWords.points(own.form().worthOf(party, outcome))));
    }

    private @Nullable Block curve(FallbackLever lever) {
        List<Block.Line> lines = new ArrayList<>();
        for (int party = 0; party < bargain.signatoryCount(); party++) {
            List<Block.Point> points = new ArrayList<>();
            for (FallbackLever.Stop stop : lever.stops()) {
                if (stop.isOpen()) {
                    points.add(
                            new Block.Point(
                                    lever.isShare() ? 100 * stop.at() : stop.at(),
                                    stop.nashGains().get(party)));
                }
            }
            if (points.size() > 1) {
                lines.add(new Block.Line(words.party(party), points));
            }
        }
        return lines.isEmpty()
                ? null
                : new Block.Series(
                        "What each signatory gains by the Nash package along %s, where the zone is open"
                                .formatted(lever.name()),
                        lever.isShare() ? lever.name() + ", percent" : lever.name(),
                        "gain, in the party's own points",
                        lines);
    }
}

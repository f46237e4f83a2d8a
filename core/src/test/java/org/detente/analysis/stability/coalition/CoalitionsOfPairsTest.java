// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.analyzed;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.data;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.not;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.told;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.order;

import java.util.List;
import org.detente.analysis.CoalitionChoice;
import org.detente.analysis.ListLimit;
import org.detente.analysis.SearchBounds;
import org.detente.analysis.stability.StabilityResult;
import org.detente.compile.CompiledCase;
import org.detente.model.Condition;
import org.detente.model.Condition.And;
import org.detente.model.Option.Moves;
import org.detente.model.Preferences;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// Everything that is told of three pairs of parties, worked out by hand.
///
/// Eight parties a to h can go or not; nobody has gone, which is state 0. Each pair wants that both
/// of it go. Nobody can spoil that for a and b. For c and d it is spoilt if g goes, which g
/// dislikes most; for e and f if h goes, which h wants most. So a and b leave whatever the answer,
/// c and d unless it is answered at a cost, e and f only if it is not answered.
///
/// Alone a party of a pair moves if the other has gone, g back, h on. So 16 states last for each
/// alone: of a and b, and of c and d, both or none has gone, g has not, h has.
class CoalitionsOfPairsTest {
    private static final String NOTE =
            "CAUTION: A coalition leaves a state if its members can go by moves of their own, in any order, to one that each of them ranks higher. “Would withstand” means that, sequentially, the others can answer so that some member gains nothing, each joint step of the answer paying all who take it. That parties could gain by moving together does not say that they would agree to.";

    private static final String COUNTS =
            "| Coalition | Nash # | GMR # | SMR # | SEQ # | Of what lasts alone (SEQ) # |";

    private static final String MOVES =
            "| State # | It is | Coalition | Would leave it | By | To state | For the others |";

    private static SmallCase pairs() {
        SmallCase made = new SmallCase();
        for (char party = 'a'; party <= 'h'; party++) {
            made.party("" + party).option("" + party, "go", Moves.BOTH);
        }
        Condition both = new And(List.of(holds("a.go"), holds("b.go")));
        Condition unspoiltByG = new And(List.of(holds("c.go"), holds("d.go"), not("g.go")));
        Condition unspoiltByH = new And(List.of(holds("e.go"), holds("f.go"), not("h.go")));
        return made.outcome("quiet", not("a.go"))
                .otherwise("stir")
                .prefers("a", order(both, not("c.go")))
                .prefers("b", order(both, holds("e.go")))
                .prefers("c", order(unspoiltByG))
                .prefers("d", order(unspoiltByG))
                .prefers("e", order(unspoiltByH))
                .prefers("f", order(unspoiltByH))
                .prefers("g", order(not("g.go"), not("a.go")))
                .prefers("h", order(holds("h.go"), holds("a.go")))
                .coalition("e", "f")
                .coalition("c", "d")
                .coalition("a", "b");
    }

    private static StabilityResult solved(CompiledCase model) {
        return analyzed(model, CoalitionChoice.NAMED, SearchBounds.DEFAULT);
    }

    @Test
    void firmestFirstThenWhatWithstandsThenTheMovesThenCounts() {
        assertThat(told(solved(pairs().compiled()), ListLimit.NONE))
                .containsExactly(
                        "BAD: Of the 3 coalitions looked at, 3 would leave how things stand: 1 whatever the others answer; 1 unless others answer at a cost to themselves; 1 if no answer that pays those who give it is expected. The first is a and b, by a.go no → yes, b.go no → yes, whatever the others answer. That leads to state 3 (stir), which is better for each of them.",
                        "MIXED: Of the 16 states that would last sequentially for each party alone, 4 would also withstand every coalition looked at. None is left in quiet, where some would last for each party alone.",
                        "table How coalitions would leave how things stand, and the states that stand for outcomes (0 omitted)",
                        MOVES,
                        "| 0 | now, quiet | e and f | MIXED:only if unanswered | e.go no → yes, f.go no → yes | 48 (quiet) | better for b |",
                        "| 0 | now, quiet | c and d | BAD:unless answered at a cost | c.go no → yes, d.go no → yes | 12 (quiet) | worse for a |",
                        "| 0 | now, quiet | a and b | BAD:whatever the answer | a.go no → yes, b.go no → yes | 3 (stir) | better for h; worse for g |",
                        "| 1 | stir | e and f | MIXED:only if unanswered | e.go no → yes, f.go no → yes | 49 (stir) | better for b |",
                        "| 1 | stir | c and d | BAD:unless answered at a cost | c.go no → yes, d.go no → yes | 13 (stir) | worse for a |",
                        "| 1 | stir | a and b | BAD:whatever the answer | b.go no → yes | 3 (stir) | — |",
                        "table How coalitions would leave states that would last sequentially for each party alone; for each coalition a few of these (0 omitted)",
                        MOVES,
                        "| 128 | quiet | c and d | BAD:unless answered at a cost | c.go no → yes, d.go no → yes | 140 (quiet) | worse for a |",
                        "| 144 | quiet | c and d | BAD:unless answered at a cost | c.go no → yes, d.go no → yes | 156 (quiet) | worse for a |",
                        "| 131 | stir | c and d | BAD:unless answered at a cost | c.go no → yes, d.go no → yes | 143 (stir) | worse for a |",
                        "| 128 | quiet | a and b | BAD:whatever the answer | a.go no → yes, b.go no → yes | 131 (stir) | better for h; worse for g |",
                        "| 144 | quiet | a and b | BAD:whatever the answer | a.go no → yes, b.go no → yes | 147 (stir) | better for h; worse for g |",
                        "| 160 | quiet | a and b | BAD:whatever the answer | a.go no → yes, b.go no → yes | 163 (stir) | better for h; worse for g |",
                        "table How many of the 256 states each coalition would not leave, by concept (0 omitted)",
                        COUNTS,
                        "| e and f | 160 | 256 | 256 | 256 | 16 of 16 |",
                        "| c and d | 160 | 256 | 256 | 160 | 8 of 16 |",
                        "| a and b | 64 | 64 | 64 | 64 | 8 of 16 |",
                        "table How many of each outcome's states each coalition would not leave, sequentially (0 omitted)",
                        "| Coalition | quiet # | stir # |",
                        "| e and f | 128 of 128 | 128 of 128 |",
                        "| c and d | 80 of 128 | 80 of 128 |",
                        "| a and b | 0 of 128 | 64 of 128 |",
                        NOTE);
    }

    @Test
    void listsAreCutToTheLimitAndSayHowMuchIsLeftOut() {
        List<String> told = told(solved(pairs().compiled()), new ListLimit(2));
        assertThat(told.stream().filter(line -> line.startsWith("table ")))
                .containsExactly(
                        "table How coalitions would leave how things stand, and the states that stand for outcomes (4 omitted)",
                        "table How coalitions would leave states that would last sequentially for each party alone; for each coalition a few of these (4 omitted)",
                        "table How many of the 256 states each coalition would not leave, by concept (1 omitted)",
                        "table How many of each outcome's states each coalition would not leave, sequentially (1 omitted)");
        assertThat(told.stream().filter(line -> line.startsWith("| 1"))).hasSize(2);
        assertThat(told).noneMatch(line -> line.startsWith("| a and b"));
        List<String> data = data(solved(pairs().compiled()), new ListLimit(2));
        assertThat(data)
                .contains(
                        ".equilibria.gmr.count = Whole[value=16]",
                        ".equilibria.gmr.states = [131, 135]",
                        ".equilibria.gmr.omitted = Whole[value=14]",
                        ".upsets.count = Whole[value=12]",
                        ".upsets.entries has 2",
                        ".upsets.omitted = Whole[value=10]");
    }

    /// Where a pair's other member has gone or gone back, GMR and SMR hold a member by what the
    /// others could do at a cost; so of the states where a and b have gone, g has not and h has,
    /// all 16 last, and sequentially the 4 in which c and d have gone, too.
    @Test
    void dataGiveWhatLastsAndEveryUpset() {
        List<String> data = data(solved(pairs().compiled()), ListLimit.NONE);
        assertThat(data)
                .startsWith(
                        ".looked = Name[value=named]",
                        ".equilibria.nash.count = Whole[value=4]",
                        ".equilibria.nash.states = [143, 159, 175, 191]",
                        ".equilibria.gmr.count = Whole[value=16]",
                        ".equilibria.gmr.states = [131, 135, 139, 143, 147, 151, 155, 159, 163, 167, 171, 175, 179, 183, 187, 191]",
                        ".equilibria.smr.count = Whole[value=16]",
                        ".equilibria.smr.states = [131, 135, 139, 143, 147, 151, 155, 159, 163, 167, 171, 175, 179, 183, 187, 191]",
                        ".equilibria.seq.count = Whole[value=4]",
                        ".equilibria.seq.states = [143, 159, 175, 191]")
                .contains(
                        ".of.c+d.seq.count = Whole[value=160]",
                        ".of.c+d.seq.outcomes.quiet = Whole[value=80]",
                        ".of.c+d.seq.outcomes.stir = Whole[value=80]",
                        ".of.a+b.smr.outcomes.quiet = Whole[value=0]",
                        ".upsets.count = Whole[value=12]",
                        ".upsets.entries has 12")
                .containsSubsequence(
                        ".upsets.entries[2].state = Whole[value=0]",
                        ".upsets.entries[2].now = Truth[value=true]",
                        ".upsets.entries[2].standsFor has 1",
                        ".upsets.entries[2].standsFor[0] = Name[value=quiet]",
                        ".upsets.entries[2].coalition has 2",
                        ".upsets.entries[2].coalition[0] = Name[value=a]",
                        ".upsets.entries[2].coalition[1] = Name[value=b]",
                        ".upsets.entries[2].firmest = Name[value=gmr]",
                        ".upsets.entries[2].move.a.go = Name[value=yes]",
                        ".upsets.entries[2].move.b.go = Name[value=yes]",
                        ".upsets.entries[2].steps has 2",
                        ".upsets.entries[2].to = Whole[value=3]",
                        ".upsets.entries[2].outcomes has 1",
                        ".upsets.entries[2].outcomes[0] = Name[value=stir]",
                        ".upsets.entries[2].gain has 3",
                        ".upsets.entries[2].gain[0] = Name[value=a]",
                        ".upsets.entries[2].gain[1] = Name[value=b]",
                        ".upsets.entries[2].gain[2] = Name[value=h]",
                        ".upsets.entries[2].lose has 1",
                        ".upsets.entries[2].lose[0] = Name[value=g]")
                .containsSubsequence(
                        ".upsets.entries[5].state = Whole[value=1]",
                        ".upsets.entries[5].now = Truth[value=false]",
                        ".upsets.entries[5].move.b.go = Name[value=yes]",
                        ".upsets.entries[5].steps has 1",
                        ".upsets.entries[5].steps[0].party = Name[value=b]",
                        ".upsets.entries[5].steps[0].to = Whole[value=3]",
                        ".upsets.entries[5].gain has 2",
                        ".upsets.entries[5].lose has 0")
                .containsSubsequence(
                        ".upsets.entries[8].state = Whole[value=131]",
                        ".upsets.entries[8].now = Truth[value=false]",
                        ".upsets.entries[8].standsFor has 0",
                        ".upsets.entries[8].firmest = Name[value=seq]")
                .noneMatch(line ->
                        line.startsWith(".undecided")
                                || line.startsWith(".withoutOptions")
                                || line.startsWith(".views")
                                || line.contains("omitted"))
                .endsWith(".complete = Truth[value=true]");
        assertThat(data.stream().filter(line -> line.matches("\\.upsets\\..*\\.move\\..*")))
                .as("only options that change are moves")
                .hasSize(2 * 11 + 1);
    }

    @Test
    void viewsThatDifferOnOneOfThreeCoalitionsAreSaidToSplitOnIt() {
        SmallCase model = pairs().view("plain").view("spoiler", spoiler());
        assertThat(told(solved(model.compiled()), ListLimit.NONE))
                .containsSubsequence(
                        "table View by view: whether each coalition would leave how things stand, and how many states it would not leave (0 omitted)",
                        "| View | Coalition | How things stand | Nash # | GMR # | SMR # | SEQ # |",
                        "| plain | e and f | MIXED:only if unanswered | 160 | 256 | 256 | 256 |",
                        "| plain | c and d | BAD:unless answered at a cost | 160 | 256 | 256 | 160 |",
                        "| plain | a and b | BAD:whatever the answer | 64 | 64 | 64 | 64 |",
                        "| spoiler | e and f | MIXED:only if unanswered | 160 | 256 | 256 | 256 |",
                        "| spoiler | c and d | MIXED:only if unanswered | 160 | 256 | 256 | 256 |",
                        "| spoiler | a and b | BAD:whatever the answer | 64 | 64 | 64 | 64 |",
                        "The 2 views split on how firmly 1 of the 3 coalitions would leave how things stand, or whether.");
        assertThat(data(solved(model.compiled()), ListLimit.NONE))
                .contains(
                        ".views.plain.of.c+d.seq.count = Whole[value=160]",
                        ".views.spoiler.of.c+d.seq.count = Whole[value=256]",
                        ".views.plain.nowUpsets has 3",
                        ".views.plain.nowUpsets[1].firmest = Name[value=seq]",
                        ".views.spoiler.nowUpsets[1].firmest = Name[value=nash]",
                        ".views.spoiler.nowUpsets[1].move.d.go = Name[value=yes]",
                        ".views.spoiler.nowUpsets[1].to = Whole[value=12]",
                        ".views.spoiler.nowUpsets[2].coalition[0] = Name[value=a]");
    }

    /// A view in which g wants most to spoil what c and d want.
    private static Preferences spoiler() {
        return new Preferences("g", List.of(order(holds("g.go"))));
    }

    @Test
    void viewsAlikeAreSaidToAgreeAndASingleOneIsNot() {
        SmallCase model = pairs().view("plain").view("same");
        assertThat(told(solved(model.compiled()), ListLimit.NONE))
                .contains(
                        "The 2 views agree on how firmly each coalition would leave how things stand, or not.");
        assertThat(told(solved(pairs().view("spoiler", spoiler()).compiled()), ListLimit.NONE))
                .contains(
                        "| spoiler | c and d | MIXED:only if unanswered | 160 | 256 | 256 | 256 |")
                .noneMatch(line -> line.contains("views"));
    }
}

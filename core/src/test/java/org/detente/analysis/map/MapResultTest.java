// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.detente.testing.SmallCase.at;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.set;

import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.compile.CompiledCase;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.model.Basis;
import org.detente.model.BasisCount;
import org.detente.model.Claim;
import org.detente.model.Option.Moves;
import org.detente.model.PreferencePart.Order;
import org.detente.model.Source;
import org.detente.model.Speaker;
import org.detente.model.Statement;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

class MapResultTest {
    private static Claim claim(String id, List<Speaker> by, boolean contested) {
        return new Claim(
                id,
                "words",
                null,
                "paper",
                by,
                Claim.Kind.POSITION,
                null,
                null,
                null,
                contested
                        ? List.of(new Claim.Contest(List.of(new Speaker.OfParty("b")), null))
                        : List.of(),
                null);
    }

    private static CompiledCase model() {
        return new SmallCase()
                .source(new Source("paper", "A paper", null, null, null, null, null, null, null))
                .claim(claim("own", List.of(new Speaker.OfSource("paper")), false))
                .claim(claim("alone", List.of(new Speaker.Named("A minister", "a")), true))
                .claim(
                        claim(
                                "both",
                                List.of(new Speaker.OfParty("a"), new Speaker.OfParty("b")),
                                false))
                .party("a")
                .party("b")
                .option("a", "x", Moves.BOTH, "low", "mid", "high")
                .option("b", "y", Moves.UP)
                .now(set("a.x", "mid"))
                .rule(
                        "never-both",
                        new org.detente.model.Condition.And(
                                List.of(at("a.x", "high"), holds("b.y"))))
                .outcome("done", holds("b.y"))
                .prefers(
                        "a",
                        new Order(
                                List.of(
                                        new Statement(
                                                holds("b.y"), new Basis(List.of("alone"), null)),
                                        new Statement(at("a.x", "high"), Basis.ASSUMED))))
                .compiled();
    }

    @Test
    void countsStatesOutcomesAndWhatRulesExclude() {
        MapResult result =
                new MapAnalysis().analyze(model(), AnalysisOptions.defaults(1), Progress.NONE);
        assertThat(result.shownCount()).isEqualTo(5);
        assertThat(result.outcomes().getFirst().stateCount()).isEqualTo(2);
        assertThat(result.outcomes().getFirst().containsNow()).isFalse();
        assertThat(result.unnamedCount()).isEqualTo(3);
        assertThat(model().excludedCountByRule()).containsEntry("never-both", 1);
    }

    @Test
    void countsVoicesAndNeverGivesAJointClaimToOneParty() {
        Voices.Tally total = Voices.of(model().source()).total();
        assertThat(total.claimCount()).isEqualTo(3);
        assertThat(total.ownVoiceCount()).isEqualTo(1);
        assertThat(total.byParty()).containsExactly(1, 0);
        assertThat(total.otherCount()).isEqualTo(1);
        assertThat(total.contestedCount()).isEqualTo(1);
    }

    @Test
    void countsWhatRestsOnClaimsAndWhatIsAssumed() {
        assertThat(BasisCount.of(model().source()))
                .containsExactly(
                        new BasisCount("options", 2, 2),
                        new BasisCount("rules", 1, 1),
                        new BasisCount("outcomes", 1, 1),
                        new BasisCount("preference statements", 2, 1));
        assertThat(BasisCount.claimsUsed(model().source())).containsExactly("alone");
    }

    @Test
    void marksTheLevelInForceAndWhereItCanGo() {
        MapResult result =
                new MapAnalysis().analyze(model(), AnalysisOptions.defaults(1), Progress.NONE);
        Block.Section section = (Block.Section) result.explain(ListLimit.NONE).blocks().get(2);
        Block.Ladders ladders = (Block.Ladders) section.blocks().getFirst();
        assertThat(ladders.groups().get(0).rows().getFirst())
                .isEqualTo(
                        new Block.Ladder("a.x", "", List.of("low", "mid", "high"), 1, true, true));
        assertThat(ladders.groups().get(1).rows().getFirst().down()).isFalse();
    }

    @Test
    void givesTheDocumentedTree() {
        Data.Fields data =
                new MapAnalysis()
                        .analyze(model(), AnalysisOptions.defaults(1), Progress.NONE)
                        .data(ListLimit.NONE);
        assertThat(data.entries().keySet())
                .containsExactly(
                        "states",
                        "now",
                        "parties",
                        "outcomes",
                        "unnamed",
                        "rules",
                        "basis",
                        "claims",
                        "complete");
        assertThat(data.entries().get("now")).isEqualTo(new Data.Whole(1));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.detente.testing.SmallCase.at;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.order;
import static org.detente.testing.SmallCase.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.analysis.Questions;
import org.detente.compile.CompiledCase;
import org.detente.model.Basis;
import org.detente.model.Claim;
import org.detente.model.Condition;
import org.detente.model.Condition.And;
import org.detente.model.Condition.Not;
import org.detente.model.Figure;
import org.detente.model.Option.Moves;
import org.detente.model.PreferencePart;
import org.detente.model.PreferencePart.Comparison;
import org.detente.model.PreferencePart.Prefer;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Source;
import org.detente.model.Speaker;
import org.detente.model.Statement;
import org.detente.model.Worth;
import org.detente.testing.Plain;
import org.detente.testing.RandomCase;
import org.detente.testing.RandomModel;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every word and number of the stability analysis of a few cases, as last read over.
///
/// After a change that is meant, `./mvnw -pl core -am test -Dtest=StabilityGoldenTest
/// -Dsurefire.failIfNoSpecifiedTests=false -Ddetente.golden=update` writes the files anew; read the
/// difference before it is kept.
class StabilityGoldenTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "stability");
    private static final ListLimit LIMIT = new ListLimit(6);

    private static void holdsAsKept(String name, String found) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        if (System.getProperty("detente.golden", "").equals("update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, found);
        }
        assertThat(found).isEqualTo(Files.readString(file));
    }

    private static String everything(CompiledCase model, Questions questions) {
        AnalysisOptions options = new AnalysisOptions(1, 1, 1 << 16, questions);
        StabilityAnalysis analysis = new StabilityAnalysis();
        StabilityResult result = analysis.analyze(model, options, Progress.NONE);
        StringBuilder all = new StringBuilder();
        all.append(analysis.name()).append(": ").append(analysis.question()).append('\n');
        all.append(analysis.method()).append(analysis.missing(model.source())).append('\n');
        all.append(result.analysis()).append(", ").append(result.completeness()).append('\n');
        all.append(Plain.lines(result.explain(LIMIT)));
        all.append(Plain.lines(result.data(LIMIT)));
        for (int state : model.feasible().stream().limit(8).toArray()) {
            all.append(Plain.lines(analysis.explainState(model, state, options, LIMIT)));
        }
        return all.toString();
    }

    /// A crisis with a one-way option, a range, two views and what somebody said.
    private static CompiledCase crisis() {
        Basis said = new Basis(List.of("c1"), "a note");
        return new SmallCase()
                .source(new Source("s", "A speech", null, null, null, null, null, null, null))
                .claim(
                        new Claim(
                                "c1",
                                "we will not wait",
                                null,
                                "s",
                                List.of(new Speaker.OfParty("north")),
                                Claim.Kind.THREAT,
                                null,
                                null,
                                null,
                                List.of(
                                        new Claim.Contest(
                                                List.of(new Speaker.OfParty("south")), "no")),
                                null))
                .party("north")
                .party("south")
                .option("north", "pressure", Moves.BOTH, "none", "some", "full")
                .option("north", "strike", Moves.UP)
                .option("south", "build", Moves.BOTH)
                .option("south", "talk", Moves.BOTH)
                .rule("no-talk", new And(List.of(holds("north.strike"), holds("south.talk"))))
                .outcome("war", holds("north.strike"))
                .outcome("deal", new And(List.of(holds("south.talk"), not("south.build"))))
                .otherwise("stand-off")
                .now(set("north.pressure", "some"))
                .now(set("south.build", "yes"))
                .prefers(
                        "north",
                        new PreferencePart.Order(
                                List.of(
                                        new Statement(not("south.build"), said),
                                        new Statement(not("north.strike"), Basis.ASSUMED),
                                        new Statement(at("north.pressure", "full"), said))))
                .prefers(
                        "south",
                        new Values(
                                List.of(
                                        worth(holds("north.strike"), -10, -10),
                                        worth(holds("south.build"), -2, 4),
                                        worth(at("north.pressure", "full"), -3, -3))))
                .view("as-written")
                .view(
                        "calm",
                        new Preferences(
                                "north", List.of(order(not("north.strike"), holds("south.talk")))))
                .compiled();
    }

    private static Condition not(String option) {
        return new Not(holds(option));
    }

    private static Worth worth(Condition condition, double low, double high) {
        Quantity quantity =
                low == high
                        ? new Quantity.Exact(low, false)
                        : new Quantity.Uniform(low, high, false);
        return new Worth.OfCondition(condition, new Figure(quantity, Basis.ASSUMED));
    }

    @Test
    void explainsACrisis() throws IOException {
        holdsAsKept("crisis", everything(crisis(), new Questions("war", "deal", 3)));
    }

    @Test
    void explainsAView() throws IOException {
        CompiledCase model = crisis();
        CompiledCase calm = model.under(model.source().views().getLast());
        holdsAsKept("crisis-calm", everything(calm, Questions.NONE));
    }

    /// Two parties whose orders are open, one of them by a chain, and one that contradicts itself.
    private static SmallCase market() {
        return new SmallCase()
                .party("buyer")
                .party("seller")
                .party("broker")
                .option("buyer", "pay", Moves.BOTH, "low", "middle", "high")
                .option("seller", "deliver", Moves.BOTH)
                .option("broker", "vouch", Moves.BOTH)
                .outcome("deal", new And(List.of(holds("seller.deliver"), at("buyer.pay", "high"))))
                .otherwise("no-deal")
                .prefers(
                        "buyer",
                        new Prefer(
                                List.of(
                                        over(at("buyer.pay", "low"), at("buyer.pay", "middle")),
                                        over(at("buyer.pay", "middle"), at("buyer.pay", "high")),
                                        over(holds("seller.deliver"), not("seller.deliver")))))
                .prefers(
                        "broker",
                        new Prefer(
                                List.of(
                                        over(holds("broker.vouch"), not("broker.vouch")),
                                        over(not("broker.vouch"), holds("broker.vouch")))));
    }

    private static Comparison over(Condition better, Condition worse) {
        return new Comparison(better, worse, Basis.ASSUMED);
    }

    @Test
    void explainsOneOpenOrderAndAContradiction() throws IOException {
        CompiledCase model = market().prefers("seller", order(holds("broker.vouch"))).compiled();
        holdsAsKept("one-open-order", everything(model, Questions.NONE));
    }

    @Test
    void explainsTwoOpenOrders() throws IOException {
        CompiledCase model =
                market().prefers(
                                "seller",
                                new Prefer(
                                        List.of(
                                                over(
                                                        at("buyer.pay", "high"),
                                                        at("buyer.pay", "low")))))
                        .compiled();
        holdsAsKept("two-open-orders", everything(model, Questions.NONE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5, 11})
    void explainsARandomCase(long seed) throws IOException {
        CompiledCase model =
                CompiledCase.of(RandomCase.of(RandomModel.random(seed), 40, 12), 1 << 16);
        holdsAsKept("random-" + seed, everything(model, new Questions("first", "rest", 2)));
    }
}

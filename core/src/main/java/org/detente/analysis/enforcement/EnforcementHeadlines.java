// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.List;
import org.detente.analysis.Wording;
import org.detente.analysis.enforcement.EnforcementFindings.EndStanding;
import org.detente.analysis.enforcement.EnforcementFindings.ViewStanding;
import org.detente.compile.PackageBan;
import org.detente.explain.Block;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// What is found about each package in one sentence or two: whether it is kept, whether it can be
/// carried out safely, and how far that holds in other readings.
final class EnforcementHeadlines {
    private final EnforcementFindings found;
    private final Ground ground;
    private final EnforcementWords words;

    EnforcementHeadlines(EnforcementFindings found, EnforcementWords words) {
        this.found = found;
        this.ground = found.ground();
        this.words = words;
    }

    /// The finding about a package.
    ///
    /// @param index which
    Block of(int index) {
        Tested tested = found.packages().get(index);
        Text.Writer text = Opening.named(tested.chosen());
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
        if (tested.standingMargin() == Kept.UNBREAKABLE) {
            text.plain(" (nobody can break it: no side has an option that it could change then)");
        } else {
            text.plain(" (smallest margin ")
                    .text(Text.of(EnforcementWords.marked(tested.standingMargin())))
                    .plain(" of what that side could gain)");
        }
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
        if (tested.standingMargin() == Kept.UNBREAKABLE) {
            return "nobody can break it once it stands: no side has an option that it could change then.";
        }
        if (tested.kept().stream().allMatch(kept -> kept.critical() == RepeatedPlay.ALWAYS)) {
            return "each side would keep it once it stands, however little the future counts. Not everybody's patience is stated, so that not every margin is told.";
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
                            ? " With one number at an end of its range at a time it stays so at %s ends."
                                    .formatted(same == 2 ? "both" : "all " + Wording.number(same))
                            : " With one number at an end of its range at a time it stays so at %s of %s ends."
                                    .formatted(
                                            Wording.number(same),
                                            Wording.number(found.ends().size())));
        }
        if (!found.keptInDrawn().isEmpty()) {
            words.append(
                    " With all of them drawn at random from their ranges at once%s it is kept in %d of %d readings."
                            .formatted(
                                    Opening.bound(found.readings().isBound()),
                                    found.keptInDrawn().get(index),
                                    found.readings().size()));
        }
        List<String> other =
                found.views().stream()
                        .filter(v -> v.standings().get(index).holds() != holds)
                        .map(ViewStanding::name)
                        .toList();
        words.append(Opening.views(found.views().size(), other));
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
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.List;
import org.detente.analysis.enforcement.Breaches.Breach;
import org.detente.explain.Data;

/// Whether signatories keep a standing package, as a tree.
final class StandingData {
    private final Ground ground;
    private final OptionData options;

    StandingData(Ground ground) {
        this.ground = ground;
        this.options = new OptionData(ground.space());
    }

    /// How some signatories stand to a package, by party.
    ///
    /// @param state the state in which it stands
    /// @param verdicts one for each
    Data.Fields parties(int state, List<Kept> verdicts) {
        Data.Fields parties = new Data.Fields();
        for (Kept kept : verdicts) {
            parties.with(ground.party(kept.party()), party(state, kept));
        }
        return parties;
    }

    private Data party(int state, Kept kept) {
        Breach breach = kept.breach();
        Data.Fields fields =
                new Data.Fields()
                        .with(
                                "breach",
                                breach == null
                                        ? new Data.None()
                                        : options.changed(state, breach.state()))
                        .with("gain", breach == null ? new Data.None() : new Data.Real(kept.gain()))
                        .with("tempting", kept.isTempted())
                        .with("critical", critical(kept.critical()));
        Breach decisive = kept.alsoDecisive();
        if (decisive != null) {
            fields.with("criticalBreach", options.changed(state, decisive.state()));
        }
        fields.with("patience", OptionData.real(kept.patience()))
                .with("margin", OptionData.real(kept.margin()))
                .with("leastDetection", OptionData.real(kept.leastDetection()))
                .with("longestDelay", delay(kept.longestDelay()))
                .with("falseAlarms", new Data.Real(kept.falseAlarm()));
        if (breach == null) {
            return fields.with("punishment", new Data.None());
        }
        double[] seen = breach.stream().seen();
        return fields.with("seen", new Data.Real(seen[seen.length - 1]))
                .with("breakout", breach.breakout())
                .with("punishment", punishment(breach));
    }

    private Data punishment(Breach breach) {
        Punishment punishment = breach.punishment();
        return new Data.Fields()
                .with("by", Data.Items.names(punishment.by()))
                .with(
                        "levels",
                        punishment.state() < 0
                                ? new Data.Fields()
                                : options.changed(breach.state(), punishment.state()))
                .with("points", new Data.Real(punishment.points()))
                .with("credible", punishment.credible().key());
    }

    private static Data critical(double critical) {
        if (critical == RepeatedPlay.ALWAYS) {
            return new Data.Name("always");
        }
        return critical == RepeatedPlay.NEVER ? new Data.Name("never") : new Data.Real(critical);
    }

    private static Data delay(int steps) {
        if (steps == Kept.ANY_DELAY) {
            return new Data.Name("any");
        }
        return steps < 0 ? new Data.None() : new Data.Whole(steps);
    }

    /// What a level of inspection is worth to a signatory's margin.
    Data verification(Tested.Verification one) {
        return new Data.Fields()
                .with("option", options.name(one.option()))
                .with("level", options.level(one.option(), one.level()))
                .with("party", ground.party(one.kept().party()))
                .with("critical", critical(one.kept().critical()))
                .with("margin", OptionData.real(one.kept().margin()));
    }
}

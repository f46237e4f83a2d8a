// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.compile.AgreementForm;
import org.detente.compile.StatedForm;
import org.detente.compile.StatedWidening;
import org.jspecify.annotations.Nullable;

/// What one party's verdicts rest on: those that stand without any assumed number rest on
/// statements; of the others it is asked how far the numbers would have to be off. Shared by
/// readings in which the party states and assumes the same. For one thread.
final class PartyFooting {
    private final AgreementForm form;
    private final PartyWorth worth;
    private final boolean assumes;
    private @Nullable PartyWorth bare;
    private @Nullable StatedWidening widening;
    private boolean started;
    private final Map<List<Integer>, Footing> known = new HashMap<>();

    PartyFooting(AgreementForm form, PartyWorth worth) {
        this.form = form;
        this.worth = worth;
        StatedForm stated = worth.stated();
        this.assumes = stated != null && stated.hasAssumed();
    }

    /// Whether what is found here holds for a party in another reading.
    boolean serves(PartyWorth other) {
        StatedForm own = worth.stated();
        StatedForm theirs = other.stated();
        return worth.isSame(other) && (own == null || theirs == null || own.assumesTheSame(theirs));
    }

    /// Whether a verdict on worth stands with every assumed number taken away.
    boolean onStatements(int[] levels, Verdict.Held held) {
        if (!assumes) {
            return true;
        }
        if (bare == null) {
            bare =
                    new PartyWorth(
                            form, worth.party(), StatedForm.withoutAssumed(form, worth.party()));
        }
        return bare.held(levels) == held;
    }

    /// What a verdict on worth rests on.
    ///
    /// @param levels the package
    /// @param held the verdict, all or none
    Footing of(int[] levels, Verdict.Held held) {
        if (onStatements(levels, held)) {
            return new Footing.Statements();
        }
        List<Integer> key = worth.relevant(levels);
        Footing footing = known.get(key);
        if (footing == null) {
            footing = new Footing.Assumptions(reversal(levels, held));
            known.put(key, footing);
        }
        return footing;
    }

    private StatedWidening.@Nullable Reversal reversal(int[] levels, Verdict.Held held) {
        if (!started) {
            widening = StatedWidening.of(form, worth.party());
            started = true;
        }
        if (widening == null) {
            return null;
        }
        return held == Verdict.Held.ALL
                ? widening.untilDoubted(levels)
                : widening.untilPossible(levels);
    }
}

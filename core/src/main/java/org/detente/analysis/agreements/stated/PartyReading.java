// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.List;
import org.detente.compile.AgreementForm;
import org.detente.compile.PackageBan;
import org.detente.compile.StatedForm;
import org.jspecify.annotations.Nullable;

/// What one party's statements say of packages in one reading of the case: by worth, and by its red
/// lines.
///
/// @param redLines the party's own
/// @param worth what it says of worth, shared by readings in which it says the same
record PartyReading(List<PackageBan> redLines, PartyWorth worth) {
    /// Copies the list.
    PartyReading {
        redLines = List.copyOf(redLines);
    }

    PartyReading(AgreementForm form, String party) {
        this(form, new PartyWorth(form, party));
    }

    PartyReading(AgreementForm form, PartyWorth worth) {
        this(
                form.bans().stream()
                        .filter(b ->
                                b.kind() == PackageBan.Kind.RED_LINE
                                        && b.name().equals(worth.party()))
                        .toList(),
                worth);
    }

    String party() {
        return worth.party();
    }

    @Nullable StatedForm stated() {
        return worth.stated();
    }

    /// Whether a package is acceptable.
    Verdict verdict(AgreementForm form, int[] levels) {
        PackageBan line = crossed(form, levels);
        return line == null
                ? new Verdict(worth.held(levels), null)
                : new Verdict(Verdict.Held.NONE, line);
    }

    /// The same where it is known what worth alone says.
    Verdict verdict(AgreementForm form, int[] levels, Verdict.Held byWorth) {
        PackageBan line = crossed(form, levels);
        return new Verdict(line == null ? byWorth : Verdict.Held.NONE, line);
    }

    private @Nullable PackageBan crossed(AgreementForm form, int[] levels) {
        for (PackageBan line : redLines) {
            if (form.breaks(levels, line)) {
                return line;
            }
        }
        return null;
    }
}

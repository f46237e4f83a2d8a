// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.detente.analysis.agreements.stated.PartyOpinion;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.StatedForm;
import org.detente.model.View;
import org.jspecify.annotations.Nullable;

/// What the answers so far come to: their statements, and the verdicts that follow or a set of
/// statements that cannot hold together.
final class Standing {
    private final Agenda agenda;
    private final Statements statements;
    private final List<StatedForm.Stated> conflict;
    private final @Nullable PartyOpinion opinion;

    Standing(Agenda agenda, Statements statements, View view) {
        this.agenda = agenda;
        this.statements = statements;
        CompiledCase viewed = agenda.model().under(view);
        this.conflict = StatedForm.contradiction(viewed, agenda.party());
        AgreementForm form = agenda.form().under(viewed);
        this.opinion =
                conflict.isEmpty()
                        ? PartyOpinion.of(form, agenda.party(), agenda.packages())
                        : null;
    }

    Statements statements() {
        return statements;
    }

    List<StatedForm.Stated> conflict() {
        return conflict;
    }

    /// The verdicts; only where nothing conflicts.
    PartyOpinion opinion() {
        return Objects.requireNonNull(opinion);
    }

    /// Packages that hang on what has not been said and that nobody else refuses anyway; if others
    /// refuse every package, all that hang on it.
    BitSet open() {
        BitSet open = new BitSet();
        open.set(0, agenda.packages().size());
        open.andNot(opinion().accepted());
        open.andNot(opinion().refused());
        BitSet others = agenda.refusedByOthers();
        if (others.cardinality() < agenda.packages().size()) {
            open.andNot(others);
        }
        return open;
    }

    Turn.Tally tally() {
        return opinion == null
                ? new Turn.Tally(agenda.packages().size(), 0, 0)
                : new Turn.Tally(
                        agenda.packages().size(),
                        opinion.accepted().cardinality(),
                        opinion.refused().cardinality());
    }

    /// How many verdicts differ from another standing's.
    int differences(Standing other) {
        BitSet accepted = opinion().accepted();
        accepted.xor(other.opinion().accepted());
        BitSet refused = opinion().refused();
        refused.xor(other.opinion().refused());
        accepted.or(refused);
        return accepted.cardinality();
    }
}

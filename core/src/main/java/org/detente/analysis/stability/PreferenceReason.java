// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.List;
import org.detente.analysis.Wording;
import org.detente.compile.CompiledCase;
import org.detente.explain.Text;
import org.detente.model.Basis;
import org.detente.model.PreferencePart.Order;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Preferences;
import org.detente.model.Statement;

/// Says why a mover ranks one state above another, in the statements that the case holds.
final class PreferenceReason {
    private final CompiledCase model;

    PreferenceReason(CompiledCase model) {
        this.model = model;
    }

    /// Why one state is ranked differently from another.
    ///
    /// @param mover the mover's index
    /// @param better the state ranked higher
    /// @param worse the state ranked lower
    /// @param where how the text that follows calls the better state: `there` or `here`
    /// @return a clause that can follow a colon
    Text of(int mover, int better, int worse, String where) {
        String party = model.space().movers().get(mover).id();
        Preferences preferences = model.source().preferencesOf(party);
        if (preferences == null) {
            return Text.of("it states no preference");
        }
        if (preferences.part(Ranking.class) instanceof Ranking(_, Basis basis)) {
            return Text.writer()
                    .plain("its ranking says so (")
                    .text(Wording.basis(basis))
                    .plain(")")
                    .done();
        }
        if (preferences.part(Order.class) instanceof Order(List<Statement> statements)) {
            return deciding(statements, better, worse, where);
        }
        return preferences.part(Values.class) == null
                ? Text.of("it states no order")
                : Text.of("its points add up to more " + where);
    }

    /// The first statement that tells the two states apart: it outweighs all that follow.
    private Text deciding(List<Statement> statements, int better, int worse, String where) {
        for (int k = 0; k < statements.size(); k++) {
            Statement statement = statements.get(k);
            var states = model.where(statement.condition());
            if (states.contains(better) && !states.contains(worse)) {
                return Text.writer()
                        .plain("its statement %d of %d, ".formatted(k + 1, statements.size()))
                        .code(statement.condition().toString())
                        .plain(", holds only %s (".formatted(where))
                        .text(Wording.basis(statement.basis()))
                        .plain(")")
                        .done();
            }
        }
        return Text.of("no statement tells them apart");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.List;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.compile.Worths;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Statement;
import org.jspecify.annotations.Nullable;

/// What a party outside an agreement prefers among states while the agreement's terms hold: its
/// order or ranking if it states one, else its points.
sealed interface Taste {
    /// Compares two states.
    ///
    /// @param a a state
    /// @param b another
    /// @param terms the level of each term
    /// @return positive if a is better, 0 if they are alike
    int compare(int a, int b, int[] terms);

    /// The taste of a mover.
    ///
    /// @param form the agreement as a reading has it
    /// @param mover the mover's index
    static Taste of(AgreementForm form, int mover) {
        CompiledCase model = form.model();
        String party = model.space().movers().get(mover).id();
        Preferences own = model.source().preferencesOf(party);
        PreferencePart.Order order = own == null ? null : own.part(PreferencePart.Order.class);
        if (order != null) {
            return new Ordered(
                    order.statements(),
                    Worths.ofConditions(
                            form, order.statements().stream().map(Statement::condition).toList()));
        }
        if (own != null && own.part(PreferencePart.Ranking.class) != null) {
            return new Ranked(model.ranks(mover));
        }
        return Worths.isStated(form, party)
                ? new Valued(Worths.asTheyStand(form, List.of(party)))
                : new Indifferent();
    }

    /// Statements, most important first.
    ///
    /// @param statements the statements
    /// @param holding where each holds
    record Ordered(List<Statement> statements, Worths holding) implements Taste {
        @Override
        public int compare(int a, int b, int[] terms) {
            int deciding = deciding(a, b, terms);
            return deciding < 0 ? 0 : holding.inside(deciding, a, terms) > 0 ? 1 : -1;
        }

        /// The most important statement that tells two states apart, or -1.
        int deciding(int a, int b, int[] terms) {
            for (int k = 0; k < statements.size(); k++) {
                if (holding.inside(k, a, terms) != holding.inside(k, b, terms)) {
                    return k;
                }
            }
            return -1;
        }
    }

    /// Ranks of states; terms do not count.
    ///
    /// @param ranks the ranks, higher is better
    record Ranked(Ranks ranks) implements Taste {
        @Override
        public int compare(int a, int b, int[] terms) {
            return Integer.compare(ranks.rank(a), ranks.rank(b));
        }
    }

    /// Points.
    ///
    /// @param worths its points, as party 0
    record Valued(Worths worths) implements Taste {
        @Override
        public int compare(int a, int b, int[] terms) {
            double ahead = ahead(a, b, terms);
            return Math.abs(ahead) <= Kept.ROUNDING ? 0 : ahead > 0 ? 1 : -1;
        }

        /// By how many points one state is better than another.
        double ahead(int a, int b, int[] terms) {
            return worths.inside(0, a, terms) - worths.inside(0, b, terms);
        }
    }

    /// Nothing is stated.
    record Indifferent() implements Taste {
        @Override
        public int compare(int a, int b, int[] terms) {
            return 0;
        }
    }

    /// The statement that makes a party prefer one state to another, or null.
    static @Nullable Statement deciding(Taste taste, int better, int worse, int[] terms) {
        if (taste instanceof Ordered ordered) {
            int index = ordered.deciding(better, worse, terms);
            return index < 0 ? null : ordered.statements().get(index);
        }
        return null;
    }
}

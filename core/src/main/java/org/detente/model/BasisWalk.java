// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;

/// Walks over everything in a case that can rest on a claim. Figures that only name an assumption
/// are passed over: the assumption itself is visited. Views are visited with the case's own parts.
final class BasisWalk {
    private static final String NUMBERS = "numbers";
    private static final String STATEMENTS = "preference statements";

    private BasisWalk() {}

    /// Is told of each part.
    @FunctionalInterface
    interface Visitor {
        /// One part.
        ///
        /// @param kind what it is, in the plural
        /// @param basis what it rests on
        void visit(String kind, Basis basis);
    }

    /// Visits every part of a case, in its order.
    static void walk(Case source, Visitor visitor) {
        source.parties().forEach(p -> visitor.visit("parties", p.basis()));
        source.options().forEach(o -> option(visitor, o));
        source.rules().forEach(r -> visitor.visit("rules", r.basis()));
        source.outcomes().forEach(o -> visitor.visit("outcomes", o.basis()));
        source.assumptions().forEach(a -> visitor.visit(NUMBERS, a.figure().basis()));
        source.preferences().forEach(p -> statements(visitor, p));
        Agreement agreement = source.agreement();
        if (agreement != null) {
            agreement.terms().forEach(t -> term(visitor, t));
            agreement.rules().forEach(r -> visitor.visit("rules", r.basis()));
            beliefs(visitor, agreement.beliefs());
        }
        Time time = source.time();
        if (time != null) {
            time(visitor, time);
        }
        source.unseen().forEach(u -> visitor.visit("misperceptions", u.basis()));
        source.same().forEach(s -> visitor.visit("states counted as one", s.basis()));
        source.views().forEach(v -> view(visitor, v));
    }

    private static void view(Visitor visitor, View view) {
        visitor.visit("views", view.basis());
        view.preferences().forEach(p -> statements(visitor, p));
        view.assumptions().forEach(a -> visitor.visit(NUMBERS, a.figure().basis()));
        if (view.beliefs() != null) {
            beliefs(visitor, view.beliefs());
        }
        if (view.time() != null) {
            time(visitor, view.time());
        }
    }

    private static void option(Visitor visitor, Option option) {
        visitor.visit("options", option.basis());
        option.levels().forEach(l -> visitor.visit("levels", l.basis()));
    }

    private static void statements(Visitor visitor, Preferences preferences) {
        for (PreferencePart part : preferences.parts()) {
            switch (part) {
                case PreferencePart.Order(var statements) ->
                        statements.forEach(s -> visitor.visit(STATEMENTS, s.basis()));
                case PreferencePart.Ranking(_, Basis basis) -> visitor.visit(STATEMENTS, basis);
                case PreferencePart.RedLines(var lines) ->
                        lines.forEach(s -> visitor.visit("red lines", s.basis()));
                case PreferencePart.Prefer(var comparisons) ->
                        comparisons.forEach(c -> visitor.visit(STATEMENTS, c.basis()));
                case PreferencePart.Swings(_, var gaps, _, Basis basis) -> {
                    visitor.visit(STATEMENTS, basis);
                    gaps.forEach(g -> visitor.visit(STATEMENTS, g.basis()));
                }
                case PreferencePart.Packages(var comparisons) ->
                        comparisons.forEach(c -> visitor.visit(STATEMENTS, c.basis()));
                case PreferencePart.Values(var worths) -> worths.forEach(w -> worth(visitor, w));
                case PreferencePart.Once(var amounts) ->
                        amounts.forEach(a -> figure(visitor, a.points()));
            }
        }
    }

    private static void worth(Visitor visitor, Worth worth) {
        switch (worth) {
            case Worth.OfItem(_, var levels) -> levels.forEach(l -> figure(visitor, l.points()));
            case Worth.OfCondition(_, Figure points) -> figure(visitor, points);
        }
    }

    private static void term(Visitor visitor, Term term) {
        visitor.visit("terms", term.basis());
        term.levels().forEach(l -> visitor.visit("levels", l.basis()));
        term.values().values().forEach(ls -> ls.forEach(l -> figure(visitor, l.points())));
    }

    private static void beliefs(Visitor visitor, Agreement.Beliefs beliefs) {
        switch (beliefs.otherwise()) {
            case Fallback.Shared(Lottery lottery) -> lottery(visitor, lottery);
            case Fallback.Beliefs(var byParty) ->
                    byParty.values().forEach(lottery -> lottery(visitor, lottery));
            case Fallback.Values(var byParty) -> byParty.values().forEach(f -> figure(visitor, f));
            case null -> {}
        }
        beliefs.outside().values().forEach(f -> figure(visitor, f));
        if (beliefs.risk() != null) {
            lottery(visitor, beliefs.risk());
        }
        beliefs.meanwhile().forEach(m -> m.levels().forEach(l -> figure(visitor, l.probability())));
        beliefs.weights().values().forEach(f -> figure(visitor, f));
    }

    private static void lottery(Visitor visitor, Lottery lottery) {
        for (Lottery.Chance chance : lottery.chances()) {
            if (chance.share() != null) {
                figure(visitor, chance.share());
            }
        }
    }

    private static void time(Visitor visitor, Time time) {
        for (var figures : List.of(time.patience(), time.rate(), time.precision())) {
            figures.values().forEach(f -> figure(visitor, f));
        }
        time.detection().forEach(d -> d.chances().values().forEach(f -> figure(visitor, f)));
    }

    private static void figure(Visitor visitor, Figure figure) {
        if (!(figure.quantity() instanceof Quantity.Named)) {
            visitor.visit(NUMBERS, figure.basis());
        }
    }
}

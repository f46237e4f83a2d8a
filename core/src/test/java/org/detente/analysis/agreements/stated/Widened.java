// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.Lottery;
import org.detente.model.Quantity;
import org.jspecify.annotations.Nullable;

/// Makes ranges of exact chances of what no agreement brings and of what remains possible.
final class Widened {
    private Widened() {}

    static Case of(Case source) {
        Agreement agreement = Objects.requireNonNull(source.agreement());
        Agreement.Beliefs beliefs = agreement.beliefs();
        Lottery risk = beliefs.risk();
        return source.stating(
                source.preferences(),
                new Agreement(
                        agreement.between(),
                        agreement.covers(),
                        agreement.terms(),
                        agreement.rules(),
                        new Agreement.Beliefs(
                                fallback(Objects.requireNonNull(beliefs.otherwise())),
                                beliefs.outside(),
                                risk == null ? null : lottery(risk),
                                beliefs.meanwhile(),
                                beliefs.weights()),
                        agreement.breachCollapses(),
                        agreement.ratify()));
    }

    private static Fallback fallback(Fallback stated) {
        return switch (stated) {
            case Fallback.Shared(Lottery lottery) -> new Fallback.Shared(lottery(lottery));
            case Fallback.Beliefs(var byParty) -> {
                SequencedMap<String, Lottery> wide = new LinkedHashMap<>();
                byParty.forEach((party, lottery) -> wide.put(party, lottery(lottery)));
                yield new Fallback.Beliefs(wide);
            }
            case Fallback.Values values -> values;
        };
    }

    private static Lottery lottery(Lottery exact) {
        return new Lottery(
                exact.chances().stream()
                        .map(c -> new Lottery.Chance(c.outcome(), figure(c.share())))
                        .toList());
    }

    private static @Nullable Figure figure(@Nullable Figure exact) {
        return exact != null && exact.quantity() instanceof Quantity.Exact(double value, _)
                ? new Figure(
                        new Quantity.Uniform(value / 2, Math.min(1, value * 1.2), true),
                        Basis.ASSUMED)
                : exact;
    }
}

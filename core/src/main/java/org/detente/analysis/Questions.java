// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import org.jspecify.annotations.Nullable;

/// What a user asks beyond the standing questions.
///
/// @param avoid an outcome's id that is to be kept out of reach, or null
/// @param wanted an outcome's id or a state's number that is to be made stable, or null
/// @param horizonMoves how many moves ahead limited-move stability looks, or 0 to look for what
///   lasts at every long horizon only
/// @param agreements what is asked of agreements
/// @param coalitions which coalitions are looked at
public record Questions(
        @Nullable String avoid,
        @Nullable String wanted,
        int horizonMoves,
        AgreementQuestions agreements,
        CoalitionChoice coalitions) {
    /// Nothing beyond the standing questions.
    public static final Questions NONE = new Questions(null, null, 0);

    /// Checks the horizon.
    ///
    /// @throws IllegalArgumentException if it is negative
    public Questions {
        if (horizonMoves < 0) {
            throw new IllegalArgumentException("a horizon is at least 0; got " + horizonMoves);
        }
    }

    /// Questions of which the coalitions are those that the case names.
    ///
    /// @param avoid an outcome's id, or null
    /// @param wanted an outcome's id or a state's number, or null
    /// @param horizonMoves how many moves ahead, or 0
    /// @param agreements what is asked of agreements
    public Questions(
            @Nullable String avoid,
            @Nullable String wanted,
            int horizonMoves,
            AgreementQuestions agreements) {
        this(avoid, wanted, horizonMoves, agreements, CoalitionChoice.NAMED);
    }

    /// Questions of which none is about agreements.
    ///
    /// @param avoid an outcome's id, or null
    /// @param wanted an outcome's id or a state's number, or null
    /// @param horizonMoves how many moves ahead, or 0
    public Questions(@Nullable String avoid, @Nullable String wanted, int horizonMoves) {
        this(avoid, wanted, horizonMoves, AgreementQuestions.NONE);
    }
}

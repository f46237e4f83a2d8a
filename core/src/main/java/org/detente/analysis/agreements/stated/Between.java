// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

/// A least and a most by which one package is worth more to a party than another.
///
/// @param least the least, perhaps without bound
/// @param most the most, perhaps without bound
record Between(double least, double most) {
    /// Whether the first is at least as good as the second, under which value functions.
    Verdict.Held atLeastAsGood() {
        if (least >= -PartyWorth.ROUNDING) {
            return Verdict.Held.ALL;
        }
        return most >= -PartyWorth.TOLERANCE ? Verdict.Held.SOME : Verdict.Held.NONE;
    }

    /// Whether it is better, by more than rounding.
    Verdict.Held better() {
        if (least > PartyWorth.TOLERANCE) {
            return Verdict.Held.ALL;
        }
        return most > PartyWorth.TOLERANCE ? Verdict.Held.SOME : Verdict.Held.NONE;
    }
}

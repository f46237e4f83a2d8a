// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a part of the case rests on: claims of its ledger, somebody who stated it to the modeller,
/// or nothing but an assumption.
///
/// @param claims ids of the claims it rests on, in the order written
/// @param note the modeller's own words about it, or null
/// @param said who stated it and when, or null
public record Basis(List<String> claims, @Nullable String note, @Nullable Said said) {
    /// Nothing given: assumed, without a note.
    public static final Basis ASSUMED = new Basis(List.of(), null);

    /// Copies the list.
    public Basis {
        claims = List.copyOf(claims);
    }

    /// A basis of claims and a note.
    ///
    /// @param claims ids of the claims it rests on, in the order written
    /// @param note the modeller's own words about it, or null
    public Basis(List<String> claims, @Nullable String note) {
        this(claims, note, null);
    }

    /// What somebody stated.
    ///
    /// @param said who and when
    /// @return a basis without claims
    public static Basis of(Said said) {
        return new Basis(List.of(), null, said);
    }

    /// Whether neither a claim nor anybody's word carries it.
    ///
    /// @return true if it is only assumed
    public boolean assumed() {
        return claims.isEmpty() && said == null;
    }

    /// Whether it is assumed, or marked so although claims bear on it: `because` may say why a
    /// number is large or small, and the number itself may still be nobody's.
    ///
    /// @return true if no claim carries it or its note starts with "assumed"
    public boolean markedAssumed() {
        return assumed()
                || (note != null
                        && note.strip().toLowerCase(java.util.Locale.ROOT).startsWith("assumed"));
    }
}

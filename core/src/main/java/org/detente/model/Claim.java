// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something somebody says: never a bare fact.
///
/// @param id its id within the case
/// @param quote the source's own words, or null if only a paraphrase is at hand
/// @param says what is said, in neutral words of the modeller's, or null if the quote says it all
/// @param in the source it stands in
/// @param by who says it, at least one
/// @param kind what sort of thing is said
/// @param date when it was said, where that differs from the source's date; or null
/// @param credibility the digit of the Admiralty code, 1 (confirmed) to 6 (cannot be judged),
///   judged apart from the source; or null if not graded
/// @param condition the condition the speaker attaches, in words, or null
/// @param contested who disputes it and how; empty if nobody is known to
/// @param note the modeller's own words about it, or null
public record Claim(
        String id,
        @Nullable String quote,
        @Nullable String says,
        String in,
        List<Speaker> by,
        Kind kind,
        @Nullable PartialDate date,
        @Nullable Integer credibility,
        @Nullable String condition,
        List<Contest> contested,
        @Nullable String note) {

    /// Copies the lists.
    public Claim {
        by = List.copyOf(by);
        contested = List.copyOf(contested);
    }

    /// What sort of thing a claim says.
    public enum Kind {
        /// That something is or was so.
        FACT,
        /// Where a speaker stands.
        POSITION,
        /// What a speaker wants from another.
        DEMAND,
        /// What a speaker holds out.
        OFFER,
        /// What a speaker says it would do against another.
        THREAT,
        /// What somebody is said to aim at.
        INTENT,
        /// What somebody is said to be able to do.
        CAPABILITY,
        /// A judgement.
        ASSESSMENT,
        /// What is said to be right or owed.
        NORM
    }

    /// A dispute of a claim.
    ///
    /// @param by who disputes it, at least one
    /// @param note what they say instead, or null
    public record Contest(List<Speaker> by, @Nullable String note) {
        /// Copies the list.
        public Contest {
            by = List.copyOf(by);
        }
    }

    /// Whether somebody disputes it.
    ///
    /// @return true if at least one dispute is on record
    public boolean isContested() {
        return !contested.isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Claim;
import org.detente.model.Party;
import org.detente.model.Source;
import org.detente.model.Speaker;

/// Whose voices a case's claims are in: how one-sided its sources are.
///
/// @param sources one entry for each source that has claims, in the case's order
/// @param total the same over all sources
/// @param parties the ids of the parties that are counted one by one
record Voices(List<Tally> sources, Tally total, List<String> parties) {
    /// Copies the lists.
    Voices {
        sources = List.copyOf(sources);
        parties = List.copyOf(parties);
    }

    /// The voices in one source.
    ///
    /// @param source the source's id, or an empty string for all
    /// @param claimCount how many claims
    /// @param ownVoiceCount how many the source says in its own voice
    /// @param otherCount how many somebody else says who belongs to none of the counted parties
    ///   alone
    /// @param contestedCount how many somebody disputes
    /// @param byParty for each counted party, how many it or its people alone say
    record Tally(
            String source,
            int claimCount,
            int ownVoiceCount,
            int otherCount,
            int contestedCount,
            List<Integer> byParty) {
        /// Copies the list.
        Tally {
            byParty = List.copyOf(byParty);
        }
    }

    /// Counts the voices of a case. Counted one by one are the signatories or, without an
    /// agreement, the principals.
    static Voices of(Case source) {
        Agreement agreement = source.agreement();
        List<String> parties =
                agreement != null && !agreement.between().isEmpty()
                        ? agreement.between()
                        : source.parties().stream()
                                .filter(p -> p.role() == Party.Role.PRINCIPAL)
                                .map(Party::id)
                                .toList();
        List<Tally> sources = new ArrayList<>();
        for (Source each : source.sources()) {
            List<Claim> claims =
                    source.claims().stream().filter(c -> c.in().equals(each.id())).toList();
            if (!claims.isEmpty()) {
                sources.add(tally(each.id(), claims, parties));
            }
        }
        return new Voices(sources, tally("", source.claims(), parties), parties);
    }

    private static Tally tally(String source, List<Claim> claims, List<String> parties) {
        int own = 0;
        int other = 0;
        int contested = 0;
        int[] byParty = new int[parties.size()];
        for (Claim claim : claims) {
            contested += claim.isContested() ? 1 : 0;
            String alone = soleParty(claim);
            int index = alone == null ? -1 : parties.indexOf(alone);
            if (index >= 0) {
                byParty[index]++;
            } else if (claim.by().stream().allMatch(s -> s instanceof Speaker.OfSource)) {
                own++;
            } else {
                other++;
            }
        }
        return new Tally(
                source,
                claims.size(),
                own,
                other,
                contested,
                java.util.Arrays.stream(byParty).boxed().toList());
    }

    /// The party that alone, itself or through its people, says a claim.
    private static @org.jspecify.annotations.Nullable String soleParty(Claim claim) {
        String first = claim.by().getFirst().party();
        return claim.by().stream().allMatch(s -> Objects.equals(s.party(), first)) ? first : null;
    }
}

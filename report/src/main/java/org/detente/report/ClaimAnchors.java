// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// Where in a document each claim stands, so that references can lead there.
///
/// A claim stands where it is quoted; if it is quoted nowhere, in the first table row that begins
/// with nothing but its reference.
final class ClaimAnchors {
    private final Map<String, Boolean> quotedByClaim = new HashMap<>();
    private final Set<String> placed = new HashSet<>();
    private final Map<String, String> claimByAnchor = new HashMap<>();

    /// Finds the claims of a document.
    ClaimAnchors(Page page) {
        for (Explanation part : page.parts()) {
            find(part.blocks());
        }
    }

    /// What a reference leads to.
    ///
    /// @return the anchor, or null if the claim stands nowhere
    @Nullable String target(String claim) {
        return quotedByClaim.containsKey(claim) && claim.equals(claimByAnchor.get(anchor(claim)))
                ? anchor(claim)
                : null;
    }

    /// The id for a quotation.
    ///
    /// @return the anchor, or empty if the claim has its place already
    String place(Block.Quotation quotation) {
        String claim = quotation.claim();
        return claim == null ? "" : place(claim, true);
    }

    /// The id for a table row.
    ///
    /// @return the anchor, or empty if the row is no claim's place
    String place(List<Text> row) {
        String claim = claimOf(row);
        return claim == null ? "" : place(claim, false);
    }

    private String place(String claim, boolean quoted) {
        String target = target(claim);
        boolean here = target != null && Boolean.valueOf(quoted).equals(quotedByClaim.get(claim));
        return target != null && here && placed.add(claim) ? target : "";
    }

    private void find(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Section(_, List<Block> inside) -> find(inside);
                case Block.Quotation quotation -> {
                    if (quotation.claim() != null) {
                        add(quotation.claim(), true);
                    }
                }
                case Block.Table table -> {
                    for (List<Text> row : table.rows()) {
                        String claim = claimOf(row);
                        if (claim != null) {
                            add(claim, false);
                        }
                    }
                }
                case Block.Finding _, Block.Paragraph _, Block.Items _, Block.Facts _ -> {}
                case Block.Note _,
                        Block.Ladders _,
                        Block.Graph _,
                        Block.Series _,
                        Block.Timeline _ -> {}
            }
        }
    }

    private void add(String claim, boolean quoted) {
        quotedByClaim.merge(claim, quoted, Boolean::logicalOr);
        claimByAnchor.putIfAbsent(anchor(claim), claim);
    }

    private static @Nullable String claimOf(List<Text> row) {
        return !row.isEmpty()
                        && row.getFirst().spans().size() == 1
                        && row.getFirst().spans().getFirst() instanceof Span.ClaimRef(String claim)
                ? claim
                : null;
    }

    private static String anchor(String claim) {
        StringBuilder anchor = new StringBuilder("claim-");
        claim.codePoints()
                .forEach(point -> {
                    if (point < 0x80 && (Character.isLetterOrDigit(point) || point == '-')) {
                        anchor.appendCodePoint(point);
                    } else {
                        anchor.append('_').append(point == '_' ? "" : Integer.toHexString(point));
                    }
                });
        return anchor.toString();
    }
}

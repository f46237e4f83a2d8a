// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.List;
import org.detente.explain.Block;
import org.detente.explain.Explanation;

/// A document: what several analyses have to say about one case, under one title.
///
/// @param title what it is about
/// @param marking who may read it; empty if nothing was said
/// @param subtitle a line below the title; may be empty
/// @param facts what holds for the whole document, as the cutoff and the program's version
/// @param parts the explanations, in reading order
public record Page(
        String title,
        String marking,
        String subtitle,
        List<Block.Fact> facts,
        List<Explanation> parts) {
    /// Copies the lists.
    public Page {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
    }
}

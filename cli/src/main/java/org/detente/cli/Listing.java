// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Text;

/// Keys of a case with what they hold, gathered for readers and programs at once.
final class Listing {
    private final ListLimit limit;
    private final List<Block.Fact> facts = new ArrayList<>();
    private final Data.Fields data = new Data.Fields();

    /// An empty listing.
    ///
    /// @param limit how many entries of a key are shown
    Listing(ListLimit limit) {
        this.limit = limit;
    }

    /// Adds a key that has entries; leaves it out if there are none.
    ///
    /// @param key the key as in the case
    /// @param entries what it holds, each in a few words
    /// @return this listing
    Listing counted(String key, List<String> entries) {
        if (!entries.isEmpty()) {
            long omitted = limit.omitted(entries.size());
            String shown = String.join("; ", entries.subList(0, (int) limit.shown(entries.size())));
            String rest = omitted == 0 ? "" : "; and %d more".formatted(omitted);
            facts.add(
                    new Block.Fact(
                            key, Text.of("%d: %s%s".formatted(entries.size(), shown, rest))));
            data.with(
                    key,
                    new Data.Fields()
                            .with("count", entries.size())
                            .with("entries", Data.Items.names(entries)));
        }
        return this;
    }

    /// Adds a key that holds one thing; leaves it out if that is empty.
    ///
    /// @param key the key as in the case
    /// @param words what it holds
    /// @return this listing
    Listing single(String key, String words) {
        if (!words.isEmpty()) {
            facts.add(new Block.Fact(key, Text.of(words)));
            data.with(key, words);
        }
        return this;
    }

    /// The listing for readers.
    ///
    /// @param title its heading
    /// @return a section
    Block section(String title) {
        return new Block.Section(title, List.of(new Block.Facts(facts)));
    }

    /// The listing for programs.
    ///
    /// @return counts and entries by key
    Data.Fields data() {
        return data;
    }

    /// Whether nothing was added.
    ///
    /// @return true if there is no key
    boolean isEmpty() {
        return facts.isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The keys of one part, with what stands under each. Complains about keys that mean nothing here
/// and about keys without a value.
final class Fields {
    private final Part owner;
    private final Map<String, Part> parts;
    private final Findings findings;

    private Fields(Part owner, Map<String, Part> parts, Findings findings) {
        this.owner = owner;
        this.parts = parts;
        this.findings = findings;
    }

    /// Reads a part whose keys are known; nothing at all counts as no keys.
    ///
    /// @return the keys, or null if the part has none, which is then a finding
    static @Nullable Fields orEmpty(Part part, Findings findings, List<String> allowed) {
        return part.node().isEmptyScalar()
                ? new Fields(part, Map.of(), findings)
                : of(part, findings, allowed);
    }

    /// Reads a part whose keys are known.
    ///
    /// @return the keys, or null if the part has none, which is then a finding
    static @Nullable Fields of(Part part, Findings findings, List<String> allowed) {
        // The mend is put together only where it is needed: this runs for every part of a case.
        boolean mapping = part.node() instanceof YamlNode.Mapping;
        List<Part> entries =
                entries(part, findings, mapping ? "" : "Give it keys: " + Show.choice(allowed));
        if (entries == null) {
            return null;
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Part entry : entries) {
            if (allowed.contains(entry.name())) {
                parts.put(entry.name(), entry);
            } else {
                unknownKey(entry, findings, allowed);
            }
        }
        return new Fields(part, parts, findings);
    }

    private static void unknownKey(Part entry, Findings findings, List<String> allowed) {
        String nearest = NearestName.of(entry.name(), allowed);
        String mend =
                nearest == null
                        ? "Remove it; the keys here are " + Show.list(allowed)
                        : "Did you mean %s?".formatted(nearest);
        findings.error(
                entry.path(), entry.keyPlace(), "is not a key that means anything here", mend);
    }

    /// The entries of a part whose keys are names the user gives.
    ///
    /// @return the entries in the order written, or null if this is something else, which is then a
    ///   finding
    static @Nullable List<Part> entries(Part part, Findings findings, String mend) {
        if (!(part.node() instanceof YamlNode.Mapping mapping)) {
            findings.error(
                    part, "should be keys with values, and is " + part.node().kindInWords(), mend);
            return null;
        }
        List<Part> entries = new ArrayList<>(mapping.entries().size());
        for (YamlNode.Entry entry : mapping.entries()) {
            Part under = part.under(entry);
            findings.mark(under.path(), under.keyPlace());
            entries.add(under);
        }
        return entries;
    }

    /// The items of a list.
    ///
    /// @return the items, or null if this is no list, which is then a finding
    static @Nullable List<Part> items(Part part, Findings findings, String mend) {
        if (!(part.node() instanceof YamlNode.Listing listing)) {
            findings.error(part, "should be a list, and is " + part.node().kindInWords(), mend);
            return null;
        }
        List<Part> items = new ArrayList<>(listing.items().size());
        for (YamlNode node : listing.items()) {
            Part item = part.item(items.size(), node);
            findings.mark(item.path(), node.place());
            items.add(item);
        }
        return items;
    }

    /// The part these keys belong to.
    Part owner() {
        return owner;
    }

    boolean has(String key) {
        return parts.containsKey(key);
    }

    /// What stands under a key, or null.
    @Nullable Part get(String key) {
        return parts.get(key);
    }

    /// What stands under a key that must be there, or null with a finding.
    @Nullable Part required(String key, String mend) {
        Part part = parts.get(key);
        if (part == null) {
            findings.error(owner.path(), owner.keyPlace(), "has no " + key, mend);
        }
        return part;
    }

    /// The words under a key, or null if it is absent or holds something else.
    @Nullable String text(String key) {
        Part part = parts.get(key);
        return part == null ? null : Scalars.text(part, findings);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.List;

/// A case in another tool's form.
///
/// @param files what to write, at least one; where there are several, they belong in one folder
/// @param losses what they could not take over as it stood
public record Exported(List<OutFile> files, List<Loss> losses) {
    /// Copies the lists.
    public Exported {
        files = List.copyOf(files);
        losses = List.copyOf(losses);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.List;

/// Reads the files of one other tool as a case.
public interface Importer {
    /// What the files are called in messages.
    ///
    /// @return a few words, as in `Genius XML`
    String title();

    /// Whether a file looks like one of these, by its content. A file that looks like one and is
    /// broken is recognised, so that this importer can say what is wrong with it.
    ///
    /// @param file any file
    /// @return whether this importer is the one to read it
    boolean recognises(ForeignFile file);

    /// Reads files that together make one case.
    ///
    /// @param files at least one, each of them recognised, in the user's order
    /// @return the case, and what it could not take over
    /// @throws ImportError with every problem found
    Imported read(List<ForeignFile> files);
}

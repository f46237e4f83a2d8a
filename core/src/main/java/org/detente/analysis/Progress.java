// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

/// Is told how far a long piece of work is. Called from one thread at a time.
@FunctionalInterface
public interface Progress {
    /// Nobody listens.
    Progress NONE = (_, _, _) -> {};

    /// Work is under way.
    ///
    /// @param phase what is being done, in a few words
    /// @param done how much of it is done
    /// @param total how much there is to do; 0 if that is not known
    void report(String phase, long done, long total);
}

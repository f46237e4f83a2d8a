// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

/// How complete an answer is.
public sealed interface Completeness {
    /// Nothing was left out.
    record Complete() implements Completeness {}

    /// A bound was hit; the answer is partial.
    ///
    /// @param limitName the option that set the bound, as in `--max-frontier`
    /// @param limit the bound
    record Truncated(String limitName, long limit) implements Completeness {}
}

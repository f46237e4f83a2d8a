// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

/// How long a printed list may get. Cuts what is shown, never what is counted.
///
/// @param count the most entries shown; [Long#MAX_VALUE] for all
public record ListLimit(long count) {
    /// Everything is shown.
    public static final ListLimit NONE = new ListLimit(Long.MAX_VALUE);

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException if the count is negative
    public ListLimit {
        if (count < 0) {
            throw new IllegalArgumentException("a list limit is at least 0; got " + count);
        }
    }

    /// How many of a list are shown.
    ///
    /// @param size the list's size
    /// @return the smaller of size and limit
    public long shown(long size) {
        return Math.min(size, count);
    }

    /// How many of a list are left out.
    ///
    /// @param size the list's size
    /// @return size less those shown
    public long omitted(long size) {
        return size - shown(size);
    }
}

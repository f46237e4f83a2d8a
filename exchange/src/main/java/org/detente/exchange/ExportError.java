// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

/// A case has nothing that a form can hold, or too much. The message says what, and what to do
/// instead.
public final class ExportError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Reports why a case cannot be written so.
    ///
    /// @param message the fact and the mend, in whole sentences
    public ExportError(String message) {
        super(message);
    }
}

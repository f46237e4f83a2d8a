// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

/// The command asks for something that is not there or cannot be. The message says what, and what
/// to do instead.
final class InputError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Reports a wrong input.
    ///
    /// @param message the fact and the mend, in whole sentences
    InputError(String message) {
        super(message);
    }
}

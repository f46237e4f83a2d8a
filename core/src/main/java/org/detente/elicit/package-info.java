// SPDX-License-Identifier: Apache-2.0
/// Asks one person what a party prefers, question by question, and turns the answers into
/// statements: an interview as a function of the answers so far, without terminal or files.
@NullMarked
package org.detente.elicit;

import org.jspecify.annotations.NullMarked;

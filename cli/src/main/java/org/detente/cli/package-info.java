// SPDX-License-Identifier: Apache-2.0
/// The command line: one class for each command, and what they share.
@NullMarked
package org.detente.cli;

import org.jspecify.annotations.NullMarked;

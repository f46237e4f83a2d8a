// SPDX-License-Identifier: Apache-2.0
/// Inputs that nobody would write, and what must hold of each of them.
@NullMarked
package org.detente.fuzz;

import org.jspecify.annotations.NullMarked;

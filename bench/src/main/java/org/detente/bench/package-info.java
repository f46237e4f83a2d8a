// SPDX-License-Identifier: Apache-2.0
/// Synthetic cases, and the programs that measure on them.
@NullMarked
package org.detente.bench;

import org.jspecify.annotations.NullMarked;

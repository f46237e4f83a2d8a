// SPDX-License-Identifier: Apache-2.0
/// A case as a state space with ranks, on primitive arrays, and the way back to names.
@NullMarked
package org.detente.compile;

import org.jspecify.annotations.NullMarked;

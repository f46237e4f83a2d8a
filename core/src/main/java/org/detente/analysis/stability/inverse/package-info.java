// SPDX-License-Identifier: Apache-2.0
/// The inverse question: what would have to change in whose stated preferences for a wanted state
/// to last.
@NullMarked
package org.detente.analysis.stability.inverse;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Stability in the graph model for conflict resolution: which states would last, and why the
/// others fall.
@NullMarked
package org.detente.analysis.stability;

import org.jspecify.annotations.NullMarked;

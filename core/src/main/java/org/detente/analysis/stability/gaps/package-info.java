// SPDX-License-Identifier: Apache-2.0
/// Stability where a party's statements leave its order open.
@NullMarked
package org.detente.analysis.stability.gaps;

import org.jspecify.annotations.NullMarked;

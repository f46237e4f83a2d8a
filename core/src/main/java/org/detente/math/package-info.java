// SPDX-License-Identifier: Apache-2.0
/// Numeric kernels that know nothing of crises: the packages that no other package beats for
/// everybody, and how many packages reach given floors.
@NullMarked
package org.detente.math;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// What two packages, two views or two cases say differently, and what follows from it for whom.
@NullMarked
package org.detente.compare;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Who outside an agreement could wreck it, and what would stop them.
@NullMarked
package org.detente.analysis.spoilers;

import org.jspecify.annotations.NullMarked;

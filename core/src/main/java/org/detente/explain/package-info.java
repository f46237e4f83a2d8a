// SPDX-License-Identifier: Apache-2.0
/// Explanations: a closed set of blocks, and result data as a tree, that every renderer can show.
@NullMarked
package org.detente.explain;

import org.jspecify.annotations.NullMarked;

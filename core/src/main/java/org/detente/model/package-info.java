// SPDX-License-Identifier: Apache-2.0
/// What the user states: one case, as plain immutable values that know nothing of files or engines.
@NullMarked
package org.detente.model;

import org.jspecify.annotations.NullMarked;

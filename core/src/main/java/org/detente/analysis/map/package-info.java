// SPDX-License-Identifier: Apache-2.0
/// The map of a case: who can do what, where things stand, and what rests on what.
@NullMarked
package org.detente.analysis.map;

import org.jspecify.annotations.NullMarked;

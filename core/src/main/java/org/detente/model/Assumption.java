// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import org.jspecify.annotations.Nullable;

/// A named uncertain number.
///
/// @param id its id within the case
/// @param text what it is, or null
/// @param figure its value and basis; never a name itself
public record Assumption(String id, @Nullable String text, Figure figure) {}

// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import org.jspecify.annotations.Nullable;

/// A party's least and most gain by a package, where its swings add up to 1.
///
/// @param least null if there is none, or no unit to tell it in
/// @param most the same
record GainRange(@Nullable Double least, @Nullable Double most) {}

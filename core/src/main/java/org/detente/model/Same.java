// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

/// States that nobody tells apart; they count as one.
///
/// @param states the condition that describes them
/// @param basis what it rests on
public record Same(Condition states, Basis basis) {}

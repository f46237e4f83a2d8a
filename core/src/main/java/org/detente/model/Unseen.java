// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

/// Misperception: states that a party does not see. It moves neither into nor out of them.
///
/// @param party the party's id
/// @param states the condition that describes them
/// @param basis what it rests on
public record Unseen(String party, Condition states, Basis basis) {}

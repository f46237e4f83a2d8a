// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

/// What cannot be.
///
/// @param id its id within the case
/// @param never no state may satisfy this
/// @param basis why; what it rests on
public record Rule(String id, Condition never, Basis basis) {}

// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

/// A condition somebody cares about, with what that rests on.
///
/// @param condition the condition
/// @param basis the claims behind it, or none
public record Statement(Condition condition, Basis basis) {}

// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

/// A quantity together with what it rests on.
///
/// @param quantity the number
/// @param basis the claims behind it, or none
public record Figure(Quantity quantity, Basis basis) {}

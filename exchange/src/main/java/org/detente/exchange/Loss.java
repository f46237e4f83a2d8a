// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

/// Something that was not carried over as it stands.
///
/// @param where the part of the source, in the source's own words
/// @param what what it says there
/// @param became what was done with it: left out, and why, or what stands for it
public record Loss(String where, String what, String became) {}

// SPDX-License-Identifier: Apache-2.0
/// Coalitions: what parties that move together would upset, and whether the others could deter
/// them.
@NullMarked
package org.detente.analysis.stability.coalition;

import org.jspecify.annotations.NullMarked;

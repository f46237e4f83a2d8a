// SPDX-License-Identifier: Apache-2.0
/// The contract between an analysis and those that run and show it.
@NullMarked
package org.detente.analysis;

import org.jspecify.annotations.NullMarked;

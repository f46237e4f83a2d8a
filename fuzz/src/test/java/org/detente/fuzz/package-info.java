// SPDX-License-Identifier: Apache-2.0
/// The fuzzer for seconds, in every build.
@NullMarked
package org.detente.fuzz;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Tests of how the code is laid out.
@NullMarked
package org.detente.architecture;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Which packages are acceptable under all, some or none of the value functions that the parties'
/// statements leave, and which question would settle most of what is open.
@NullMarked
package org.detente.analysis.agreements.stated;

import org.jspecify.annotations.NullMarked;

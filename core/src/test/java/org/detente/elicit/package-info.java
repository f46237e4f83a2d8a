// SPDX-License-Identifier: Apache-2.0
/// Tests of interviews.
@NullMarked
package org.detente.elicit;

import org.jspecify.annotations.NullMarked;

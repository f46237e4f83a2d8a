// SPDX-License-Identifier: Apache-2.0
/// Tests of reading and writing other tools' files.
@NullMarked
package org.detente.exchange;

import org.jspecify.annotations.NullMarked;

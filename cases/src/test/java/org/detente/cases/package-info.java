// SPDX-License-Identifier: Apache-2.0
/// Tests that read the cases on disk and hold the engine to what has been published about them.
@NullMarked
package org.detente.cases;

import org.jspecify.annotations.NullMarked;

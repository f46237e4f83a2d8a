// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.detente.report;

import org.jspecify.annotations.NullMarked;

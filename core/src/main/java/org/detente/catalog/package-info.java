// SPDX-License-Identifier: Apache-2.0
/// The one list of the analyses that exist.
@NullMarked
package org.detente.catalog;

import org.jspecify.annotations.NullMarked;

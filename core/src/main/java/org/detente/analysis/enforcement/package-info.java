// SPDX-License-Identifier: Apache-2.0
/// Whether an agreement would be kept, and in which order of steps it can be carried out safely:
/// repeated play with imperfect detection, punishments that are themselves stable, and reciprocal
/// steps.
@NullMarked
package org.detente.analysis.enforcement;

import org.jspecify.annotations.NullMarked;

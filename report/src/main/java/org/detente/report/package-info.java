// SPDX-License-Identifier: Apache-2.0
/// Explanations as terminal text, Markdown and one self-contained HTML page; result data as JSON.
///
/// Nothing here knows an analysis: every renderer shows every block of `org.detente.explain`.
@NullMarked
package org.detente.report;

import org.jspecify.annotations.NullMarked;

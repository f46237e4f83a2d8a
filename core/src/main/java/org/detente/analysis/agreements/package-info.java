// SPDX-License-Identifier: Apache-2.0
/// Agreements: the packages that all signatories prefer to what no agreement brings.
@NullMarked
package org.detente.analysis.agreements;

import org.jspecify.annotations.NullMarked;

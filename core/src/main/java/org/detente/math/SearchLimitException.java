// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.math.BigInteger;

/// Says that values are so entangled that no way of finding the frontier is within the limits.
public final class SearchLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SearchLimitException(double largestTable, BigInteger product, FrontierLimits limits) {
        super(
                "eliminating items needs a table of %.3g cells, trying all packages means %.3g; at most %d are allowed"
                        .formatted(largestTable, product.doubleValue(), limits.maxCells()));
    }
}

// SPDX-License-Identifier: Apache-2.0
/// Other tools' files to cases and back, and tables and graphs out.
///
/// Each importer and each exporter is one class behind [org.detente.exchange.Importer] or
/// [org.detente.exchange.Exporter]; [org.detente.exchange.Formats] is the one list of them.
@NullMarked
package org.detente.exchange;

import org.jspecify.annotations.NullMarked;

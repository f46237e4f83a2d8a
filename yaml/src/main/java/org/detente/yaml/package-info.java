// SPDX-License-Identifier: Apache-2.0
/// `case.yaml` ⇄ [org.detente.model.Case], with a place for every error; the language of
/// conditions; the JSON Schema for editors.
@NullMarked
package org.detente.yaml;

import org.jspecify.annotations.NullMarked;

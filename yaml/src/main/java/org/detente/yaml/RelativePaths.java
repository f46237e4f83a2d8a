// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.List;
import org.detente.yaml.CaseInput.FileContent;
import org.jspecify.annotations.Nullable;

/// Which paths a case may name: those that stay below its folder by their very words.
final class RelativePaths {
    private RelativePaths() {}

    static FileContent.@Nullable Refused refusal(String path) {
        boolean odd =
                path.isEmpty()
                        || path.startsWith("/")
                        || path.indexOf('\\') >= 0
                        || path.indexOf(':') >= 0
                        || path.indexOf('\0') >= 0
                        || List.of(path.split("/", -1)).contains("..");
        return odd ? outside(path) : null;
    }

    static FileContent.Refused outside(String path) {
        return new FileContent.Refused(
                "names %s, which is not below the case's folder".formatted(Show.quoted(path)),
                "Put the file into the case's folder and name it from there, as in"
                        + " sources/article.txt");
    }

    static FileContent.Refused tooLarge(long byteCount, int mostBytes) {
        return new FileContent.Refused(
                "has %,d bytes or more; the most is %,d (%d MiB)"
                        .formatted(byteCount, mostBytes, mostBytes >> 20),
                "Name the right file, or leave out what is no part of it");
    }
}

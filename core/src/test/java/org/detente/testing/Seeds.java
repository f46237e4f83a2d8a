// SPDX-License-Identifier: Apache-2.0
package org.detente.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// Runs a law once for each of the seeds 1 to [#value()], given as its only parameter, a `long`.
///
/// The seed stands in the test's name. The system property `detente.seed` replays a single one, as
/// in `./mvnw test -Dtest=SomeLawPropertyTest -Ddetente.seed=17`. The system property
/// `detente.seeds.most` keeps each law to that many seeds, for mutation testing, which runs the
/// tests thousands of times.
///
/// ```java
/// @ParameterizedTest
/// @Seeds(200)
/// void relabelingPartiesKeepsTheVerdict(long seed) { … }
/// ```
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(Seeds.Provider.class)
public @interface Seeds {
    /// How many seeds.
    ///
    /// @return at least 1
    int value();

    /// Gives the seeds to JUnit.
    final class Provider implements ArgumentsProvider, AnnotationConsumer<Seeds> {
        private int count;

        /// Made by JUnit.
        public Provider() {}

        @Override
        public void accept(Seeds seeds) {
            count = seeds.value();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            int most = Integer.getInteger("detente.seeds.most", Integer.MAX_VALUE);
            return seeds(Math.min(count, most), System.getProperty("detente.seed", ""))
                    .mapToObj(Arguments::of);
        }

        static LongStream seeds(int count, String replayed) {
            // Maven passes an unset property on as its own placeholder.
            boolean given = !replayed.isBlank() && !replayed.startsWith("${");
            return given
                    ? LongStream.of(Long.parseLong(replayed.strip()))
                    : LongStream.rangeClosed(1, count);
        }
    }
}

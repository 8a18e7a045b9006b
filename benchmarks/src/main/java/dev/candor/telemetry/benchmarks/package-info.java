/**
 * What the sanitizer costs, next to regular expressions with the same rules. Start with {@link
 * dev.candor.telemetry.benchmarks.Benchmarks}.
 */
@NullMarked
package dev.candor.telemetry.benchmarks;

import org.jspecify.annotations.NullMarked;

/**
 * Checks event records when they are compiled and generates their encoders, catalogues and
 * registry. Start with {@link dev.candor.telemetry.processor.CandorProcessor}.
 */
@NullMarked
package dev.candor.telemetry.processor;

import org.jspecify.annotations.NullMarked;

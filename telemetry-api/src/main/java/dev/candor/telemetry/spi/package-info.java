/**
 * What an engine and the generated code implement; applications need none of it. Start with {@link
 * dev.candor.telemetry.spi.TelemetryEngine}.
 */
@NullMarked
package dev.candor.telemetry.spi;

import org.jspecify.annotations.NullMarked;

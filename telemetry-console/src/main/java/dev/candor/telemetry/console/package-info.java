/**
 * The {@code candor} command line and the demo with its report. Start with {@link
 * dev.candor.telemetry.console.Candor}.
 *
 * <p>An application needs none of this. Everything here goes through the same doors that an
 * application has: {@link dev.candor.telemetry.TelemetryRuntime} and its settings.
 */
@NullMarked
package dev.candor.telemetry.console;

import org.jspecify.annotations.NullMarked;

/**
 * Typed events, consent, and the doors of the runtime. Start with {@link
 * dev.candor.telemetry.TelemetryRuntime}; describe what you want to know with {@link
 * dev.candor.telemetry.TelemetryEvent} and {@link dev.candor.telemetry.EventCatalog}.
 */
@NullMarked
package dev.candor.telemetry;

import org.jspecify.annotations.NullMarked;

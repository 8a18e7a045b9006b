/**
 * The engine behind {@code telemetry-api}: consent on disk, the gate that callers pass, the
 * recorder that scrubs and stores, sessions, and the way to an OTLP receiver. Start with {@link
 * dev.candor.telemetry.otel.OtelEngine}.
 *
 * <p>One event goes {@code OtelTelemetry} (gate) → {@code Recording} (queue) → {@code Recorder}
 * (thread) → {@code SignalEncoder} (scrub) → {@code Storage} (outbox and courier).
 */
@NullMarked
package dev.candor.telemetry.otel;

import org.jspecify.annotations.NullMarked;

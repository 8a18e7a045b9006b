/**
 * Destinations as plain span exporters of any OpenTelemetry SDK. Start with {@link
 * dev.candor.telemetry.exporter.door.RegisteredSpanExporter}.
 */
@NullMarked
package dev.candor.telemetry.exporter.door;

import org.jspecify.annotations.NullMarked;

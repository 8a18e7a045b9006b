/**
 * What every destination shares: the canonical {@link dev.candor.telemetry.exporter.Item}, the
 * {@link dev.candor.telemetry.exporter.Destination} that an exporter implements, and the one place
 * where an item becomes OpenTelemetry data.
 */
@NullMarked
package dev.candor.telemetry.exporter;

import org.jspecify.annotations.NullMarked;

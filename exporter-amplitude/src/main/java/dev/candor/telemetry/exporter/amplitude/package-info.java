/**
 * Sends events to Amplitude by its HTTP V2 and batch addresses. Start with {@link
 * dev.candor.telemetry.exporter.amplitude.AmplitudeDestination#builder}.
 */
@NullMarked
package dev.candor.telemetry.exporter.amplitude;

import org.jspecify.annotations.NullMarked;

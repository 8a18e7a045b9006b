/**
 * Sends events to Google Analytics 4 by its Measurement Protocol. Start with {@link
 * dev.candor.telemetry.exporter.ga4.Ga4Destination#builder}; the table of what becomes of each
 * event is {@code Ga4Table}.
 */
@NullMarked
package dev.candor.telemetry.exporter.ga4;

import org.jspecify.annotations.NullMarked;

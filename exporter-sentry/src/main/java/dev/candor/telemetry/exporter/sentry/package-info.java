/**
 * Sends events to Sentry and to servers that speak its protocol. Start with {@link
 * dev.candor.telemetry.exporter.sentry.SentryDestination}.
 */
@NullMarked
package dev.candor.telemetry.exporter.sentry;

import org.jspecify.annotations.NullMarked;

/**
 * What tests of applications and exporters need. Applications start with {@link
 * dev.candor.telemetry.testkit.TelemetryRecorder}, exporters with {@link
 * dev.candor.telemetry.testkit.DestinationContract} and {@link
 * dev.candor.telemetry.testkit.LoopbackBackend}. Nothing here is for production.
 */
@NullMarked
package dev.candor.telemetry.testkit;

import org.jspecify.annotations.NullMarked;

/**
 * What stands behind a Collector: takes OTLP, stores it durably, and sends it on with the same
 * exporters that applications use. Start with {@link dev.candor.telemetry.gateway.Gateway}.
 */
@NullMarked
package dev.candor.telemetry.gateway;

import org.jspecify.annotations.NullMarked;

/**
 * Makes, checks, finds and runs the OpenTelemetry Collector that scrubs what Candor sends a second
 * time.
 *
 * <p>Start with {@link dev.candor.telemetry.collector.BaseGenerator}, which turns registries into
 * {@code base.yaml}, and with {@link dev.candor.telemetry.collector.CollectorProcess}, which runs
 * it. {@link dev.candor.telemetry.collector.CollectorCheck} holds an operator's files against the
 * generated ones.
 */
@NullMarked
package dev.candor.telemetry.collector;

import org.jspecify.annotations.NullMarked;

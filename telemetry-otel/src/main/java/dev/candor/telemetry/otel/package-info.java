/** To be described by its first type. */
@NullMarked
package dev.candor.telemetry.otel;

import org.jspecify.annotations.NullMarked;

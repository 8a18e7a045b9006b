/** To be described by its first type. */
@NullMarked
package dev.candor.telemetry.collector;

import org.jspecify.annotations.NullMarked;

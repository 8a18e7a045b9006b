/** To be described by its first type. */
@NullMarked
package dev.candor.telemetry.processor;

import org.jspecify.annotations.NullMarked;

/** To be described by its first type. */
@NullMarked
package dev.candor.telemetry.console;

import org.jspecify.annotations.NullMarked;

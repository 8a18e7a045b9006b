/** To be described by its first type. */
@NullMarked
package dev.candor.telemetry.squid;

import org.jspecify.annotations.NullMarked;

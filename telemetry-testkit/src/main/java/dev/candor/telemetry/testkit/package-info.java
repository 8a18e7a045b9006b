/** To be described by its first type. */
@NullMarked
package dev.candor.telemetry.testkit;

import org.jspecify.annotations.NullMarked;

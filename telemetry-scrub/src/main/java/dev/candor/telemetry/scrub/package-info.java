/**
 * The first line of defence: grammars of typed values, exceptions rebuilt from frames, and the
 * sanitizer of free text. Start with {@link dev.candor.telemetry.scrub.Sanitizer} for text, with
 * {@link dev.candor.telemetry.scrub.JavaErrors} and {@link
 * dev.candor.telemetry.scrub.PythonTraceback} for errors, with {@link
 * dev.candor.telemetry.scrub.Grammars} for everything that has a type. All of it is free of state
 * that a caller can see and safe for many threads.
 */
@NullMarked
package dev.candor.telemetry.scrub;

import org.jspecify.annotations.NullMarked;

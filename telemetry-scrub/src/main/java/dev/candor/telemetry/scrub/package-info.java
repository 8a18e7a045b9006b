/**
 * The first line of defence: grammars of typed values, exceptions rebuilt from frames, and the
 * sanitizer of free text. Start with {@link dev.candor.telemetry.scrub.Sanitizer}.
 */
@NullMarked
package dev.candor.telemetry.scrub;

import org.jspecify.annotations.NullMarked;

/**
 * A labelled corpus of what programs log, invented from a seed, and the scorer that counts what
 * leaks and what is damaged. Start with {@link dev.candor.telemetry.corpus.Draw}.
 */
@NullMarked
package dev.candor.telemetry.corpus;

import org.jspecify.annotations.NullMarked;

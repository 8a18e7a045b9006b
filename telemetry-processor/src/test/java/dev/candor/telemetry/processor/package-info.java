/** Compiles good and bad sources with the processor. Start with {@link SourceCompiler}. */
package dev.candor.telemetry.processor;

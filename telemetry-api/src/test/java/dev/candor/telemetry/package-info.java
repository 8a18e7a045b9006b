/** Proves the API against a switchable engine and a catalogue with every type of component. */
package dev.candor.telemetry;

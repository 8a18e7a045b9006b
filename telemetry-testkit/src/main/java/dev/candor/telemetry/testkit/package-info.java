/**
 * What tests of applications and exporters need: a backend on loopback that answers as told ({@link
 * dev.candor.telemetry.testkit.LoopbackBackend}), a clock that stands still ({@link
 * dev.candor.telemetry.testkit.FakeClock}), and the contract of every destination. Nothing here is
 * for production.
 */
@NullMarked
package dev.candor.telemetry.testkit;

import org.jspecify.annotations.NullMarked;

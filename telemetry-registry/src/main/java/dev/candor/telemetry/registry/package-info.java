/**
 * What a registry declares and what it lets pass. Start with {@link
 * dev.candor.telemetry.registry.RegistryReader}.
 */
@NullMarked
package dev.candor.telemetry.registry;

import org.jspecify.annotations.NullMarked;

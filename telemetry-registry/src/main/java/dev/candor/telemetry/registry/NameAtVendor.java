package dev.candor.telemetry.registry;

/**
 * What one vendor calls an event, or an attribute of it, as a registry says. Whether the vendor
 * takes it is for its exporter to tell.
 *
 * @param vendor the short name of the destination, such as {@code ga4}
 * @param event the event
 * @param key the attribute, or empty for the event itself
 * @param name 1 to 100 printable ASCII characters
 */
public record NameAtVendor(String vendor, String event, String key, String name) {}

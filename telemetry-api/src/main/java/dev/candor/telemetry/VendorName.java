package dev.candor.telemetry;

/**
 * What an application calls one of its events, or an attribute of it, at one vendor.
 *
 * @param vendor the short name of the destination, such as {@code ga4}
 * @param event the event
 * @param key the attribute, or empty for the event itself
 * @param name the name at the vendor
 */
public record VendorName(String vendor, String event, String key, String name) {}

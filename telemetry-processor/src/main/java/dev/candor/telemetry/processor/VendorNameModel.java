package dev.candor.telemetry.processor;

/**
 * What one vendor calls an event, or an attribute of it, checked.
 *
 * @param key the attribute, or empty for the event itself
 */
record VendorNameModel(String vendor, String key, String name) {}

package dev.candor.telemetry;

/**
 * Marks an enum whose constants are the settings that may be reported; each constant carries {@link
 * Setting}.
 *
 * <p>A setting that is not a constant of such an enum cannot be expressed, so it cannot leave.
 */
public interface SettingKey {}

package dev.candor.telemetry.squid;

/** The files of a configuration by what they are for. No path and no typed name is in it. */
public enum LogicalFile {
  /** The machine file, {@code configuration*.ini}. */
  INI,
  /** Settings of the channels, for all objectives or for one. */
  CHANNEL_CONFIGS,
  /** Which light is at which port. */
  ILLUMINATION,
  /** Laser autofocus of one objective. */
  LASER_AF,
  /** The acquisition panel as last used. */
  CACHE_MULTIPOINT,
  /** The camera as last used. */
  CACHE_CAMERA
}

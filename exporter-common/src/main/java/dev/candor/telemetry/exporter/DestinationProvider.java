package dev.candor.telemetry.exporter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a vendor's destination from settings. Implemented once by each exporter, with a public
 * constructor without parameters, and found by {@link DestinationProviders}.
 */
public interface DestinationProvider {
  /** The name of its destination: lower-case letters, digits and dashes. */
  String name();

  /** Every setting it reads, in the order of the guide. */
  List<SettingRow> settings();

  /**
   * Makes the destination; nothing is opened yet.
   *
   * @return null if its settings are faulty, each of which it has told by {@link
   *     DestinationSettings#fault}
   */
  @Nullable Destination create(DestinationSettings settings);

  /**
   * One setting of a destination.
   *
   * @param name as operators write it
   * @param rule what a value must be
   * @param otherwise what holds without it
   * @param secret whether its value may never be shown
   * @param meaning what it is for
   */
  record SettingRow(String name, String rule, String otherwise, boolean secret, String meaning) {}
}

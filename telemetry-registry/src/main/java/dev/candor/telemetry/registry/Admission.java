package dev.candor.telemetry.registry;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Contract} lets pass of one span.
 *
 * @param name the registered name, or null if the span may not pass at all
 * @param attributes values by key: {@code String}, {@code Boolean}, {@code Long} or {@code Double}
 * @param resource who reports
 * @param installationId the pseudonymous id of the installation, if the resource held one
 * @param omissions how often something was kept back, by reason
 */
public record Admission(
    @Nullable String name,
    SortedMap<String, Object> attributes,
    SortedMap<String, String> resource,
    @Nullable String installationId,
    Map<Omission, Integer> omissions) {
  /** Takes maps over that nobody changes any more: one is made for each span. */
  public Admission {
    attributes = Collections.unmodifiableSortedMap(attributes);
    resource = Collections.unmodifiableSortedMap(resource);
    omissions = Collections.unmodifiableMap(omissions);
  }

  /** Whether the span may pass. */
  public boolean isAdmitted() {
    return name != null;
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "Admission[" + (name == null ? "none" : name) + "]";
  }
}

package dev.candor.telemetry.exporter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a body may hold beside its items. No id of an installation is ever put on a {@link
 * CountItem}.
 *
 * @param installationId the pseudonymous id of this installation, or null where the answer allows
 *     none
 * @param many whether the items were handed over by many installations: each event then names its
 *     own in its resource, and none stands for all
 */
public record SealContext(@Nullable String installationId, boolean many) {
  /** For the items of one installation. */
  public SealContext(@Nullable String installationId) {
    this(installationId, false);
  }

  /** For items that many installations have handed over. */
  public static SealContext ofMany() {
    return new SealContext(null, true);
  }

  /** The id that goes with the events of this resource, or null. */
  @Nullable String installationOf(Map<String, String> resource) {
    return many ? resource.get(OtelData.INSTALLATION_ID) : installationId;
  }
}

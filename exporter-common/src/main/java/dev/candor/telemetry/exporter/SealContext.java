package dev.candor.telemetry.exporter;

import dev.candor.telemetry.SelfDescription;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a body may hold beside its items. No id of an installation is ever put on a {@link
 * CountItem}.
 *
 * @param installationId the pseudonymous id of this installation, or null where the answer allows
 *     none
 * @param description what the person typed about themselves and approved for this destination; else
 *     {@link SelfDescription#none()}. A destination that is given one may tell it as it stands.
 * @param many whether the items were handed over by many installations: each event then names its
 *     own in its resource, and none stands for all
 */
public record SealContext(
    @Nullable String installationId, SelfDescription description, boolean many) {
  /** For the items of one installation. */
  public SealContext(@Nullable String installationId) {
    this(installationId, SelfDescription.none());
  }

  /** For the items of one installation whose person told more. */
  public SealContext(@Nullable String installationId, SelfDescription description) {
    this(installationId, description, false);
  }

  /** For items that many installations have handed over. */
  public static SealContext ofMany() {
    return new SealContext(null, SelfDescription.none(), true);
  }

  /** The id that goes with the events of this resource, or null. */
  @Nullable String installationOf(Map<String, String> resource) {
    return many ? resource.get(OtelData.INSTALLATION_ID) : installationId;
  }
}

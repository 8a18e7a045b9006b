package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the Sentry destination where {@code SENTRY_DSN} is given. */
public final class SentryProvider implements DestinationProvider {
  static final String DSN = "SENTRY_DSN";

  /** For the service file. */
  public SentryProvider() {}

  @Override
  public String name() {
    return SentryDestination.NAME;
  }

  @Override
  public List<SettingRow> settings() {
    return List.of(
        new SettingRow(
            DSN,
            SentryDsn.RULE,
            "nothing goes to Sentry",
            true,
            "The project that errors, sessions and spans go to; another server is another DSN"));
  }

  @Override
  public @Nullable Destination create(DestinationSettings settings) {
    String given = settings.text(DSN);
    SentryDsn dsn = given == null ? null : SentryDsn.parse(given);
    if (dsn == null) {
      settings.fault(DSN, SentryDsn.RULE);
      return null;
    }
    return SentryDestination.create(
        dsn,
        settings.clock(),
        settings.names(name(), SentryMapping::fitsEvent, SentryMapping::fitsAttribute));
  }
}

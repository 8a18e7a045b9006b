package dev.candor.telemetry.exporter.amplitude;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationSettings;
import dev.candor.telemetry.exporter.HttpEndpoint;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the destination from the {@code AMPLITUDE_} settings. */
public final class AmplitudeProvider implements DestinationProvider {
  static final String KEY = "AMPLITUDE_API_KEY";
  static final String REGION = "AMPLITUDE_REGION";
  static final String BATCH = "AMPLITUDE_BATCH";
  static final String ENDPOINT = "AMPLITUDE_ENDPOINT";
  static final String PAGE_EVENT = "AMPLITUDE_PAGE_EVENT";

  private static final URI US = URI.create("https://api2.amplitude.com");
  private static final URI EU = URI.create("https://api.eu.amplitude.com");
  private static final int LONGEST_TYPE = 100;

  private static final SettingRow KEY_ROW =
      new SettingRow(
          KEY, AmplitudeLimits.KEY_RULE, "off", /* secret= */ true, "the key of the project");
  private static final SettingRow REGION_ROW =
      new SettingRow(
          REGION, "must be us or eu", "us", /* secret= */ false, "where the project is kept");
  private static final SettingRow BATCH_ROW =
      new SettingRow(
          BATCH,
          "must be true or false",
          "false",
          /* secret= */ false,
          "the batch address: larger bodies, more events of one device");
  private static final SettingRow ENDPOINT_ROW =
      new SettingRow(
          ENDPOINT,
          HttpEndpoint.RULE,
          "the address of the region",
          /* secret= */ false,
          "another base address; it wins over the region");
  private static final SettingRow PAGE_EVENT_ROW =
      new SettingRow(
          PAGE_EVENT,
          "must be 1 to 100 characters and no name that Amplitude uses itself",
          AmplitudeEvents.PAGE_VIEWED,
          /* secret= */ false,
          "what page views are called");

  /** For the search of providers. */
  public AmplitudeProvider() {}

  @Override
  public String name() {
    return AmplitudeDestination.NAME;
  }

  @Override
  public List<SettingRow> settings() {
    return List.of(KEY_ROW, REGION_ROW, BATCH_ROW, ENDPOINT_ROW, PAGE_EVENT_ROW);
  }

  @Override
  public @Nullable Destination create(DestinationSettings settings) {
    String key = settings.text(KEY);
    URI region = region(settings);
    URI endpoint = settings.address(ENDPOINT, region);
    boolean batch = batch(settings);
    String pageEvent = pageEvent(settings);
    if (key == null || !AmplitudeLimits.isKey(key)) {
      fault(settings, KEY_ROW);
      return null;
    }
    return AmplitudeDestination.builder(endpoint, key)
        .batch(batch)
        .pageEvent(pageEvent)
        .names(
            settings.names(
                AmplitudeDestination.NAME, AmplitudeEvents::fitsEvent, AmplitudeProperties::fits))
        .warnings(settings::warn)
        .clock(settings.clock())
        .build();
  }

  private static URI region(DestinationSettings settings) {
    return switch (lower(settings, REGION, "us")) {
      case "us" -> US;
      case "eu" -> EU;
      default -> {
        // Never the other region: where data is kept is a promise to somebody.
        fault(settings, REGION_ROW);
        yield US;
      }
    };
  }

  private static boolean batch(DestinationSettings settings) {
    return switch (lower(settings, BATCH, "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> {
        fault(settings, BATCH_ROW);
        yield false;
      }
    };
  }

  private static String pageEvent(DestinationSettings settings) {
    String type = settings.text(PAGE_EVENT);
    if (type == null || type.equals(AmplitudeEvents.PAGE_VIEWED)) {
      return AmplitudeEvents.PAGE_VIEWED;
    }
    if (type.length() > LONGEST_TYPE || !AmplitudeTexts.own(type).equals(type)) {
      fault(settings, PAGE_EVENT_ROW);
    }
    return type;
  }

  private static String lower(DestinationSettings settings, String name, String otherwise) {
    String given = settings.text(name);
    return given == null ? otherwise : given.toLowerCase(Locale.ROOT);
  }

  private static void fault(DestinationSettings settings, SettingRow row) {
    settings.fault(row.name(), row.rule());
  }
}

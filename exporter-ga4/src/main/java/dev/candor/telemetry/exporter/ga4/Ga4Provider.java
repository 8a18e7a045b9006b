package dev.candor.telemetry.exporter.ga4;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationSettings;
import dev.candor.telemetry.exporter.HttpEndpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes {@link Ga4Destination} from settings; without a measurement id and a secret it is off. */
public final class Ga4Provider implements DestinationProvider {
  private static final String ID = "GA_MEASUREMENT_ID";
  private static final String SECRET = "GA_API_SECRET";
  private static final String ENDPOINT = "GA_ENDPOINT";
  private static final String REGION = "GA_REGION";
  private static final String PAGES = "APP_BASE_URL";
  private static final String DEBUG = "DEBUG_TELEMETRY";

  private static final String ID_RULE = "must be G- and up to 20 letters or digits";
  private static final String SECRET_RULE = "must be up to 200 visible ASCII characters";
  private static final String REGION_RULE = "must be eu or us";
  private static final String PAGES_RULE =
      "must be an http or https address of up to 200 characters without user, query and fragment";

  private static final int LONGEST_ID = 22;
  private static final int LONGEST_TEXT = 200;
  private static final List<SettingRow> ROWS =
      List.of(
          new SettingRow(
              ID, ID_RULE, "off; needed with " + SECRET, false, "the web stream that gets events"),
          new SettingRow(
              SECRET,
              SECRET_RULE,
              "off; needed with " + ID,
              true,
              "a secret of that stream for the Measurement Protocol"),
          new SettingRow(
              REGION, REGION_RULE, "us: the global address", false, "where Google collects"),
          new SettingRow(
              ENDPOINT,
              HttpEndpoint.RULE,
              "as " + REGION + " says",
              false,
              "base address; wins over the region"),
          new SettingRow(
              PAGES,
              PAGES_RULE,
              Ga4Destination.NOWHERE.toString(),
              false,
              "what pages' addresses in reports begin with; nothing connects to it"),
          new SettingRow(
              DEBUG,
              "1, true, yes or on; anything else is no",
              "no",
              false,
              "asks the debug address about each body and logs its codes"));

  /** For {@link dev.candor.telemetry.exporter.DestinationProviders}. */
  public Ga4Provider() {}

  @Override
  public String name() {
    return Ga4Destination.NAME;
  }

  @Override
  public List<SettingRow> settings() {
    return ROWS;
  }

  @Override
  public @Nullable Destination create(DestinationSettings settings) {
    return destination(settings);
  }

  /** As {@link #create}, for who asks the debug address. */
  public @Nullable Ga4Destination destination(DestinationSettings settings) {
    String id = required(settings, ID, SECRET);
    String secret = required(settings, SECRET, ID);
    URI endpoint = endpoint(settings);
    URI pages = pages(settings);
    if (id != null && !isId(id)) {
      settings.fault(ID, ID_RULE);
      id = null;
    }
    if (secret != null && !isSecret(secret)) {
      settings.fault(SECRET, SECRET_RULE);
      secret = null;
    }
    if (id == null || secret == null || endpoint == null || pages == null) {
      return null;
    }
    Ga4Destination.Builder builder =
        Ga4Destination.builder(id, secret)
            .endpoint(endpoint)
            .pages(pages)
            .names(
                settings.names(Ga4Destination.NAME, Ga4Names::fitsEvent, Ga4Names::fitsParameter))
            .debug(isYes(settings.text(DEBUG)))
            .clock(settings.clock());
    // Given, it holds for every destination; the engine keeps it.
    return settings.text("TELEMETRY_TIMEOUT") == null
        ? builder.build()
        : builder.patience(Duration.ofSeconds(30)).build();
  }

  private static @Nullable String required(
      DestinationSettings settings, String name, String partner) {
    String text = settings.text(name);
    if (text == null) {
      settings.fault(name, "must be given with " + partner);
    }
    return text;
  }

  private static @Nullable URI endpoint(DestinationSettings settings) {
    String region = settings.text(REGION);
    URI vendors = Ga4Destination.GLOBAL;
    if (region != null) {
      switch (region.toLowerCase(Locale.ROOT)) {
        case "eu" -> vendors = Ga4Destination.EUROPE;
        case "us" -> vendors = Ga4Destination.GLOBAL;
        default -> {
          settings.fault(REGION, REGION_RULE);
          return null;
        }
      }
    }
    return settings.address(ENDPOINT, vendors);
  }

  private static @Nullable URI pages(DestinationSettings settings) {
    String text = settings.text(PAGES);
    if (text == null) {
      return Ga4Destination.NOWHERE;
    }
    try {
      URI given = new URI(text);
      String scheme = given.getScheme();
      boolean isWeb = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
      if (isWeb
          && text.length() <= LONGEST_TEXT
          && given.getHost() != null
          && given.getRawUserInfo() == null
          && given.getRawQuery() == null
          && given.getRawFragment() == null) {
        return given;
      }
    } catch (URISyntaxException e) {
      // Told below; the exception quotes the value.
    }
    settings.fault(PAGES, PAGES_RULE);
    return null;
  }

  private static boolean isId(String text) {
    return text.length() > 2
        && text.length() <= LONGEST_ID
        && text.startsWith("G-")
        && text.chars()
            .skip(2)
            .allMatch(
                c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
  }

  private static boolean isSecret(String text) {
    return text.length() <= LONGEST_TEXT && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private static boolean isYes(@Nullable String text) {
    return text != null
        && List.of("1", "true", "yes", "on").contains(text.toLowerCase(Locale.ROOT));
  }
}

package mixpanel;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationSettings;
import dev.candor.telemetry.exporter.HttpEndpoint;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

// region: provider
/** Makes the destination as soon as {@code MIXPANEL_PROJECT_TOKEN} is given. */
public final class MixpanelProvider implements DestinationProvider {
  private static final String TOKEN = "MIXPANEL_PROJECT_TOKEN";
  private static final String RULE = "must be up to 64 letters, digits and dashes";
  private static final String ENDPOINT = "MIXPANEL_ENDPOINT";
  private static final URI MIXPANEL = URI.create("https://api.mixpanel.com");

  @Override
  public String name() {
    return "mixpanel";
  }

  @Override
  public List<SettingRow> settings() {
    return List.of(
        new SettingRow(TOKEN, RULE, "off", true, "the token of the project"),
        new SettingRow(
            ENDPOINT,
            HttpEndpoint.RULE,
            "Mixpanel's own",
            false,
            "another base address, such as the one in the EU"));
  }

  @Override
  public @Nullable Destination create(DestinationSettings settings) {
    URI base = settings.address(ENDPOINT, MIXPANEL);
    String token = settings.text(TOKEN);
    if (token == null || !isToken(token)) {
      settings.fault(TOKEN, RULE);
      return null;
    }
    return new MixpanelDestination(base, token, settings.clock());
  }

  private static boolean isToken(String text) {
    return text.length() <= 64
        && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
  }
}
// endregion

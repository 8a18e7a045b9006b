package dev.candor.telemetry.otel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an endpoint may look like. Judged by its text alone: no name is looked up. */
final class Endpoints {
  static final String RULE =
      "must be an https address (http only on loopback) without user, query and fragment";

  private Endpoints() {}

  static @Nullable URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  static boolean isLegal(URI endpoint) {
    String scheme = endpoint.getScheme();
    String host = endpoint.getHost();
    if (scheme == null
        || host == null
        || endpoint.getRawUserInfo() != null
        || endpoint.getRawQuery() != null
        || endpoint.getRawFragment() != null) {
      return false;
    }
    return scheme.equalsIgnoreCase("https")
        || (scheme.equalsIgnoreCase("http") && isLoopback(host));
  }

  /** Tells whether a host is this machine, by its text. */
  static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("[::1]")
        || (name.startsWith("127.")
            && name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }
}

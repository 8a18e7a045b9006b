package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.HttpEndpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A DSN, the one setting of a Sentry project: {@code https://key[:secret]@host[:port][/path]/id}.
 * It is the same for Sentry's own service, for servers of one's own and for others that speak the
 * protocol.
 *
 * @param base what lies above the project's addresses: {@code https://host[:port][/path]/api/id}
 * @param key the public key
 * @param secret the secret of old DSNs, or null
 */
record SentryDsn(URI base, String key, @Nullable String secret) {
  /** What a value must be. */
  static final String RULE =
      "must be https://KEY@HOST/PROJECT (http on loopback only), with letters, digits, dashes and"
          + " underscores in key and project, and without query and fragment";

  private static final int LAST_PORT = 65_535;
  private static final int LONGEST_WORD = 128;

  /** Reads a DSN, or returns null if it breaks {@link #RULE}. */
  static @Nullable SentryDsn parse(String text) {
    try {
      URI uri = new URI(text);
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      int slash = trimmed.lastIndexOf('/');
      String user = uri.getRawUserInfo();
      if (user == null || slash < 0 || uri.getRawQuery() != null || uri.getRawFragment() != null) {
        return null;
      }
      int colon = user.indexOf(':');
      String key = colon < 0 ? user : user.substring(0, colon);
      String secret = colon < 0 ? null : user.substring(colon + 1);
      String project = trimmed.substring(slash + 1);
      if (!isWord(key) || !isWord(project) || (secret != null && !isWord(secret))) {
        return null;
      }
      String place = trimmed.substring(0, slash) + "/api/" + project;
      if (uri.getPort() > LAST_PORT) {
        return null;
      }
      String scheme = uri.getScheme() == null ? null : uri.getScheme().toLowerCase(Locale.ROOT);
      URI base = new URI(scheme, null, uri.getHost(), uri.getPort(), place, null, null);
      return new SentryDsn(HttpEndpoint.check(base), key, secret);
    } catch (URISyntaxException | IllegalArgumentException e) {
      // Its message would quote the key.
      return null;
    }
  }

  /** The header for envelopes; the secret goes along where the DSN has one. */
  String envelopeHeader() {
    String header =
        "Sentry sentry_version=7, sentry_client="
            + SentryNames.CLIENT
            + "/"
            + SentryNames.VERSION
            + ", sentry_key="
            + key;
    return secret == null ? header : header + ", sentry_secret=" + secret;
  }

  /** The header for OTLP. */
  String otlpHeader() {
    return "sentry sentry_key=" + key;
  }

  private static boolean isWord(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_WORD
        && text.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '_');
  }

  /** Shows the host only. */
  @Override
  public String toString() {
    return "SentryDsn[" + base.getHost() + "]";
  }
}

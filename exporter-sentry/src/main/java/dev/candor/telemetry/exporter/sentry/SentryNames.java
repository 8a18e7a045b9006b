package dev.candor.telemetry.exporter.sentry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Names in the form in which Sentry takes them; what it would refuse or cut is mended before. */
final class SentryNames {
  /** How this exporter calls itself. */
  static final String CLIENT = "candor";

  /** Its version. */
  static final String VERSION = version();

  private static final int LONGEST_RELEASE = 200;
  private static final int LONGEST_ENVIRONMENT = 64;
  private static final int LONGEST_TAG_KEY = 32;
  private static final int LONGEST_TAG = 200;

  private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
  private static final AttributeKey<String> SERVICE_VERSION =
      AttributeKey.stringKey("service.version");
  private static final AttributeKey<String> ENVIRONMENT =
      AttributeKey.stringKey("deployment.environment.name");

  private SentryNames() {}

  /** {@code service@version}, or the service alone. */
  static String release(Resource resource) {
    String service = resource.getAttribute(SERVICE);
    String version = resource.getAttribute(SERVICE_VERSION);
    String name = service == null || service.isBlank() ? "unknown" : service;
    String whole = version == null || version.isBlank() ? name : name + "@" + version;
    String legal = cut(replaced(whole.strip(), "/\\"), LONGEST_RELEASE);
    return legal.equals(".") || legal.equals("..") || legal.equalsIgnoreCase("latest")
        ? "unknown"
        : legal;
  }

  /** The environment, or null where Sentry knows no such one. */
  static @Nullable String environment(Resource resource) {
    String name = resource.getAttribute(ENVIRONMENT);
    if (name == null || name.isBlank() || name.strip().equalsIgnoreCase("none")) {
      return null;
    }
    return cut(replaced(name.strip(), "/"), LONGEST_ENVIRONMENT);
  }

  /** A tag's key: letters, digits and {@code _.:-}, at most 32. */
  static String tagKey(String key) {
    StringBuilder legal = new StringBuilder(key.length());
    for (int i = 0; i < key.length() && legal.length() < LONGEST_TAG_KEY; i++) {
      char c = key.charAt(i);
      boolean fits = fitsKey(c);
      legal.append(fits ? c : '_');
    }
    return legal.toString();
  }

  /** Tells whether a character may stand in a key. */
  static boolean fitsKey(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_.:-".indexOf(c) >= 0;
  }

  /** A tag's value: one line, at most 200 characters; may be empty, which is no tag. */
  static String tagValue(String value) {
    return cut(replaced(value.strip(), ""), LONGEST_TAG);
  }

  /** A time in the class that Sentry's library wants. */
  static Date date(long millis) {
    return Date.from(Instant.ofEpochMilli(millis));
  }

  /** Cuts to so many characters of text; a character outside the basic plane is not torn. */
  static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }

  private static String replaced(String text, String illegal) {
    StringBuilder legal = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      legal.append(Character.isISOControl(c) || illegal.indexOf(c) >= 0 ? '_' : c);
    }
    return legal.toString();
  }

  private static String version() {
    String version = SentryNames.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }
}

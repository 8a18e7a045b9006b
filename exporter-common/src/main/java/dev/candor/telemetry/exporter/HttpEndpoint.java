package dev.candor.telemetry.exporter;

import java.net.URI;

/** The rules for addresses that telemetry may go to. Looks no name up. */
public final class HttpEndpoint {
  /** What an address must be, to be told to people. */
  public static final String RULE =
      "must be an https address (http only on loopback) without user, query and fragment";

  private HttpEndpoint() {}

  /**
   * Returns a base address that may be used.
   *
   * @throws IllegalArgumentException naming the rule, never the address
   */
  public static URI check(URI base) {
    boolean safe = isTls(base) || ("http".equalsIgnoreCase(base.getScheme()) && isLoopback(base));
    if (!safe
        || base.getHost() == null
        || base.getRawUserInfo() != null
        || base.getRawQuery() != null
        || base.getRawFragment() != null) {
      throw new IllegalArgumentException("endpoint " + RULE);
    }
    return base;
  }

  /** Tells whether the host is this machine by its very name: {@code localhost}, 127.x or ::1. */
  public static boolean isLoopback(URI uri) {
    String host = uri.getHost();
    if (host == null) {
      return false;
    }
    return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || isLoopbackV4(host);
  }

  static boolean isTls(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  static URI below(URI base, String path) {
    String text = base.toString();
    return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
  }

  /** Accepts four numbers only: {@code 127.example.org} is somebody else's machine. */
  private static boolean isLoopbackV4(String host) {
    if (!host.startsWith("127.")) {
      return false;
    }
    int dots = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return dots == 3;
  }
}

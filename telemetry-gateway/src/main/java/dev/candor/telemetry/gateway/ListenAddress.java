package dev.candor.telemetry.gateway;

import java.util.regex.Pattern;

/**
 * Where a gateway listens. The host is an address, because names would be looked up.
 *
 * @param host an IPv4 or IPv6 address
 * @param port 0 for any that is free
 */
public record ListenAddress(String host, int port) {
  /** What the text of one must be. */
  public static final String RULE = "must be an address and a port, such as 127.0.0.1:4320";

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}");
  private static final int HIGHEST = 65_535;

  /** Loopback only. */
  public static final ListenAddress DEFAULT = new ListenAddress("127.0.0.1", 4320);

  /** Refuses what is no address. */
  public ListenAddress {
    if (port < 0
        || port > HIGHEST
        || !(IPV4.matcher(host).matches() || IPV6.matcher(host).matches())) {
      throw new IllegalArgumentException("a listening address " + RULE);
    }
  }

  /** Reads {@code 127.0.0.1:4320}, {@code [::1]:4320} or {@code localhost:4320}. */
  public static ListenAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String digits = text.substring(colon + 1);
    if (colon < 0
        || digits.isEmpty()
        || digits.length() > 5
        || !digits.chars().allMatch(Character::isDigit)) {
      throw new IllegalArgumentException("a listening address " + RULE);
    }
    String host = text.substring(0, colon);
    if (host.equals("localhost")) {
      host = DEFAULT.host;
    } else if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    return new ListenAddress(host, Integer.parseInt(digits));
  }

  boolean isLoopback() {
    return host.startsWith("127.") || host.equals("::1");
  }

  /** Shows the port only. */
  @Override
  public String toString() {
    return "ListenAddress[" + port + "]";
  }
}

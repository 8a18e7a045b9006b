package dev.candor.telemetry.exporter.sentry;

import java.util.List;

/**
 * Takes out of the names of classes and functions what a compiler or a generator numbers: the third
 * lambda of a class is the fourth once another one stands before it. A name that a person can give
 * has no digit behind a dollar. Pure.
 */
final class StableNames {
  private static final String LAMBDA = "$$Lambda";

  /** What a number of a compiler stands behind: lambda$run$3, access$000, Foo$1, Foo$1Local. */
  private static final List<String> NUMBERED =
      List.of(
          "$",
          LAMBDA,
          "$Proxy",
          "jdk.proxy",
          "lambda-",
          "_closure",
          "GeneratedMethodAccessor",
          "GeneratedConstructorAccessor",
          "GeneratedSerializationConstructorAccessor");

  /** What a hash stands behind, from what makes classes at run time. */
  private static final List<String> HASHED =
      List.of(
          "CGLIB$$",
          "$ByteBuddy$",
          "$MockitoMock$",
          "$HibernateProxy$",
          "_$$_jvst",
          "_$$_javassist");

  private static final String ADDRESS = "0x";

  private StableNames() {}

  /** Returns a name, qualified or not, as it is after any other edit of its file. */
  static String of(String name) {
    StringBuilder kept = new StringBuilder(name.length());
    int at = 0;
    while (at < name.length()) {
      int next = afterMade(name, at, kept);
      if (next == at) {
        kept.append(name.charAt(at));
        next++;
      }
      at = next;
    }
    return kept.toString();
  }

  /** Where the name goes on if something made begins here; else here. */
  private static int afterMade(String name, int at, StringBuilder kept) {
    char c = name.charAt(at);
    if ((c == '/' || c == '+') && name.startsWith(ADDRESS, at + 1)) {
      return afterWord(name, at + 1); // of a hidden class
    }
    if (c == '$' && isDigit(name, at + 1) && endsWith(kept, LAMBDA)) {
      return afterDigits(name, at + 1); // of lambdas up to JDK 20
    }
    if (isWord(c) && endsWithAny(kept, HASHED)) {
      return afterWord(name, at);
    }
    return isDigit(name, at) && endsWithAny(kept, NUMBERED) ? afterDigits(name, at) : at;
  }

  private static int afterDigits(String name, int from) {
    int at = from;
    while (isDigit(name, at)) {
      at++;
    }
    return at;
  }

  private static int afterWord(String name, int from) {
    int at = from;
    while (at < name.length() && isWord(name.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean endsWithAny(StringBuilder kept, List<String> markers) {
    for (String marker : markers) {
      if (endsWith(kept, marker)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(StringBuilder kept, String marker) {
    int at = kept.length() - marker.length();
    return at >= 0
        && kept.charAt(kept.length() - 1) == marker.charAt(marker.length() - 1)
        && kept.indexOf(marker, at) == at;
  }

  private static boolean isDigit(String name, int at) {
    return at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9';
  }

  private static boolean isWord(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
  }
}

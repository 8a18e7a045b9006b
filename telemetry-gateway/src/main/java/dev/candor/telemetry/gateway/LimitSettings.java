package dev.candor.telemetry.gateway;

import java.util.Map;
import java.util.Set;

/** The part of a file that says what requests may cost. */
final class LimitSettings {
  private static final int KIB = 1 << 10;
  private static final int MIB = 1 << 20;
  private static final Set<String> NAMES =
      Set.of(
          "body-kib",
          "unpacked-kib",
          "parts",
          "nesting",
          "headers-kib",
          "buffered-mib",
          "connections",
          "request-seconds");

  private LimitSettings() {}

  static ReceiverLimits read(YamlPart section) {
    Map<String, YamlPart> parts = section.parts(NAMES);
    ReceiverLimits own = ReceiverLimits.defaults();
    return new ReceiverLimits(
        KIB * number(parts, "body-kib", 64, 65_536, own.body() / KIB),
        KIB * number(parts, "unpacked-kib", 64, 262_144, own.unpacked() / KIB),
        number(parts, "parts", 1_000, 10_000_000, own.parts()),
        number(parts, "nesting", 12, 64, own.nesting()),
        KIB * number(parts, "headers-kib", 2, 64, own.headers() / KIB),
        MIB * number(parts, "buffered-mib", 8, 1_024, own.buffered() / MIB),
        number(parts, "connections", 16, 65_536, own.connections()),
        number(parts, "request-seconds", 1, 600, own.seconds()));
  }

  private static int number(
      Map<String, YamlPart> parts, String name, int least, int most, int otherwise) {
    YamlPart part = parts.get(name);
    return part == null ? otherwise : (int) part.number(least, most, otherwise);
  }
}

package dev.candor.telemetry.scrub;

/** Versions of four numbers behind the name of a product. */
final class Products {
  private static final WordSet NETWORK_WORDS =
      WordSet.of(
          """
          dns ntp dhcp tcp udp icmp ssh http https smb nfs vpn lan wan route gateway resolver nameserver
          proxy ping peer client server host node router bind lease neighbour neighbor arp inet addr
          verbindung adresse rechner serveur servidor
          """);

  private Products() {}

  /**
   * {@code OpenCV 4.8.0.74}, {@code squid 3.2.1.215 (build 7)}: small numbers behind a name that
   * has a capital, or in front of a word of versions.
   */
  static boolean isVersion(String text, int from) {
    if (from < 3 || text.charAt(from - 1) != ' ') {
      return false;
    }
    int start = from - 1;
    while (start > 0 && from - start < 30 && Chars.isAlnum(text.charAt(start - 1))) {
      start--;
    }
    int at = from;
    for (int part = 0; part < 3; part++) {
      int end = Numbers.groupEnd(text, at);
      if (end - at > 2
          || (part == 0 && Addresses.number(text, at, end) > (end - at > 1 ? 25 : 9))) {
        return false;
      }
      at = end + 1;
    }
    int end = Numbers.groupEnd(text, at);
    boolean built = text.startsWith(" (build", end) || text.startsWith(" build ", end);
    boolean capital = false;
    for (int i = start; i < from; i++) {
      capital |= Chars.isUpper(text.charAt(i));
    }
    return built
        || (capital
            && from - start > 3
            && !text.startsWith("10.", from)
            && !Words.isEnglish(text, start, from - 1)
            && !NETWORK_WORDS.contains(text, start, from - 1)
            && KeyWords.of(text.substring(start, from - 1)) == null);
  }
}

package dev.candor.telemetry.scrub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Strings that are personal on this machine: the user's name, the home folder and its parts, host
 * names, addresses, secrets of the environment. Collected after a yes from properties, variables
 * and files of the system, without name look-ups and without any class that opens sockets; never
 * stored.
 *
 * <p>Values of fewer than four characters and common words are left out: they would be found where
 * they name nobody.
 *
 * @param kinds what each value is
 */
public record KnownValues(SortedMap<String, Kind> kinds) {
  private static final int MIN_LENGTH = 4;
  private static final int MAX_LENGTH = 512;
  private static final int MAX_VALUES = 256;

  private static final WordSet USER_VARIABLES =
      WordSet.of(
          "user username logname sudo_user lc_user git_author_name git_committer_name name userdomain email git_author_email git_committer_email mail");
  private static final WordSet HOME_VARIABLES =
      WordSet.of("home userprofile homepath onedrive homedrive");
  private static final WordSet HOST_VARIABLES =
      WordSet.of("hostname computername host logonserver userdnsdomain sessionname");
  private static final String[] SECRET_WORDS = {
    "token",
    "key",
    "secret",
    "password",
    "passwd",
    "passphrase",
    "credential",
    "pwd_",
    "_pwd",
    "auth"
  };
  private static final WordSet HOME_FOLDERS =
      WordSet.of(
          "home users user root export documents desktop lib var opt usr nonexistent private volumes local");
  private static final WordSet DEFAULT_NAMES =
      WordSet.of(
          "root admin administrator ubuntu debian jenkins runner nobody guest docker vagrant default public daemon postgres system localuser ec2-user buildkit");

  /** Copies the map. */
  public KnownValues {
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
  }

  /** Knows nothing. */
  public static KnownValues none() {
    return new KnownValues(new TreeMap<>());
  }

  /**
   * Collects what {@link #collect} finds, and the names and addresses that the system keeps in
   * files. Those are read on Linux; on macOS only its names are; elsewhere there are none.
   */
  public static KnownValues ofThisMachine(
      Map<String, String> properties, Map<String, String> environment) {
    return of(properties, environment, new SystemFiles(Path.of("/")));
  }

  static KnownValues of(
      Map<String, String> properties, Map<String, String> environment, SystemFiles files) {
    SortedMap<String, Kind> kinds = new TreeMap<>(collect(properties, environment).kinds());
    files.hostNames().forEach(host -> addHost(kinds, host));
    for (String address : files.hardwareAddresses()) {
      add(kinds, address, Kind.MAC);
      add(kinds, address.replace(":", ""), Kind.MAC);
    }
    files.addresses4().forEach(address -> add(kinds, address, Kind.IP));
    for (String digits : files.addresses6()) {
      add(kinds, digits, Kind.IP);
      add(kinds, SystemFiles.written(digits), Kind.IP);
    }
    return new KnownValues(kinds);
  }

  /** Collects them from system properties and environment variables. */
  public static KnownValues collect(
      Map<String, String> properties, Map<String, String> environment) {
    SortedMap<String, Kind> kinds = new TreeMap<>();
    addName(kinds, properties.get("user.name"), Kind.USER);
    addHome(kinds, properties.get("user.home"));
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      String value = variable.getValue();
      if (USER_VARIABLES.contains(name, 0, name.length())) {
        addName(kinds, value, Kind.USER);
      } else if (HOME_VARIABLES.contains(name, 0, name.length())) {
        addHome(kinds, value);
      } else if (HOST_VARIABLES.contains(name, 0, name.length())) {
        addHost(kinds, value);
      } else if (isSecret(name)) {
        add(kinds, value, Kind.SECRET);
      }
    }
    return new KnownValues(kinds);
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "KnownValues[" + kinds.size() + "]";
  }

  private static boolean isSecret(String variable) {
    String lower = Chars.lower(variable);
    for (String word : SECRET_WORDS) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static void addName(
      SortedMap<String, Kind> kinds, @org.jspecify.annotations.Nullable String value, Kind kind) {
    if (value == null) {
      return;
    }
    String name = value.strip();
    add(kinds, name, kind);
    // "DOMAIN\\user", "user@domain", "First Last", "first.last"
    for (String part : split(name)) {
      add(kinds, part, kind);
    }
    if (name.length() > 8) {
      // The name that old programs of Windows see.
      add(kinds, name.replace(" ", "").substring(0, 6) + "~1", kind);
    }
  }

  private static void addHome(
      SortedMap<String, Kind> kinds, @org.jspecify.annotations.Nullable String value) {
    if (value == null) {
      return;
    }
    int from = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || value.charAt(i) == '/' || value.charAt(i) == '\\') {
        String segment = value.substring(from, i);
        if (!HOME_FOLDERS.contains(segment, 0, segment.length())) {
          add(kinds, segment, Kind.USER);
        }
        from = i + 1;
      }
    }
  }

  private static void addHost(SortedMap<String, Kind> kinds, String value) {
    String host = value.strip();
    while (host.startsWith("\\")) {
      host = host.substring(1);
    }
    add(kinds, host, Kind.HOST);
    int dot = host.indexOf('.');
    if (dot > 0) {
      add(kinds, host.substring(0, dot), Kind.HOST);
    }
  }

  private static void add(SortedMap<String, Kind> kinds, String value, Kind kind) {
    String trimmed = value.strip();
    int length = trimmed.length();
    if (length < MIN_LENGTH
        || length > MAX_LENGTH
        || kinds.size() >= MAX_VALUES
        || Words.isCommon(trimmed, 0, length)
        || DEFAULT_NAMES.contains(trimmed, 0, length)
        || (Grammars.isDecimal(trimmed) && kind != Kind.SECRET && kind != Kind.MAC)
        || Words.isNoValue(trimmed, 0, length)
        || (kind == Kind.SECRET && isPlainPath(trimmed))) {
      return;
    }
    if (kinds.get(trimmed) != Kind.SECRET) {
      kinds.put(trimmed, kind);
    }
  }

  /** Variables such as {@code SSH_AUTH_SOCK} and {@code KEYMAP_FILE} hold paths, not secrets. */
  private static boolean isPlainPath(String value) {
    return value.startsWith("/") && value.indexOf(' ') < 0;
  }

  private static List<String> split(String name) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || "\\@. ".indexOf(name.charAt(i)) >= 0) {
        if (i > from) {
          parts.add(name.substring(from, i));
        }
        from = i + 1;
      }
    }
    return parts;
  }
}

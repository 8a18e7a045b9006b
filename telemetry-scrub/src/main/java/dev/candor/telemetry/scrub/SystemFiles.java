package dev.candor.telemetry.scrub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the system keeps in files about this machine: its names and its addresses. No name server is
 * asked, and no class that opens sockets is loaded. A file that is missing or cannot be read tells
 * nothing.
 */
final class SystemFiles {
  /** The most addresses of one sort. */
  static final int MOST = 16;

  private static final int MAX_BYTES = 256 * 1024;
  private static final String LOCAL = " host LOCAL";
  private static final String LEAF = "|-- ";

  private final Path root;

  /** Files below a folder; that is {@code /} but in tests. */
  SystemFiles(Path root) {
    this.root = root;
  }

  /** The names of the host: the kernel's or the configured one, and those of macOS. */
  List<String> hostNames() {
    List<String> names = new ArrayList<>();
    Optional.of(line("proc/sys/kernel/hostname"))
        .filter(name -> !name.isEmpty())
        .or(() -> Optional.of(line("etc/hostname")).filter(name -> !name.isEmpty()))
        .ifPresent(names::add);
    String preferences =
        text(root.resolve("Library/Preferences/SystemConfiguration/preferences.plist"));
    for (String key : List.of("ComputerName", "HostName", "LocalHostName")) {
      plistValue(preferences, key).ifPresent(names::add);
    }
    return names;
  }

  /** The hardware addresses of the network interfaces, with colons. */
  Set<String> hardwareAddresses() {
    Set<String> addresses = new TreeSet<>();
    for (Path one : children(root.resolve("sys/class/net"))) {
      String address = text(one.resolve("address")).strip();
      // Of loopback and tunnels it is nothing but zeros.
      if (isHardware(address)) {
        addresses.add(address);
      }
      if (addresses.size() == MOST) {
        break; // a host of containers has thousands
      }
    }
    return addresses;
  }

  /** The addresses of version 4 that are this machine's: leaves of the kernel's table of routes. */
  Set<String> addresses4() {
    Set<String> addresses = new TreeSet<>();
    String leaf = "";
    for (String line : text(root.resolve("proc/net/fib_trie")).lines().toList()) {
      int at = line.indexOf(LEAF);
      if (at >= 0) {
        leaf = line.substring(at + LEAF.length()).strip();
      } else if (line.endsWith(LOCAL) && addresses.size() < MOST && !isNobody(leaf)) {
        addresses.add(leaf);
      }
    }
    return addresses;
  }

  /** The addresses of version 6, each as 32 hexadecimal digits. */
  Set<String> addresses6() {
    Set<String> addresses = new TreeSet<>();
    for (String line : text(root.resolve("proc/net/if_inet6")).lines().toList()) {
      int blank = line.indexOf(' ');
      // Loopback and "any" begin with zeros.
      if (blank == 32
          && addresses.size() < MOST
          && Grammars.isHex32(line.substring(0, blank))
          && !line.startsWith("0".repeat(24))) {
        addresses.add(line.substring(0, blank));
      }
    }
    return addresses;
  }

  /** An address of version 6 as it is usually written: the longest row of zeros is two colons. */
  static String written(String digits) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < digits.length(); i += 4) {
      row.append(':').append(Integer.toHexString(Integer.parseInt(digits.substring(i, i + 4), 16)));
    }
    String groups = row.toString();
    for (int zeros = 7; zeros > 1; zeros--) {
      int at = (groups + ":").indexOf(":0".repeat(zeros) + ":");
      if (at >= 0) {
        String tail = groups.substring(at + 2 * zeros);
        return (at == 0 ? "" : groups.substring(1, at)) + (tail.isEmpty() ? "::" : ":" + tail);
      }
    }
    return groups.substring(1);
  }

  private static boolean isNobody(String address) {
    return address.isEmpty() || address.startsWith("127.") || address.startsWith("0.");
  }

  private static boolean isHardware(String address) {
    boolean zero = true;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (i % 3 == 2 ? c != ':' : !Chars.isHex(c)) {
        return false;
      }
      zero &= c == ':' || c == '0';
    }
    return address.length() >= 17 && address.length() % 3 == 2 && !zero;
  }

  /** The text behind a key of a property list that is written as XML; others are not read. */
  private static Optional<String> plistValue(String plist, String key) {
    int at = plist.indexOf("<key>" + key + "</key>");
    int from = at < 0 ? -1 : plist.indexOf("<string>", at);
    int to = from < 0 ? -1 : plist.indexOf("</string>", from);
    int other = at < 0 ? -1 : plist.indexOf("<key>", at + 1);
    return to < 0 || (other >= 0 && other < from)
        ? Optional.empty()
        : Optional.of(plain(plist.substring(from + "<string>".length(), to)));
  }

  private static String plain(String xml) {
    return xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  private String line(String file) {
    return text(root.resolve(file)).strip();
  }

  private static List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path one : all) {
        children.add(one);
      }
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
    Collections.sort(children);
    return children;
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }
}

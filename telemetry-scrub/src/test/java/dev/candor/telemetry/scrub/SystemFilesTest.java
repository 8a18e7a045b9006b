package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine whose files lie in a folder of the test. */
@Tag("P4")
@Tag("SQ-63")
class SystemFilesTest {
  private static final String TRIE =
      """
      Main:
        +-- 0.0.0.0/0 3 0 4
           |-- 0.0.0.0
              /0 universe UNICAST
           +-- 127.0.0.0/8 2 0 2
              |-- 127.0.0.1
                 /32 host LOCAL
           +-- 192.0.2.0/24 2 0 2
              |-- 192.0.2.0
                 /24 link UNICAST
              |-- 192.0.2.17
                 /32 host LOCAL
              |-- 192.0.2.255
                 /32 link BROADCAST
      """;

  private static final String PLIST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <plist version="1.0"><dict>
        <key>HostName</key>
        <integer>3</integer>
        <key>ComputerName</key>
        <string>Jane &amp; Bo\u2019s Mac</string>
        <key>ComputerNameEncoding</key>
        <integer>0</integer>
        <key>LocalHostName</key>
        <string>Janes-Mac</string>
      </dict></plist>
      """;

  @TempDir Path root;

  private void put(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private KnownValues known() {
    return KnownValues.of(Map.of(), Map.of(), new SystemFiles(root));
  }

  private String sanitized(String text) {
    return Sanitizer.create(known()).sanitize("", text, Carrier.LOG_BODY);
  }

  @Test
  void known_hardwareAddresses_withAndWithoutColons() throws IOException {
    put("sys/class/net/lo/address", "00:00:00:00:00:00\n");
    put("sys/class/net/eth0/address", "02:fc:00:ab:00:01\n");
    put("sys/class/net/eth1/address", "02:11:22:33:44:55\n");
    put("sys/class/net/tun0/address", "\n");
    put("sys/class/net/bonding_masters", "bond0\n");

    assertThat(known().kinds())
        .containsOnly(
            Map.entry("02:fc:00:ab:00:01", Kind.MAC),
            Map.entry("02fc00ab0001", Kind.MAC),
            Map.entry("02:11:22:33:44:55", Kind.MAC),
            Map.entry("021122334455", Kind.MAC));
  }

  @Test
  void known_hostOfThousandInterfaces_isBounded() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      put(
          "sys/class/net/veth%d/address".formatted(i),
          "02:fc:00:ab:%02x:%02x".formatted(i / 256, i % 256));
    }

    assertThat(known().kinds()).hasSize(2 * SystemFiles.MOST);
  }

  @Test
  void known_addressesOfRoutes_onlyThoseOfThisMachine() throws IOException {
    put("proc/net/fib_trie", TRIE);

    assertThat(known().kinds()).containsOnly(Map.entry("192.0.2.17", Kind.IP));
  }

  @Test
  void known_addressesOfVersion6_asDigitsAndAsWritten() throws IOException {
    put(
        "proc/net/if_inet6",
        """
        00000000000000000000000000000001 01 80 10 80       lo
        fe8000000000000000fc00fffe000001 04 40 20 80     eth0
        """);

    assertThat(known().kinds())
        .containsOnly(
            Map.entry("fe8000000000000000fc00fffe000001", Kind.IP),
            Map.entry("fe80::fc:ff:fe00:1", Kind.IP));
  }

  @ParameterizedTest
  @CsvSource({
    "20010db8000000000000000000000001, 2001:db8::1",
    "20010db8000000010000000000000000, 2001:db8:0:1::",
    "20010db8000100020003000400050006, 2001:db8:1:2:3:4:5:6",
    "20010db8000000030000000000050006, 2001:db8:0:3::5:6",
    "00000000000000000001000200030004, ::1:2:3:4",
  })
  void written_address_isShort(String digits, String written) {
    assertThat(SystemFiles.written(digits)).isEqualTo(written);
  }

  @Test
  void known_propertyListOfMacOs_tellsItsNames() throws IOException {
    put("Library/Preferences/SystemConfiguration/preferences.plist", PLIST);

    assertThat(known().kinds())
        .containsOnly(
            Map.entry("Jane & Bo\u2019s Mac", Kind.HOST), Map.entry("Janes-Mac", Kind.HOST));
  }

  @Test
  void known_hostName_isTheKernelsOrTheConfiguredOne() throws IOException {
    put("etc/hostname", "smithlab-old\n");
    assertThat(known().kinds()).containsOnlyKeys("smithlab-old");

    put("proc/sys/kernel/hostname", "smithlab-new\n");
    assertThat(known().kinds()).containsOnlyKeys("smithlab-new");
  }

  @Test
  void known_filesOfAnotherForm_tellNothing() throws IOException {
    put("proc/net/fib_trie/odd", "a folder in the place of a file");
    put("proc/net/if_inet6", "zz80000000000000\nfe80 01\n\u0000\n");
    put("sys/class/net", "a file in the place of a folder");
    put("Library/Preferences/SystemConfiguration/preferences.plist", "bplist00\u0001ComputerName");

    assertThat(known().kinds()).isEmpty();
  }

  @Test
  void known_noFiles_tellNothing() {
    assertThat(known().kinds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "camera 02fc00ab0001 is lost                | camera <mac> is lost",
        "camera 02FC00AB0001 is lost                | camera <mac> is lost",
        "camera MDJmYzAwYWIwMDAx is lost            | camera <mac> is lost",
        "camera 303266633030616230303031 is lost    | camera <mac> is lost",
        "camera %302fc00ab0001 is lost              | camera <mac> is lost",
        "version 192.0.2.17 at eth0                 | version <ip> at eth0",
        "version 192.0.2.171 stays                  | version 192.0.2.171 stays",
        "row 192 0 2 17 of a table                  | row 192 0 2 17 of a table",
        "from fe8000000000000000fc00fffe000001 on   | from <ip> on",
      })
  void sanitize_addressOfThisMachine_isFoundWhereNoShapeTellsIt(String text, String clean)
      throws IOException {
    put("sys/class/net/eth0/address", "02:fc:00:ab:00:01\n");
    put("proc/net/fib_trie", TRIE);
    put("proc/net/if_inet6", "fe8000000000000000fc00fffe000001 04 40 20 80     eth0\n");

    assertThat(sanitized(text)).isEqualTo(clean);
  }
}

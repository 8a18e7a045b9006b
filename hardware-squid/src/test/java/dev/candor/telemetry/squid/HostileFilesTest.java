package dev.candor.telemetry.squid;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SQ-29")
@Tag("P9")
class HostileFilesTest {
  private static final String[] FORMATS = {"a.ini", "a.yaml", "a.json", "a.xml"};

  @TempDir Path folder;
  private final ConfigReader reader = new ConfigReader(FileOpener.system());

  @ParameterizedTest
  @ValueSource(strings = {"a.ini", "a.yaml", "a.json", "a.xml"})
  void read_emptyOrBlank_isEmpty(String name) throws IOException {
    assertThat(reason(name, new byte[0])).isEqualTo(UnreadableReason.EMPTY);
    assertThat(reason(name, " \r\n\t".getBytes(UTF_8))).isEqualTo(UnreadableReason.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.ini", "a.yaml", "a.json", "a.xml"})
  void read_binary_isBinary(String name) throws IOException {
    assertThat(reason(name, new byte[] {'{', 0, 1, 2, (byte) 0x80}))
        .isEqualTo(UnreadableReason.BINARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.ini", "a.yaml", "a.json", "a.xml"})
  void read_tenMegabytes_isTooLarge(String name) throws IOException {
    byte[] bytes = new byte[10 * 1024 * 1024];
    Arrays.fill(bytes, (byte) 'a');

    assertThat(reason(name, bytes)).isEqualTo(UnreadableReason.TOO_LARGE);
  }

  @Test
  void read_fileThatGrows_isTooLarge() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "a: 1");
    byte[] grown = new byte[ConfigReader.MAX_BYTES + 1];
    ConfigReader growing = new ConfigReader(path -> new ByteArrayInputStream(grown));

    assertThat(growing.read(file).reason()).contains(UnreadableReason.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({
    "a.json,'{\"a\": [1, 2'",
    "a.json,'{\"a\": tru'",
    "a.yaml,'a: [1, 2'",
    "a.xml,'<a><b c=\"1\"'"
  })
  void read_truncated_isSyntax(String name, String text) throws IOException {
    assertThat(reason(name, text.getBytes(UTF_8))).isEqualTo(UnreadableReason.SYNTAX);
  }

  @ParameterizedTest
  @CsvSource({
    "a.ini,'key = 1'",
    "a.ini,'[a]\nno delimiter'",
    "a.ini,'[a]\n= 1'",
    "a.yaml,'a: *nobody'",
    "a.yaml,'? [1]\n: 2'",
    "a.json,'{} {}'",
    "a.json,'[1,]'",
    "a.xml,'no tag'",
    "a.xml,'<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>'"
  })
  void read_brokenRules_isSyntax(String name, String text) throws IOException {
    assertThat(reason(name, text.getBytes(UTF_8))).isEqualTo(UnreadableReason.SYNTAX);
  }

  @ParameterizedTest
  @CsvSource({
    "a.ini,'[a]\nk = 1\nK = 2'",
    "a.ini,'[a]\n[A]'",
    "a.yaml,'a: 1\na: 2'",
    "a.json,'{\"a\": 1, \"a\": 2}'"
  })
  void read_keyTwice_isDuplicateKey(String name, String text) throws IOException {
    assertThat(reason(name, text.getBytes(UTF_8))).isEqualTo(UnreadableReason.DUPLICATE_KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.ini", "a.yaml", "a.json", "a.xml"})
  void read_otherCharset_isCharset(String name) throws IOException {
    assertThat(reason(name, "[a]\nk = 1".getBytes(UTF_16))).isEqualTo(UnreadableReason.CHARSET);
    assertThat(reason(name, "größe: 1".getBytes(ISO_8859_1))).isEqualTo(UnreadableReason.CHARSET);
  }

  @ParameterizedTest
  @CsvSource({
    "a.ini,'[a]\r\nk = 1\r\n',2",
    "a.yaml,'a: 1\r\nb: 2\r\n',2",
    "a.json,'{\"a\":\r\n1}',1"
  })
  void read_byteOrderMarkAndWindowsLines_isRead(String name, String text, int keys)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), "\ufeff" + text);

    assertThat(reader.read(file).orNothing().keys()).isEqualTo(keys);
  }

  @Test
  void read_aliasBomb_isTooManyValues() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
    }

    assertThat(reason("a.yaml", bomb.toString().getBytes(UTF_8)))
        .isEqualTo(UnreadableReason.TOO_MANY_VALUES);
  }

  @ParameterizedTest
  @CsvSource({"a.json,'[','{},','1]'", "a.yaml,'a: [','{},','1]'", "a.xml,'<a>','<b/>','</a>'"})
  void read_veryManyValues_isTooManyValues(String name, String start, String value, String end)
      throws IOException {
    String text = start + value.repeat(ConfigReader.MAX_VALUES) + end;

    assertThat(reason(name, text.getBytes(UTF_8))).isEqualTo(UnreadableReason.TOO_MANY_VALUES);
  }

  @Test
  void read_deepNesting_isTooDeep() throws IOException {
    String open = "[".repeat(100_000);

    assertThat(reason("a.json", open.getBytes(UTF_8))).isEqualTo(UnreadableReason.TOO_DEEP);
    assertThat(reason("a.yaml", open.getBytes(UTF_8))).isEqualTo(UnreadableReason.TOO_DEEP);
    assertThat(reason("a.xml", "<a>".repeat(100_000).getBytes(UTF_8)))
        .isEqualTo(UnreadableReason.TOO_DEEP);
  }

  @Test
  void read_directory_isDirectory() throws IOException {
    for (String name : FORMATS) {
      assertThat(reader.read(Files.createDirectory(folder.resolve(name))).reason())
          .contains(UnreadableReason.DIRECTORY);
    }
  }

  @Test
  void read_missing_isMissing() {
    assertThat(reader.read(folder.resolve("a.ini")).reason()).contains(UnreadableReason.MISSING);
    assertThat(reader.read(folder.resolve("a/b.ini")).reason()).contains(UnreadableReason.MISSING);
  }

  @Test
  void read_vanishing_isMissing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.ini"), "[a]");
    ConfigReader vanishing =
        new ConfigReader(
            path -> {
              throw new NoSuchFileException("gone");
            });

    assertThat(vanishing.read(file).reason()).contains(UnreadableReason.MISSING);
  }

  @Test
  void read_refusedOrFailing_isDeniedOrIo() throws IOException {
    Path file = Files.writeString(folder.resolve("a.ini"), "[a]");
    ConfigReader refused =
        new ConfigReader(
            path -> {
              throw new AccessDeniedException("no");
            });
    ConfigReader failing =
        new ConfigReader(
            path -> {
              throw new IOException("broken");
            });

    assertThat(refused.read(file).reason()).contains(UnreadableReason.DENIED);
    assertThat(failing.read(file).reason()).contains(UnreadableReason.IO);
  }

  @Test
  @Tag("posix")
  void read_linkLoop_isLinkLoop() throws IOException {
    Path one = folder.resolve("one.ini");
    Path two = folder.resolve("two.ini");
    Files.createSymbolicLink(one, two);
    Files.createSymbolicLink(two, one);
    Path dangling = Files.createSymbolicLink(folder.resolve("d.ini"), folder.resolve("nobody"));

    assertThat(reader.read(one).reason()).contains(UnreadableReason.LINK_LOOP);
    assertThat(reader.read(dangling).reason()).contains(UnreadableReason.MISSING);
  }

  @Test
  @Tag("posix")
  void read_device_isNotAFile() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("a.yaml"), Path.of("/dev/zero"));

    assertThat(reader.read(link).reason()).contains(UnreadableReason.NOT_A_FILE);
    Files.delete(link);
  }

  @Test
  void read_otherFormat_isUnknownFormat() throws IOException {
    assertThat(reason("a.txt", "a".getBytes(UTF_8))).isEqualTo(UnreadableReason.UNKNOWN_FORMAT);
  }

  @Test
  void toString_ofEverythingRead_showsNoContent() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.yaml"), "secretkey: [secretvalue, {a: secret}]");

    assertThat(reader.read(file).toString()).doesNotContain("secret");
  }

  private UnreadableReason reason(String name, byte[] bytes) throws IOException {
    return reader.read(Files.write(folder.resolve(name), bytes)).reason().orElseThrow();
  }
}

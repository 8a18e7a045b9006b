package dev.candor.telemetry.testkit;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P4")
class ByteScanTest {
  private static final ByteScan SCAN = ByteScan.of("Smith Lab", "patient 0042", "MCF7");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in Smith Lab today",
        "SMITH LAB",
        "smith lab",
        "a=Smith%20Lab&b",
        "a=smith%20LAB",
        "a=Smith+Lab",
        "%53%6d%69%74%68%20%4C%61%62",
        "patient 0042.tif",
        "mcf7"
      })
  void in_text_isFound(String text) {
    assertThat(SCAN.in("text", text.getBytes(UTF_8))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "smith, lab", "Smithlab", "patient 0043", "mcf 7", "hello world"})
  void in_otherText_isNotFound(String text) {
    assertThat(SCAN.in("text", text.getBytes(UTF_8))).isEmpty();
    SCAN.assertNothingIn("text", text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void in_base64_isFoundAtEveryAlignment(int before) {
    for (String spelling : new String[] {"Smith Lab", "smith lab", "SMITH LAB", "MCF7"}) {
      byte[] hidden = ("\u00ff".repeat(before) + spelling + "?~?").getBytes(UTF_8);

      assertThat(SCAN.in("b", Base64.getEncoder().encode(hidden))).isNotEmpty();
      assertThat(SCAN.in("b", Base64.getUrlEncoder().encode(hidden))).isNotEmpty();
      assertThat(SCAN.in("b", Base64.getMimeEncoder().encode(hidden))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "SHA-1", "SHA-256"})
  void in_hash_isFound(String algorithm) throws Exception {
    for (String spelling : new String[] {"patient 0042", "PATIENT 0042"}) {
      byte[] hash = MessageDigest.getInstance(algorithm).digest(spelling.getBytes(UTF_8));

      assertThat(SCAN.in("h", hash)).isNotEmpty();
      assertThat(SCAN.in("h", HexFormat.of().formatHex(hash).getBytes(UTF_8))).isNotEmpty();
      assertThat(SCAN.in("h", HexFormat.of().withUpperCase().formatHex(hash).getBytes(UTF_8)))
          .isNotEmpty();
      assertThat(SCAN.in("h", Base64.getEncoder().encode(hash))).isNotEmpty();
      assertThat(SCAN.in("h", Base64.getUrlEncoder().withoutPadding().encode(hash))).isNotEmpty();
    }
  }

  @Test
  void in_utf16_isFound() {
    assertThat(SCAN.in("u", "xSmith Lab".getBytes(UTF_16LE))).isNotEmpty();
  }

  @Test
  void in_gzip_isUnpacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("in Smith Lab".repeat(9).getBytes(UTF_8));
    }

    assertThat(SCAN.in("z", bytes.toByteArray()))
        .extracting(ByteScan.Hit::where)
        .containsOnly("z (unpacked)");
    assertThat(SCAN.in("z", new byte[] {0x1f, (byte) 0x8b, 0, 0})).isEmpty();
  }

  @Test
  void in_folder_searchesNamesAndContents(@CandorFolder Path folder) throws IOException {
    SCAN.assertNothingIn(folder);
    Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("MCF7.txt"), "clean");
    Files.writeString(folder.resolve("b.txt"), "0 patient 0042");

    assertThat(SCAN.wordsIn(folder)).containsExactly("MCF7", "patient 0042");
    assertThat(SCAN.in(folder)).contains(new ByteScan.Hit("patient 0042", "plain", "b.txt", 2));
    assertThatThrownBy(() -> SCAN.assertNothingIn(folder)).hasMessageContaining("b.txt");
    assertThatThrownBy(() -> SCAN.assertNothingIn("x", "mcf7".getBytes(UTF_8)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void of_shortWord_isRefused() {
    assertThatThrownBy(() -> ByteScan.of("ab")).isInstanceOf(IllegalArgumentException.class);
  }
}

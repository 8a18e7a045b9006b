package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SourceSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdsTest {
  private static final SourceSession SESSION =
      new SourceSession(
          "squid",
          "run-1",
          "1.0",
          RunEnvironment.SIMULATION,
          Instant.parse("2026-11-17T12:00:00Z"));
  private final SecureRandom random = new SecureRandom();
  @TempDir Path folder;

  @Test
  void itemId_sameThing_isTheDocumentedHash() {
    SourceKey key = new SourceKey(SESSION);

    assertThat(key.itemId("acquisition.run", 3))
        .isEqualTo(Hex.sha256("candor/1\0squid\0run-1\0acquisition.run\0" + 3).substring(0, 48))
        .isEqualTo(new SourceKey(SESSION).itemId("acquisition.run", 3))
        .isNotEqualTo(key.itemId("acquisition.run", 4));
  }

  @Test
  void sessionId_ofSource_isVersion7WithItsStart() {
    UUID id = UUID.fromString(new SourceKey(SESSION).sessionId());

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(SESSION.started().toEpochMilli());
  }

  @Test
  @Tag("SQ-13")
  @Tag("SV-6")
  @Tag("SV-67")
  void installation_obtainedTwice_isTheSame() throws IOException {
    Path file = folder.resolve("data/installation.json");
    Installation first = Installation.obtain(file, true, random);

    assertThat(Installation.obtain(file, true, random)).isEqualTo(first);
    assertThat(UUID.fromString(first.id()).version()).isEqualTo(4);
    assertThat(first.toString()).doesNotContain(first.id()).doesNotContain(first.secret());
  }

  @Test
  void installation_withoutId_getsOneLaterAndKeepsItsSecret() throws IOException {
    Path file = folder.resolve("installation.json");
    Installation local = Installation.obtain(file, false, random);

    Installation known = Installation.obtain(file, true, random);

    assertThat(local.id()).isNull();
    assertThat(known.id()).isNotNull();
    assertThat(known.secret()).isEqualTo(local.secret());
  }

  @Test
  @Tag("SQ-75")
  void hash_sameSecret_isDeterministicAndKeyed() throws IOException {
    Installation one = Installation.obtain(folder.resolve("one.json"), false, random);
    Installation other = Installation.obtain(folder.resolve("other.json"), false, random);

    assertThat(one.hash("camera 7")).hasSize(32).isEqualTo(one.hash("camera 7"));
    assertThat(one.hash("camera 7")).isNotEqualTo(one.hash("camera 8"));
    assertThat(one.hash("camera 7")).isNotEqualTo(other.hash("camera 7"));
    assertThat(one.hash("camera 7")).isNotEqualTo(Hex.sha256("camera 7").substring(0, 32));
  }

  @Test
  @Tag("P3")
  void destroy_installation_leavesNoFile() throws IOException {
    Path file = folder.resolve("installation.json");
    Installation.obtain(file, true, random);
    Files.copy(file, folder.resolve("installation.json.new"));

    Installation.destroy(file);
    Installation.destroy(file);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void read_damagedFile_isNone() throws IOException {
    Path file = Files.writeString(folder.resolve("installation.json"), "{\"secret\":\"abc\"}");

    assertThat(Installation.read(file)).isNull();
  }
}

package dev.candor.telemetry.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The folder of the first gateway, killed while it sent. Of the spans for Amplitude 0 to 2 were
 * delivered, 3 and 4 were on the wire, 5 to 9 waited; the path {@code /store} had 0 and 1.
 */
final class OlderStore {
  private static final Instant LEFT = Instant.parse("2026-11-28T13:59:00Z");

  private OlderStore() {}

  /** Writes it down. */
  static void write(Path data) {
    try {
      Files.createDirectories(data);
      byte[] key = HexFormat.of().parseHex(resource("ids.key.hex").strip());
      Files.write(data.resolve("ids.key"), key);
      for (String path : new String[] {"amplitude", "store"}) {
        execute(data.resolve(path), resource(path + ".sql"));
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets a store be one of a version that is not written yet. */
  static void age(Path data, String path) {
    try {
      execute(data.resolve(path), "PRAGMA user_version=99");
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A clock that runs on from a minute after the kill. */
  static Clock clock() {
    return Clock.offset(
        Clock.systemUTC(), Duration.between(Instant.now(), LEFT.plus(Duration.ofMinutes(1))));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = OlderStore.class.getResourceAsStream("/older/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void execute(Path folder, String script) throws IOException, SQLException {
    Files.createDirectories(folder);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script); // takes many statements, where execute takes one
    }
  }
}

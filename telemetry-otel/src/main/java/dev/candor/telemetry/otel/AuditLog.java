package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.ConsentRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who answered what and when. Each line carries the SHA-256 of the line before and itself, so that
 * a line that was changed or taken out is seen. Holds no content, and survives a withdrawal.
 *
 * <p>It begins with the first yes: a no alone leaves {@code consent.json} and nothing else.
 */
final class AuditLog {
  private static final String OPEN = "{\"entry\":";
  private static final String HASH = ",\"hash\":\"";
  private static final String CLOSE = "\"}";
  private static final String ROOT = "0".repeat(64);
  private static final int MOST_BYTES = 8 << 20;

  private final Path file;

  AuditLog(Path file) {
    this.file = file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** Appends one line; the caller holds the folder's lock. */
  void append(StoredConsent consent) throws IOException {
    List<String> lines = lines();
    String last = lines.isEmpty() ? ROOT : hashOf(lines.get(lines.size() - 1));
    String entry = ConsentJson.write(consent);
    String line = OPEN + entry + HASH + Hex.sha256(last + "\n" + entry) + CLOSE + "\n";
    PrivateFiles.append(file, (isTorn() ? "\n" + line : line).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * All answers, oldest first, up to the first line that does not fit its predecessor. A line that
   * a crash cut short is left out.
   */
  List<ConsentRecord> history() {
    List<ConsentRecord> records = new ArrayList<>();
    try {
      String last = ROOT;
      for (String line : lines()) {
        if (!line.endsWith(CLOSE)) {
          last = hashOf(line);
          continue;
        }
        String entry = entryOf(line);
        String hash = hashOf(line);
        if (!hash.equals(Hex.sha256(last + "\n" + entry))) {
          break;
        }
        records.add(record(ConsentJson.read(entry)));
        last = hash;
      }
    } catch (IOException e) {
      Warnings.fault("audit log");
    }
    return records;
  }

  /** The highest number of an answer in it, or 0. */
  long lastGrant() {
    return history().stream().mapToLong(record -> record.answer().grant()).max().orElse(0);
  }

  /** Tells whether every line fits its predecessor. */
  boolean isWhole() {
    try {
      return history().size() == lines().size();
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> lines() throws IOException {
    try {
      return SmallFiles.readString(file, MOST_BYTES).lines().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private boolean isTorn() throws IOException {
    return exists() && !Files.readString(file).endsWith("\n");
  }

  private static ConsentRecord record(StoredConsent consent) {
    return new ConsentRecord(
        consent.at(),
        new ConsentAnswer(State.ANSWERED, consent.authority(), consent.grant(), consent.inForce()));
  }

  private static String entryOf(String line) throws IOException {
    int hash = line.lastIndexOf(HASH);
    if (!line.startsWith(OPEN) || hash < 0 || !line.endsWith(CLOSE)) {
      throw new IOException("not a line of the audit log");
    }
    return line.substring(OPEN.length(), hash);
  }

  // A torn last line has no hash; the chain goes on from what is there.
  private static String hashOf(String line) {
    int hash = line.lastIndexOf(HASH);
    return hash < 0 || !line.endsWith(CLOSE)
        ? Hex.sha256(line)
        : line.substring(hash + HASH.length(), line.length() - CLOSE.length());
  }
}

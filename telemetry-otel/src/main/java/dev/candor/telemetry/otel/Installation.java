package dev.candor.telemetry.otel;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pseudonymous id of this installation and the secret for keyed hashes. Both random, tied to
 * nothing; no address of hardware, host or person goes into them.
 *
 * @param id the id, or null while the answer allows none
 * @param secret 32 bytes as hexadecimal digits; never leaves
 */
record Installation(@Nullable String id, String secret) {

  /** Reads the file, or makes and writes what is missing. Off the application's threads. */
  static Installation obtain(Path file, boolean withId, SecureRandom random) throws IOException {
    return FolderLock.beside(file, () -> complete(file, withId, random));
  }

  private static Installation complete(Path file, boolean withId, SecureRandom random)
      throws IOException {
    Installation found = read(file);
    if (found != null && (!withId || found.id != null)) {
      return found;
    }
    String id = withId ? version4(random).toString() : null;
    Installation made = new Installation(id, found == null ? secret(random) : found.secret);
    PrivateFiles.replace(file, made.json().getBytes(StandardCharsets.UTF_8));
    return made;
  }

  /** Reads the file; null if there is none or it is damaged, because then a new id is better. */
  static @Nullable Installation read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException | RuntimeException e) {
      Warnings.fault("installation file");
      return null;
    }
  }

  /** Overwrites and deletes the file. */
  static void destroy(Path file) {
    try {
      PrivateFiles.shred(file);
      // A kill in the middle of writing leaves the second.
      PrivateFiles.shred(PrivateFiles.fresh(file));
    } catch (IOException e) {
      Warnings.once("the installation's id could not be deleted");
    }
  }

  /** The keyed hash of a value: 32 hexadecimal digits. */
  String hash(String value) {
    return Hmac.sha256(Hex.bytes(secret), value);
  }

  private static UUID version4(SecureRandom random) {
    long high = (random.nextLong() & ~0xf000L) | 0x4000L;
    return new UUID(high, (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | Long.MIN_VALUE);
  }

  private static String secret(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Hex.of(bytes);
  }

  private String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.STRICT.createGenerator(text)) {
      json.writeStartObject();
      if (id != null) {
        json.writeStringField("id", id);
      }
      json.writeStringField("secret", secret);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static Installation parse(String text) throws IOException {
    String id = null;
    String secret = "";
    try (JsonParser json = Json.STRICT.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        if (field.equals("id")) {
          id = UUID.fromString(json.getText()).toString();
        } else if (field.equals("secret")) {
          secret = json.getText();
        }
      }
    }
    if (Hex.bytes(secret).length != 32) {
      throw new IOException("not an installation file");
    }
    return new Installation(id, secret);
  }

  /** Shows neither. */
  @Override
  public String toString() {
    return "Installation";
  }
}

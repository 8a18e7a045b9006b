package dev.candor.telemetry.otel;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads what may have to be read before anybody has said yes.
 *
 * <p>Not by channels: their first use loads the JDK's network library, which opens sockets to find
 * out what the system can do. They lead nowhere, but a program that may say nothing opens none.
 */
final class SmallFiles {
  /** More than an answer or a policy can be. */
  static final int MOST_BYTES = 1 << 16;

  private SmallFiles() {}

  /**
   * Reads all of it, if it has at most so many bytes.
   *
   * @throws NoSuchFileException if there is none
   * @throws FileSystemException if it cannot be opened; nothing is known of what it says
   * @throws IOException if it is a folder, larger, or cannot be read
   */
  static byte[] read(Path file, int most) throws IOException {
    // A stream would not say what is wrong, and would wait at a pipe for ever.
    BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
    if (seen.isOther()) {
      throw new FileSystemException("a pipe or socket");
    }
    if (seen.isDirectory()) {
      throw new IOException("a folder");
    }
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) {
        throw new IOException("larger than such a file can be");
      }
      return content;
    } catch (FileNotFoundException e) {
      throw new FileSystemException("no right to read");
    }
  }

  /** Reads all of it as UTF-8; throws like {@link #read}, and if it is none. */
  static String readString(Path file, int most) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read(file, most))).toString();
  }
}

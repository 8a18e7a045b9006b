package dev.candor.telemetry.squid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads a file as UTF-8 text within a limit, or says why not. */
final class FileText {
  private FileText() {}

  static String read(Path file, FileOpener opener, int limit) throws UnreadableException {
    byte[] bytes;
    try {
      bytes = bytes(file, opener, limit);
    } catch (NoSuchFileException e) {
      throw new UnreadableException(isLink(file) ? linkReason(file) : UnreadableReason.MISSING);
    } catch (AccessDeniedException e) {
      throw new UnreadableException(UnreadableReason.DENIED);
    } catch (FileSystemLoopException e) {
      throw new UnreadableException(UnreadableReason.LINK_LOOP);
    } catch (IOException e) {
      throw new UnreadableException(isLink(file) ? linkReason(file) : UnreadableReason.IO);
    }
    return text(bytes);
  }

  private static byte[] bytes(Path file, FileOpener opener, int limit)
      throws IOException, UnreadableException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new UnreadableException(UnreadableReason.DIRECTORY);
    }
    if (!attributes.isRegularFile()) {
      // Opening a pipe would wait for somebody to write.
      throw new UnreadableException(UnreadableReason.NOT_A_FILE);
    }
    if (attributes.size() > limit) {
      throw new UnreadableException(UnreadableReason.TOO_LARGE);
    }
    try (InputStream in = opener.open(file)) {
      // It may have grown since; one byte more than allowed tells.
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new UnreadableException(UnreadableReason.TOO_LARGE);
      }
      return bytes;
    }
  }

  private static boolean isLink(Path file) {
    return Files.isSymbolicLink(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static UnreadableReason linkReason(Path file) {
    Path at = file;
    // A chain this long is a loop for Linux, too.
    for (int i = 0; i < 40; i++) {
      if (!Files.isSymbolicLink(at)) {
        return UnreadableReason.MISSING;
      }
      try {
        at = at.resolveSibling(Files.readSymbolicLink(at));
      } catch (IOException e) {
        return UnreadableReason.MISSING;
      }
    }
    return UnreadableReason.LINK_LOOP;
  }

  private static String text(byte[] bytes) throws UnreadableException {
    int start = 0;
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      start = 3;
    } else if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      throw new UnreadableException(UnreadableReason.CHARSET);
    }
    for (byte b : bytes) {
      if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        throw new UnreadableException(UnreadableReason.BINARY);
      }
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
              .toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableException(UnreadableReason.CHARSET);
    }
    if (text.isBlank()) {
      throw new UnreadableException(UnreadableReason.EMPTY);
    }
    return text;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}

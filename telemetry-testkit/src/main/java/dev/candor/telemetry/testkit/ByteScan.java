package dev.candor.telemetry.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Searches bytes and files for words that must not be there, in every form in which they could
 * hide: plain and in other case, percent-encoded, UTF-16, base64 in all three alignments, and as
 * MD5, SHA-1 and SHA-256 in hexadecimal and base64.
 *
 * <p>For tests only. The demo's own search is part of the product and lives in {@code
 * telemetry-console}; this one is independent of it, so that a fault in one does not hide in both.
 */
public final class ByteScan {
  private static final int LARGEST_UNPACKED = 64 << 20;

  private final List<ByteForm> forms;

  private ByteScan(List<ByteForm> forms) {
    this.forms = forms;
  }

  /** Searches for these words. */
  public static ByteScan of(String... words) {
    List<ByteForm> forms = new ArrayList<>();
    for (String word : words) {
      forms.addAll(ByteForm.of(word));
    }
    return new ByteScan(List.copyOf(forms));
  }

  /** Returns what is found in all files below a folder, names of files included. */
  public List<Hit> in(Path folder) {
    List<Hit> hits = new ArrayList<>();
    try {
      for (Path file : below(folder)) {
        String name = folder.relativize(file).toString();
        hits.addAll(in(name, name.getBytes(StandardCharsets.UTF_8)));
        if (Files.isRegularFile(file)) {
          hits.addAll(in(name, read(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a folder could not be searched", e);
    }
    return hits;
  }

  /** Returns what is found in some bytes; a gzip stream is searched unpacked as well. */
  public List<Hit> in(String where, byte[] bytes) {
    List<Hit> hits = new ArrayList<>(search(where, bytes));
    if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      hits.addAll(search(where + " (unpacked)", unpack(bytes)));
    }
    return hits;
  }

  /** Fails if anything is found below a folder; says where and in which form. */
  public void assertNothingIn(Path folder) {
    List<Hit> hits = in(folder);
    if (!hits.isEmpty()) {
      throw new AssertionError("expected nothing, found " + hits);
    }
  }

  /** Fails if anything is found in some bytes; says in which form. */
  public void assertNothingIn(String where, byte[] bytes) {
    List<Hit> hits = in(where, bytes);
    if (!hits.isEmpty()) {
      throw new AssertionError("expected nothing, found " + hits);
    }
  }

  /** The words that are found below a folder, each once, sorted. */
  public List<String> wordsIn(Path folder) {
    TreeSet<String> words = new TreeSet<>();
    in(folder).forEach(hit -> words.add(hit.word()));
    return List.copyOf(words);
  }

  private List<Hit> search(String where, byte[] bytes) {
    byte[] lower = ByteForm.lower(bytes);
    List<Hit> hits = new ArrayList<>();
    for (ByteForm form : forms) {
      int at = form.indexIn(bytes, lower);
      if (at >= 0) {
        hits.add(new Hit(form.word(), form.name(), where, at));
      }
    }
    return hits;
  }

  /** Files and folders in order; a lock or -wal may go away while they are listed. */
  private static SortedSet<Path> below(Path folder) throws IOException {
    SortedSet<Path> found = new TreeSet<>(List.of(folder));
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            found.add(directory);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException && !file.equals(folder)) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
    return found;
  }

  private static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      // A -wal or -shm that went away since it was listed holds nothing any more.
      return new byte[0];
    }
  }

  private static byte[] unpack(byte[] bytes) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(LARGEST_UNPACKED);
    } catch (IOException e) {
      // It only begins like gzip.
      return new byte[0];
    }
  }

  /**
   * The first place of one word in one form.
   *
   * @param word the word searched for
   * @param form the form in which it was found
   * @param where the file, or what the caller called the bytes
   * @param offset the place in it
   */
  public record Hit(String word, String form, String where, int offset) {}
}

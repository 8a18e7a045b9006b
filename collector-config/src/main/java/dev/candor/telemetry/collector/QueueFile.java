package dev.candor.telemetry.collector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file of a queue, which is a bbolt database: tells whether its pages hang together. Reads
 * only, and may be asked while a Collector uses the file: a writer leaves the pages of the last
 * state alone until the next one is written whole, so what changes meanwhile is in use, not
 * damaged.
 */
final class QueueFile {
  private static final int MAGIC = 0xED0CDAED;
  private static final int HEADER = 16;
  private static final int META = 64;
  private static final int ELEMENT = 16;
  private static final int BRANCH = 1;
  private static final int LEAF = 2;
  private static final int FREELIST = 16;
  private static final int BUCKET = 1;
  private static final long NONE = -1;
  private static final int MAX_DEPTH = 64;

  private final FileChannel file;
  private final Set<Long> visited = new HashSet<>();
  private int pageSize;
  private long pages;

  private QueueFile(FileChannel file) {
    this.file = file;
  }

  /** An empty file is whole: the Collector begins a new one in it. */
  static boolean isDamaged(Path path) {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      return file.size() > 0 && !new QueueFile(file).isWhole();
    } catch (IOException | RuntimeException unreadable) {
      return true;
    }
  }

  private boolean isWhole() throws IOException {
    ByteBuffer meta = newestMeta();
    return meta != null && (hangsTogether(meta) || !meta.equals(newestMeta()));
  }

  private boolean hangsTogether(ByteBuffer meta) {
    try {
      pageSize = meta.getInt(8);
      pages = meta.getLong(40);
      long free = meta.getLong(32);
      return file.size() / pageSize >= pages
          && (free == NONE || isPage(page(free), free, FREELIST))
          && isTree(meta.getLong(16), 0);
    } catch (IOException | RuntimeException cutOffOrOverwritten) {
      return false;
    }
  }

  /** The last one that was written whole; the other is the state before. */
  private @Nullable ByteBuffer newestMeta() throws IOException {
    ByteBuffer first = meta(0);
    ByteBuffer second = first == null ? null : meta(first.getInt(8));
    for (int size = 1024; first == null && second == null && size <= 1 << 16; size <<= 1) {
      second = meta(size);
    }
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return first.getLong(48) >= second.getLong(48) ? first : second;
  }

  private @Nullable ByteBuffer meta(long position) throws IOException {
    ByteBuffer meta = read(position + HEADER, META);
    boolean whole =
        meta.getInt(0) == MAGIC
            && meta.getInt(8) >= 1024
            && Integer.bitCount(meta.getInt(8)) == 1
            && meta.getLong(56) == checksum(meta);
    return whole ? meta : null;
  }

  /** FNV-1a, as the writer counts it. */
  private static long checksum(ByteBuffer meta) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < META - 8; i++) {
      hash = (hash ^ (meta.get(i) & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }

  private boolean isTree(long id, int depth) throws IOException {
    if (depth > MAX_DEPTH || !visited.add(id)) {
      return false;
    }
    ByteBuffer page = page(id);
    if (isPage(page, id, BRANCH)) {
      return isBranch(page, depth);
    }
    return isPage(page, id, LEAF) && isLeaf(page, 0, depth);
  }

  private boolean isBranch(ByteBuffer page, int depth) throws IOException {
    int count = page.getShort(10) & 0xffff;
    for (int i = 0; i < count; i++) {
      int element = HEADER + i * ELEMENT;
      long end = element + unsigned(page, element) + unsigned(page, element + 4);
      if (end > page.capacity() || !isTree(page.getLong(element + 8), depth + 1)) {
        return false;
      }
    }
    return count > 0;
  }

  /** Entries of a leaf, and the buckets among them, which are trees of their own. */
  private boolean isLeaf(ByteBuffer page, int start, int depth) throws IOException {
    int count = page.getShort(start + 10) & 0xffff;
    for (int i = 0; i < count; i++) {
      int element = start + HEADER + i * ELEMENT;
      long value = element + unsigned(page, element + 4) + unsigned(page, element + 8);
      if (value + unsigned(page, element + 12) > page.capacity()) {
        return false;
      }
      if ((page.getInt(element) & BUCKET) != 0 && !isBucket(page, (int) value, depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean isBucket(ByteBuffer page, int value, int depth) throws IOException {
    long root = page.getLong(value);
    return root == 0 ? isLeaf(page, value + HEADER, depth + 1) : isTree(root, depth + 1);
  }

  private boolean isPage(ByteBuffer page, long id, int flags) {
    return page.getLong(0) == id && (page.getShort(8) & 0xffff) == flags;
  }

  private ByteBuffer page(long id) throws IOException {
    if (id < 2 || id >= pages) {
      throw new IOException("no such page");
    }
    long more = unsigned(read(id * pageSize, HEADER), 12);
    if (id + more >= pages) {
      throw new IOException("a page that is too long");
    }
    return read(id * pageSize, Math.toIntExact((more + 1) * pageSize));
  }

  private static long unsigned(ByteBuffer page, int position) {
    return page.getInt(position) & 0xffffffffL;
  }

  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("the file is cut off");
      }
    }
    return buffer.flip();
  }
}

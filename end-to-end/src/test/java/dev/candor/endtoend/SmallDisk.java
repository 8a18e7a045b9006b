package dev.candor.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk that is soon full and can be made larger: a file system in memory of its own, mounted at a
 * folder. Where nobody may mount, the next best: no file of one process may grow beyond a size.
 */
final class SmallDisk implements AutoCloseable {
  private final Path folder;
  private final int kib;
  private final boolean mounted;

  private SmallDisk(Path folder, int kib, boolean mounted) {
    this.folder = folder;
    this.kib = kib;
    this.mounted = mounted;
  }

  /** Makes one at a folder that is made, too. */
  static SmallDisk at(Path folder, int kib) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean mounted =
        succeeds("mount", "-t", "tmpfs", "-o", "size=" + kib + "k", "tmpfs", folder.toString());
    return new SmallDisk(folder, kib, mounted);
  }

  Path folder() {
    return folder;
  }

  /**
   * What stands in front of the command that writes there; nothing if the disk itself is small. The
   * soft limit alone: a process may raise it again.
   */
  List<String> below() {
    return mounted ? List.of() : List.of("prlimit", "--fsize=" + kib * 1024L + ":");
  }

  /** A program that starts another one below the limit. */
  Path limiting(Path program, Path at) {
    List<String> command = new ArrayList<>(below());
    command.add("'" + program + "'");
    try {
      Files.createDirectories(at.getParent());
      Files.writeString(at, "#!/bin/sh\nexec " + String.join(" ", command) + " \"$@\"\n");
      return Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes room, for the process that writes there. */
  void grow(long pid) {
    boolean grown =
        mounted
            ? succeeds("mount", "-o", "remount,size=256m", folder.toString())
            : succeeds("prlimit", "--pid", "" + pid, "--fsize=unlimited:");
    if (!grown) {
      throw new AssertionError("no room could be made");
    }
  }

  @Override
  public void close() {
    if (mounted) {
      succeeds("umount", "-l", folder.toString());
    }
  }

  private static boolean succeeds(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 && said.isEmpty();
    } catch (IOException notHere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

package dev.candor.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process did that others could notice, read from the output of {@code strace -f}: attempts
 * count as much as successes. Numbers are masked where they differ from run to run.
 *
 * @param files paths that it opened for writing, made, renamed, changed or deleted
 * @param sockets what it opened, bound or connected to
 * @param threads one entry for each thread that it started and each name that one gave itself
 * @param programs what it executed
 */
record Deeds(Set<String> files, Set<String> sockets, List<String> threads, Set<String> programs) {
  static final Deeds NONE = new Deeds(Set.of(), Set.of(), List.of(), Set.of());

  /** The system calls that {@link #read} looks at; to be given to {@code strace}. */
  static final String CALLS =
      "trace=openat,open,creat,openat2,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,link"
          + ",linkat,symlink,symlinkat,unlink,unlinkat,rmdir,truncate,chmod,fchmodat,chown,fchownat"
          + ",utimensat,memfd_create,network,process,prctl";

  private static final Pattern CALL = Pattern.compile("\\d+ +(\\w+)\\((.*)");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ADDRESS = Pattern.compile("\\{[^}]*}|AF_\\w+");
  private static final Pattern NUMBER = Pattern.compile("\\d{2,}");

  /** Deeds to some files and nothing else. */
  static Deeds ofFiles(Path... files) {
    Set<String> masked = new TreeSet<>();
    for (Path file : files) {
      masked.add(masked(file.toString()));
    }
    return new Deeds(masked, Set.of(), List.of(), Set.of());
  }

  /** Reads the lines of a trace. */
  static Deeds read(List<String> lines) {
    Deeds deeds = new Deeds(new TreeSet<>(), new TreeSet<>(), new ArrayList<>(), new TreeSet<>());
    for (String line : lines) {
      // All that matters is what goes in, which stands before any "<unfinished ...>".
      Matcher call = CALL.matcher(line);
      if (call.lookingAt()) {
        deeds.add(call.group(1), call.group(2));
      }
    }
    return deeds;
  }

  /** What remains of these deeds when those of another process are taken away. */
  Deeds beyond(Deeds other) {
    List<String> more = new ArrayList<>(threads);
    other.threads.forEach(more::remove);
    return new Deeds(
        minus(files, other.files),
        minus(sockets, other.sockets),
        more,
        minus(programs, other.programs));
  }

  private void add(String call, String arguments) {
    switch (call) {
      case "open", "openat", "openat2" -> {
        if (arguments.matches(".*\\bO_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)\\b.*")) {
          addAll(files, QUOTED, arguments);
        }
      }
      case "socket", "socketpair", "connect", "bind", "listen", "sendto", "sendmsg", "sendmmsg" ->
          sockets.add(call + " " + first(ADDRESS, arguments));
      case "clone", "clone3", "fork", "vfork" -> threads.add("started");
      case "prctl" -> {
        if (arguments.startsWith("PR_SET_NAME")) {
          threads.add(first(QUOTED, arguments));
        }
      }
      case "execve", "execveat" -> programs.add(first(QUOTED, arguments));
      default -> {
        if (!NEITHER.contains(call)) {
          addAll(files, QUOTED, arguments);
        }
      }
    }
  }

  // Members of strace's classes "network" and "process" that reach nothing new.
  private static final Set<String> NEITHER =
      Set.of(
          "accept",
          "accept4",
          "arch_prctl",
          "exit",
          "exit_group",
          "getpeername",
          "getsockname",
          "getsockopt",
          "kill",
          "recvfrom",
          "recvmsg",
          "recvmmsg",
          "rt_sigqueueinfo",
          "setsockopt",
          "shutdown",
          "tgkill",
          "tkill",
          "wait4",
          "waitid",
          "waitpid");

  private static void addAll(Set<String> found, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(masked(matcher.group(1)));
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? masked(matcher.group(matcher.groupCount())) : "";
  }

  private static String masked(String text) {
    return NUMBER.matcher(text).replaceAll("N");
  }

  private static Set<String> minus(Set<String> these, Set<String> those) {
    Set<String> rest = new TreeSet<>(these);
    rest.removeAll(those);
    return rest;
  }
}

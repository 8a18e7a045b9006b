package dev.candor.telemetry.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns the path of a Python file into the dotted name of its module, keeping only what lies behind
 * a known root. Folders above a root, and files without one, may carry names that people typed.
 */
final class PythonModules {
  /** Where installed packages lie. */
  private static final Set<String> LIBRARY_ROOTS = Set.of("site-packages", "dist-packages");

  /** Where applications keep their packages. */
  private static final Set<String> APPLICATION_ROOTS = Set.of("software", "src");

  /** Folders in which people keep projects; a root right below one of them is such a project. */
  private static final Set<String> PERSONAL_FOLDERS =
      Set.of(
          "home",
          "users",
          "desktop",
          "documents",
          "downloads",
          "dev",
          "work",
          "projects",
          "git",
          "code",
          "repos",
          "workspace",
          "onedrive",
          "dropbox",
          "tmp",
          "temp",
          "mnt",
          "media",
          "data");

  /** Files whose names are given by convention. */
  private static final Set<String> CONVENTIONAL =
      Set.of(
          "__main__",
          "__init__",
          "main",
          "app",
          "cli",
          "conftest",
          "manage",
          "run",
          "setup",
          "wsgi",
          "asgi",
          "server",
          "worker");

  private static final Module UNKNOWN = new Module(RebuiltError.UNKNOWN, true);
  private static final int MAX_SEGMENTS = 64;
  private static final int MAX_PACKAGES = 5;
  private static final int MAX_DIGIT_RUN = 3;

  private final Set<String> packages;

  PythonModules(Set<String> packages) {
    this.packages = Set.copyOf(packages);
  }

  /** A module and whether it belongs to the application. */
  record Module(String name, boolean inApp) {}

  Module of(String path) {
    if (path.startsWith("<")) {
      return synthetic(path);
    }
    List<String> segments = segments(path);
    if (segments.isEmpty() || segments.size() > MAX_SEGMENTS) {
      return UNKNOWN;
    }
    int file = segments.size() - 1;
    segments.set(file, withoutExtension(segments.get(file)));
    int library = lastLibraryRoot(segments);
    if (library >= 0) {
      return new Module(join(segments, library + 1, true), false);
    }
    for (int i = file; i >= 0; i--) {
      if (packages.contains(segments.get(i))) {
        return new Module(join(segments, i, false), true);
      }
    }
    for (int i = file - 1; i > 0; i--) {
      if (isApplicationRoot(segments, i)) {
        return new Module(join(segments, i + 1, false), true);
      }
    }
    if (isBelowStart(path, segments)) {
      return new Module(join(segments, 0, false), true);
    }
    String name = segments.get(file);
    return CONVENTIONAL.contains(name) ? new Module(name, true) : UNKNOWN;
  }

  /**
   * {@code control/core.py}: a path below the folder that the program was started in holds packages
   * alone. They are written in small letters, without blanks and digits.
   */
  private static boolean isBelowStart(String path, List<String> segments) {
    if (segments.size() < 2 || segments.size() > MAX_PACKAGES || !Chars.isLower(path.charAt(0))) {
      return false;
    }
    for (String segment : segments) {
      for (int i = 0; i < segment.length(); i++) {
        if (!Chars.isLower(segment.charAt(i)) && segment.charAt(i) != '_') {
          return false;
        }
      }
    }
    return !PERSONAL_FOLDERS.contains(segments.get(0));
  }

  /** {@code <string>}, {@code <frozen importlib._bootstrap>}, {@code <ipython-input-1-ab>}. */
  private static Module synthetic(String path) {
    if (path.startsWith("<frozen ") && path.endsWith(">")) {
      String name = path.substring("<frozen ".length(), path.length() - 1);
      return new Module(Grammars.isTypeName(name) ? name : RebuiltError.UNKNOWN, false);
    }
    if (path.equals("<string>") || path.equals("<stdin>") || path.equals("<console>")) {
      return new Module(path, true);
    }
    return new Module("<generated>", false);
  }

  private static int lastLibraryRoot(List<String> segments) {
    int stdlib = -1;
    for (int i = segments.size() - 2; i >= 0; i--) {
      String segment = segments.get(i);
      if (LIBRARY_ROOTS.contains(segment)) {
        return i;
      }
      if (stdlib < 0 && isStandardLibrary(segments, i)) {
        stdlib = i;
      }
    }
    return stdlib;
  }

  /** {@code lib/python3.11}, {@code python311.zip}, and {@code Python311\Lib} of Windows. */
  private static boolean isStandardLibrary(List<String> segments, int at) {
    String segment = segments.get(at);
    if (segment.startsWith("python") && segment.endsWith(".zip")) {
      return true;
    }
    if (at == 0) {
      return false;
    }
    String above = segments.get(at - 1);
    if (isVersioned(segment)) {
      return above.equals("lib") || above.equals("lib64");
    }
    return segment.equals("Lib") && isPythonHome(above);
  }

  private static boolean isVersioned(String segment) {
    return (segment.startsWith("python") || segment.startsWith("pypy"))
        && Chars.isDigit(segment.charAt(segment.length() - 1));
  }

  private static boolean isPythonHome(String segment) {
    return (segment.startsWith("Python") && Chars.isDigit(segment.charAt(segment.length() - 1)))
        || segment.startsWith("PythonSoftwareFoundation.")
        || segment.equalsIgnoreCase("anaconda3")
        || segment.equalsIgnoreCase("miniconda3");
  }

  /**
   * A root counts only inside a project: neither at the top, nor in a home, nor among a person's
   * folders, where it would hold projects instead of packages.
   */
  private static boolean isApplicationRoot(List<String> segments, int at) {
    if (!APPLICATION_ROOTS.contains(segments.get(at))) {
      return false;
    }
    String above = Chars.lower(segments.get(at - 1));
    boolean home = at >= 2 && isHomeRoot(Chars.lower(segments.get(at - 2)));
    return !home && !above.endsWith(":") && !PERSONAL_FOLDERS.contains(above);
  }

  private static boolean isHomeRoot(String segment) {
    return segment.equals("home") || segment.equals("users");
  }

  private static String join(List<String> segments, int from, boolean library) {
    StringBuilder name = new StringBuilder();
    int file = segments.size() - 1;
    for (int i = from; i <= file; i++) {
      String segment = segments.get(i);
      if (i < file && (segment.endsWith(".egg") || segment.equals("lib-dynload"))) {
        name.setLength(0);
        continue;
      }
      if (i == file && segment.equals("__init__") && !name.isEmpty()) {
        break;
      }
      if (!isModule(segment) || (!library && hasLongNumber(segment))) {
        return RebuiltError.UNKNOWN;
      }
      name.append(name.isEmpty() ? "" : ".").append(segment);
    }
    return name.isEmpty() ? RebuiltError.UNKNOWN : name.toString();
  }

  private static boolean isModule(String segment) {
    if (segment.isEmpty() || !Chars.isIdentifierStart(segment.charAt(0))) {
      return false;
    }
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (!Chars.isIdentifierPart(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** Code is seldom numbered in thousands; samples and patients are. */
  private static boolean hasLongNumber(String segment) {
    int run = 0;
    for (int i = 0; i < segment.length(); i++) {
      run = Chars.isDigit(segment.charAt(i)) ? run + 1 : 0;
      if (run > MAX_DIGIT_RUN) {
        return true;
      }
    }
    return false;
  }

  /** Cuts the extension and what an extension module's file name says of the platform. */
  private static String withoutExtension(String file) {
    int dot = file.indexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= path.length() && segments.size() <= MAX_SEGMENTS; i++) {
      if (i == path.length() || path.charAt(i) == '/' || path.charAt(i) == '\\') {
        String segment = path.substring(from, i);
        if (!segment.isEmpty() && !segment.equals(".")) {
          segments.add(segment);
        }
        from = i + 1;
      }
    }
    return segments;
  }
}

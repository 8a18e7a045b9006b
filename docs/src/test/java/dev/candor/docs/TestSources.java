package dev.candor.docs;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags of all tests, read from their sources: {@code module/Class} or {@code
 * module/Class#method} to the tags that stand on it. Tests that are disabled are left out.
 */
final class TestSources {
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z]+-?\\d+)\"\\)");
  private static final Pattern METHOD =
      Pattern.compile("^\\s+(?:public |protected |private |static |final )*void (\\w+)\\(");
  private static final Pattern TYPE =
      Pattern.compile(
          "^\\s*(?:public |final |abstract |static )*(?:class|interface|record) (\\w+)");

  private TestSources() {}

  static Map<String, Set<String>> tags() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Path file : Repository.files(".java")) {
      String path = Repository.ROOT.relativize(file).toString();
      if (path.contains("/src/test/java/")) {
        read(file, path.substring(0, path.indexOf('/')), found);
      }
    }
    return found;
  }

  private static void read(Path file, String module, Map<String, Set<String>> found) {
    String type = module + "/" + file.getFileName().toString().replace(".java", "");
    Set<String> pending = new HashSet<>();
    boolean disabled = false;
    boolean inType = false;
    for (String line : Repository.lines(file)) {
      Matcher tag = TAG.matcher(line);
      while (tag.find()) {
        pending.add(tag.group(1));
      }
      disabled |= line.strip().startsWith("@Disabled");
      Matcher method = METHOD.matcher(line);
      boolean declaresType = TYPE.matcher(line).find();
      if (declaresType || method.find()) {
        if (!disabled && !pending.isEmpty()) {
          String name = declaresType ? type : type + "#" + method.group(1);
          found.computeIfAbsent(name, key -> new HashSet<>()).addAll(pending);
        }
        inType |= declaresType;
        pending.clear();
        disabled = false;
      }
    }
    if (!inType && !pending.isEmpty()) {
      throw new IllegalStateException("tags without a test in " + type);
    }
  }
}

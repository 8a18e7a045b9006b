package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every Java sample of the guide is a region of a test that runs: behind {@code <!-- sample:
 * path#region -->} stands what the source holds between {@code // region: region} and {@code //
 * endregion}. And every link to a file leads to one.
 */
class SamplesTest {
  private static final Pattern MARK = Pattern.compile("<!-- sample: (\\S+)#(\\S+) -->");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]+)(?:#[^)]*)?\\)");

  @Test
  @Tag("SV-61")
  void javaSamples_all_areRegionsOfTests() {
    List<String> faults = new ArrayList<>();
    int samples = 0;
    for (Path page : Repository.files(".md")) {
      List<String> lines = Repository.lines(page);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("```java")) {
          samples++;
          Matcher mark = MARK.matcher(i == 0 ? "" : lines.get(i - 1));
          if (!mark.matches()) {
            faults.add(Repository.ROOT.relativize(page) + ":" + (i + 1) + " names no source");
          } else if (!block(lines, i).equals(region(mark.group(1), mark.group(2)))) {
            faults.add(
                Repository.ROOT.relativize(page)
                    + ":"
                    + (i + 1)
                    + " differs from "
                    + mark.group(1));
          }
        }
      }
    }

    assertThat(faults).isEmpty();
    assertThat(samples).isPositive();
  }

  @Test
  void links_toFiles_leadSomewhere() {
    List<String> faults = new ArrayList<>();
    for (Path page : Repository.files(".md")) {
      for (String line : Repository.lines(page)) {
        Matcher link = LINK.matcher(line);
        while (link.find()) {
          if (!page.resolveSibling(link.group(1)).toFile().exists()) {
            faults.add(Repository.ROOT.relativize(page) + ": " + link.group(1));
          }
        }
      }
    }

    assertThat(faults).isEmpty();
  }

  private static List<String> block(List<String> lines, int start) {
    List<String> block = new ArrayList<>();
    for (int i = start + 1; !lines.get(i).startsWith("```"); i++) {
      block.add(lines.get(i));
    }
    return block;
  }

  private static List<String> region(String path, String name) {
    List<String> region = new ArrayList<>();
    boolean inside = false;
    for (String line : Repository.lines(Repository.ROOT.resolve(path))) {
      if (inside && line.strip().equals("// endregion")) {
        break;
      }
      if (inside) {
        region.add(line);
      }
      inside |= line.strip().equals("// region: " + name);
    }
    int indent =
        region.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return region.stream().map(line -> line.isBlank() ? "" : line.substring(indent)).toList();
  }
}

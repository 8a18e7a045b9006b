package dev.candor.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the guide whose blocks are files and commands: {@code <!-- file: NAME -->} or {@code
 * <!-- run -->} stands above each.
 */
final class GuidePage {
  private static final Pattern BLOCK =
      Pattern.compile("<!-- (file: \\S+|run(?: \\S+)?) -->\n```\\w*\n(.*?)```\n", Pattern.DOTALL);

  private final String text;

  private GuidePage(String text) {
    this.text = text;
  }

  static GuidePage of(String page) {
    try {
      return new GuidePage(
          Files.readString(Path.of(System.getProperty("candor.root")).resolve(page)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes all files of the page into a folder. */
  void write(Path folder) {
    BLOCK
        .matcher(text)
        .results()
        .filter(block -> block.group(1).startsWith("file: "))
        .forEach(
            block ->
                write(folder.resolve(block.group(1).substring("file: ".length())), block.group(2)));
  }

  /** The text of one file. */
  String file(String name) {
    return block("file: " + name);
  }

  /** The commands below a mark, each as its words. */
  List<List<String>> commands(String mark) {
    return block(mark).lines().map(line -> List.of(line.split(" "))).toList();
  }

  private String block(String mark) {
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      if (blocks.group(1).equals(mark)) {
        return blocks.group(2);
      }
    }
    throw new AssertionError("the page has no block " + mark);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.candor.telemetry.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/** The service file that names the generated classes. */
final class Services {
  static final String SERVICE = Mirrors.API + "spi.GeneratedCatalog";
  private static final String RESOURCE = "META-INF/services/" + SERVICE;

  private Services() {}

  /** The names that an earlier compilation into the same folder left. */
  static Set<String> read(Filer filer) {
    Set<String> names = new TreeSet<>();
    try {
      CharSequence text =
          filer.getResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE).getCharContent(true);
      for (String line : text.toString().split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          names.add(line.strip());
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return names; // a first compilation, or no output folder: there is nothing to keep
    }
    return names;
  }

  static void write(Filer filer, Set<String> names) throws IOException {
    try (Writer writer =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE).openWriter()) {
      for (String name : names) {
        writer.append(name).append('\n');
      }
    }
  }
}

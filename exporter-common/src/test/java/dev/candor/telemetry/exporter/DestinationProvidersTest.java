package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationProvidersTest {
  @TempDir Path folder;
  private final List<String> faults = new ArrayList<>();

  /** An exporter that makes nothing. */
  public static final class OneProvider implements DestinationProvider {
    @Override
    public String name() {
      return "one";
    }

    @Override
    public List<SettingRow> settings() {
      return List.of();
    }

    @Override
    public @Nullable Destination create(DestinationSettings settings) {
      return null;
    }
  }

  @Test
  @Tag("P1")
  @Tag("SV-69")
  void find_settingNotGiven_loadsNoClass() throws IOException {
    jar("no.such.Provider # ONE_KEY");

    assertThat(find(Set.of("OTHER_KEY"))).isEmpty();
    assertThat(faults).isEmpty();
  }

  @Test
  @Tag("SV-75")
  void find_anyOfItsSettingsGiven_returnsIt() throws IOException {
    jar("# a comment\n\n" + OneProvider.class.getName() + " # ONE_KEY ONE_SECRET\n");

    assertThat(find(Set.of("ONE_SECRET"))).singleElement().isInstanceOf(OneProvider.class);
  }

  @Test
  void find_noSettingsNamed_returnsIt() throws IOException {
    jar(OneProvider.class.getName());

    assertThat(find(Set.of())).hasSize(1);
  }

  @Test
  void find_sameProviderInTwoJars_returnsItOnce() throws IOException {
    String line = OneProvider.class.getName() + " # ONE_KEY";
    jar(line + "\n" + line);

    assertThat(find(Set.of("ONE_KEY"))).hasSize(1);
  }

  @Test
  @Tag("P9")
  void find_brokenJar_isAFaultAndOthersAreFound() throws IOException {
    jar("no.such.Provider # ONE_KEY\njava.lang.String\n" + OneProvider.class.getName());

    assertThat(find(Set.of("ONE_KEY"))).hasSize(1);
    assertThat(faults).containsOnly("an exporter's provider").hasSize(2);
  }

  private void jar(String lines) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(DestinationProvider.class.getName()), lines);
  }

  private List<DestinationProvider> find(Set<String> given) throws IOException {
    ClassLoader parent = getClass().getClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, parent)) {
      return DestinationProviders.find(given::contains, loader, faults::add);
    }
  }
}

package dev.candor.endtoend;

import dev.candor.telemetry.collector.CollectorFinder;
import dev.candor.telemetry.console.Candor;
import dev.candor.telemetry.testkit.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the guide's page about other languages sets up, from the page's own files and commands. */
final class Greenhouse {
  private static final String PAGE = "docs/not-java.md";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final GuidePage page = GuidePage.of(PAGE);
  private final Path folder;

  private Greenhouse(Path folder) {
    this.folder = folder;
  }

  /** Writes the files of the page into a folder, and runs its commands there. */
  static Greenhouse in(Path folder) {
    Greenhouse greenhouse = new Greenhouse(folder);
    greenhouse.page.write(folder);
    for (List<String> command : greenhouse.page.commands("run")) {
      greenhouse.candor(command);
    }
    return greenhouse;
  }

  GatewayProcess gateway(Vendors vendors) {
    return GatewayProcess.start(
        folder, folder.resolve("gateway"), page.file("gateway-part.yaml"), vendors.settings());
  }

  RestartableCollector collector(GatewayProcess gateway, Vendors vendors) {
    Path own = folder.resolve("collector");
    return RestartableCollector.start(
        own,
        builder -> {
          RestartableCollector.all().forEach(file -> builder.config(own.resolve(file.file())));
          return RestartableCollector.variables(builder, own, gateway, vendors)
              .environment("CANDOR_SERVICES", "greenhouse");
        });
  }

  /** What the page says of the environment, with this Collector's address and token. */
  Map<String, String> environment(RestartableCollector collector) {
    Map<String, String> environment = new HashMap<>();
    for (String line : page.file("greenhouse.env").lines().toList()) {
      String[] pair = line.split("=", 2);
      environment.put(
          pair[0],
          pair[1]
              .replace("http://127.0.0.1:4318", collector.endpoint().toString())
              .replace("TOKEN", collector.token()));
    }
    return environment;
  }

  /** Runs the program of the page, in an environment of Python that the page makes. */
  void python(RestartableCollector collector) {
    for (List<String> command : page.commands("run python")) {
      Program.run(folder, environment(collector), command);
    }
  }

  private void candor(List<String> words) {
    try (ChildJvm child =
        ChildJvm.of(Candor.class)
            .jvmArgs("-Dcandor.root=" + folder, "-XX:TieredStopAtLevel=1")
            .args(words.subList(1, words.size()).toArray(String[]::new))
            .directory(folder)
            .environment(CollectorFinder.VARIABLE, RestartableCollector.program().toString())
            .environment("CANDOR_INGEST_TOKEN", "not-a-real-token")
            .environment("CANDOR_DEST_ENDPOINT", "http://127.0.0.1:4319")
            .environment("CANDOR_DEST_TOKEN", "not-a-real-token")
            .environment("CANDOR_QUEUE_DIR", folder.resolve("queue").toString())
            .start()) {
      if (child.awaitExit(PATIENCE) != 0) {
        throw new AssertionError(String.join(" ", words) + ": " + child.stdout() + child.stderr());
      }
    }
  }
}

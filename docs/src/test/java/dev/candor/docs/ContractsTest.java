package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who sends is held to the contract: each module with a destination, exactly once. */
class ContractsTest {
  private static final Pattern DESTINATION =
      Pattern.compile("\\bimplements\\s+(\\w+,\\s*)*Destination\\b");
  // It hands everything on to another, which is held to the contract.
  private static final Pattern DECORATOR = Pattern.compile("private final Destination \\w+;");
  private static final Pattern CONTRACT = Pattern.compile("\\bextends\\s+DestinationContract\\b");
  private static final List<Path> SOURCES = Repository.files(".java");
  private static final List<Path> SERVICES =
      Repository.files("dev.candor.telemetry.exporter.DestinationProvider");

  @Test
  void destinations_eachModule_extendsTheContractOnce() {
    Map<String, List<Path>> contracts = new TreeMap<>();
    for (Path module : modules()) {
      if (sends(module)) {
        contracts.put(name(module), contracts(module));
      }
    }

    assertThat(contracts)
        .containsKeys("exporter-amplitude", "exporter-ga4", "exporter-sentry", "telemetry-otel")
        .allSatisfy((module, tests) -> assertThat(tests).as(module).hasSize(1));
  }

  @Test
  void contracts_all_areRunByTheBuild() {
    List<String> tests =
        modules().stream()
            .flatMap(module -> contracts(module).stream())
            .map(test -> test.getFileName().toString())
            .toList();

    assertThat(tests).isNotEmpty().allMatch(test -> test.endsWith("Test.java"));
  }

  @Test
  void destination_inAnyFormOfTheClause_isFound() {
    assertThat("class A implements Destination {").containsPattern(DESTINATION);
    assertThat("class A extends B implements Closeable, Destination {")
        .containsPattern(DESTINATION);
    assertThat("class A implements DestinationProvider {").doesNotContainPattern(DESTINATION);
  }

  /** Registered for applications to find, or built in. */
  private static boolean sends(Path module) {
    return SERVICES.stream().anyMatch(file -> file.startsWith(module))
        || !sources(module, "src/main/java", ContractsTest::isDestination).isEmpty();
  }

  private static boolean isDestination(String source) {
    return DESTINATION.matcher(source).find() && !DECORATOR.matcher(source).find();
  }

  private static List<Path> contracts(Path module) {
    return sources(module, "src/test/java", CONTRACT.asPredicate());
  }

  private static List<Path> sources(Path module, String folder, Predicate<String> holding) {
    return SOURCES.stream()
        .filter(file -> file.startsWith(module.resolve(folder)))
        .filter(file -> holding.test(String.join("\n", Repository.lines(file))))
        .toList();
  }

  private static List<Path> modules() {
    return Repository.files("pom.xml").stream()
        .map(Path::getParent)
        .filter(folder -> !folder.equals(Repository.ROOT))
        .toList();
  }

  private static String name(Path module) {
    return Repository.ROOT.relativize(module).toString();
  }
}

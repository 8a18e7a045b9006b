package dev.candor.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Skips a test where no Docker engine can be used. Where {@code CANDOR_DOCKER} is {@code required}
 * nothing is skipped: the test fails.
 */
final class EngineCondition implements ExecutionCondition {
  static final String VARIABLE = "CANDOR_DOCKER";

  private final Map<String, String> environment;
  private final BooleanSupplier usable;

  EngineCondition() {
    this(System.getenv(), EngineCondition::isUsable);
  }

  EngineCondition(Map<String, String> environment, BooleanSupplier usable) {
    this.environment = environment;
    this.usable = usable;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return evaluate();
  }

  ConditionEvaluationResult evaluate() {
    if ("required".equals(environment.get(VARIABLE))) {
      return ConditionEvaluationResult.enabled("a Docker engine is required");
    }
    return usable.getAsBoolean()
        ? ConditionEvaluationResult.enabled("a Docker engine answers")
        : ConditionEvaluationResult.disabled(
            "no Docker engine answers, or this is not root: secrets belong to the images' user");
  }

  private static boolean isUsable() {
    return "root".equals(System.getProperty("user.name"))
        && Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker")))
        && DockerClientFactory.instance().isDockerAvailable();
  }
}

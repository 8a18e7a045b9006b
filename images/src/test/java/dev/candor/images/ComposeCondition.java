package dev.candor.images;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** As {@link EngineCondition}, and skips a test where Docker Compose is not installed, too. */
final class ComposeCondition implements ExecutionCondition {
  private final Map<String, String> environment;
  private final EngineCondition engine;
  private final BooleanSupplier installed;

  ComposeCondition() {
    this(System.getenv(), new EngineCondition(), Compose::isInstalled);
  }

  ComposeCondition(
      Map<String, String> environment, EngineCondition engine, BooleanSupplier installed) {
    this.environment = environment;
    this.engine = engine;
    this.installed = installed;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return evaluate();
  }

  ConditionEvaluationResult evaluate() {
    ConditionEvaluationResult result = engine.evaluate();
    boolean required = "required".equals(environment.get(EngineCondition.VARIABLE));
    return result.isDisabled() || required || installed.getAsBoolean()
        ? result
        : ConditionEvaluationResult.disabled("Docker Compose is not installed");
  }
}

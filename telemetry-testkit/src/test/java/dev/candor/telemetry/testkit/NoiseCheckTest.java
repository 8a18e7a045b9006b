package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

@Tag("P9")
class NoiseCheckTest {
  private static final ExtensionContext CONTEXT =
      (ExtensionContext)
          Proxy.newProxyInstance(
              NoiseCheckTest.class.getClassLoader(),
              new Class<?>[] {ExtensionContext.class},
              (proxy, method, args) -> null);

  // Its own handlers would print what these tests write on purpose.
  private final Logger logger = Logger.getLogger("dev.candor.telemetry.testkit.noise");
  private final NoiseCheck check = new NoiseCheck();

  @AfterEach
  void endsWithoutNoise() {
    check.expected();
    check.afterEach(CONTEXT);
  }

  @Test
  void silence_passes() {
    check.beforeEach(CONTEXT);
    logger.log(Level.FINE, "fine");

    assertThatCode(() -> check.afterEach(CONTEXT)).doesNotThrowAnyException();
  }

  @Test
  void standardError_failsWithoutQuotingIt() {
    check.beforeEach(CONTEXT);
    new IllegalStateException("secret").printStackTrace();

    assertThatThrownBy(() -> check.afterEach(CONTEXT))
        .isInstanceOf(AssertionError.class)
        .hasMessageNotContaining("secret");
    assertThat(check.text()).contains("secret");
  }

  @Test
  void warning_failsUnlessExpected() {
    check.beforeEach(CONTEXT);
    logger.warning("careful");
    assertThat(check.text()).contains("careful");
    assertThatThrownBy(() -> check.afterEach(CONTEXT)).isInstanceOf(AssertionError.class);

    check.expected();

    assertThatCode(() -> check.afterEach(CONTEXT)).doesNotThrowAnyException();
  }
}

package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingDestinationTest {
  /**
   * A method with a default would otherwise answer for itself, and not for whom it stands before.
   */
  @Test
  void everyMethodOfTheInterface_isHandedOn() {
    List<String> handedOn =
        Arrays.stream(ForwardingDestination.class.getDeclaredMethods())
            .map(Method::getName)
            .toList();

    assertThat(Destination.class.getMethods())
        .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
        .extracting(Method::getName)
        .isNotEmpty()
        .allMatch(handedOn::contains);
  }
}

package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault of the stage for free text lets an identity leave that the whole stage stops. */
@Tag("P4")
@Tag("once")
class TextMutationIT {
  @TempDir static Path folder;
  private static StagedCollector collector;

  @BeforeAll
  static void start() throws IOException {
    collector = new StagedCollector(folder);
    for (TextFault fault : TextFault.values()) {
      collector.add(name(fault, false), fault.config(folder, false), List.of());
      collector.add(name(fault, true), fault.config(folder, true), List.of());
    }
    collector.start();
  }

  @AfterAll
  static void stop() {
    collector.close();
  }

  @ParameterizedTest
  @EnumSource
  void generatedBase_withoutTheFault_stopsTheIdentity(TextFault fault)
      throws IOException, InterruptedException {
    // There a rule fails, and then nothing may leave at all.
    boolean fails = fault == TextFault.ERROR_MODE_IGNORED;

    assertThat(left(fault, false))
        .hasSize(fails ? 0 : 1)
        .noneMatch(text -> text.contains(TextFault.IDENTITY));
  }

  @ParameterizedTest
  @EnumSource
  void generatedBase_withTheFault_letsTheIdentityLeave(TextFault fault)
      throws IOException, InterruptedException {
    assertThat(left(fault, true)).anyMatch(text -> text.contains(TextFault.IDENTITY));
  }

  private static List<String> left(TextFault fault, boolean faulty)
      throws IOException, InterruptedException {
    JsonNode request = GoldenCase.base("span");
    JsonNode span = request.at("/resourceSpans/0/scopeSpans/0/spans/0");
    TextRulesIT.holding(span, TextFault.TEXT);
    List<String> left = new ArrayList<>();
    for (JsonNode came : collector.send(name(fault, faulty), request).arrived()) {
      left.add(came.toString());
    }
    return left;
  }

  private static String name(TextFault fault, boolean faulty) {
    return (faulty ? "faulty" : "whole") + fault.ordinal();
  }
}

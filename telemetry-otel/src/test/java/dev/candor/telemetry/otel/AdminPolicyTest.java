package dev.candor.telemetry.otel;

import static dev.candor.telemetry.Purpose.DIAGNOSTICS;
import static dev.candor.telemetry.Purpose.ENVIRONMENT;
import static dev.candor.telemetry.Purpose.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P3")
class AdminPolicyTest {
  @TempDir Path folder;

  @Test
  void read_missingFile_saysNothing() {
    assertThat(AdminPolicy.read(folder.resolve("none.json"))).isEqualTo(AdminPolicy.NONE);
  }

  @Test
  void read_file_forbidsAndAllows() throws IOException {
    AdminPolicy policy =
        AdminPolicy.read(
            file("{\"forbid\":[\"diagnostics\"],\"allow\":[\"usage\"],\"send\":\"counts\"}"));

    assertThat(policy.forbids(DIAGNOSTICS)).isTrue();
    assertThat(policy.forbids(USAGE)).isFalse();
    assertThat(policy.allowed(USAGE).send()).isEqualTo(Send.COUNTS);
    assertThat(policy.allowed(ENVIRONMENT).send()).isEqualTo(Send.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"forbid\":[\"usages\"]}",
        "{\"forbid\":\"usage\"}",
        "{\"forbid\":[1]}",
        "{\"permit\":[]}",
        "{\"send\":\"all\"}",
        "{\"forbid\":[],\"forbid\":[]}",
        "{\"allow\":[\"usage\"]} x"
      })
  void read_faultyFile_forbidsAll(String text) throws IOException {
    assertThat(AdminPolicy.read(file(text)).forbidsAll()).isTrue();
  }

  @Test
  void read_folderInsteadOfFile_forbidsAll() {
    assertThat(AdminPolicy.read(folder).forbidsAll()).isTrue();
  }

  @Test
  void read_hugeFile_forbidsAll() throws IOException {
    assertThat(AdminPolicy.read(file("{}" + " ".repeat(70_000))).forbidsAll()).isTrue();
  }

  @Test
  void read_twoFiles_forbidWinsAndLessIsSent() throws IOException {
    Path one = file("{\"allow\":[\"usage\",\"environment\"]}");
    Path two = folder.resolve("two.json");
    Files.writeString(
        two, "{\"forbid\":[\"usage\"],\"allow\":[\"environment\"],\"send\":\"counts\"}");

    AdminPolicy both = AdminPolicy.read(List.of(one, two, folder.resolve("none.json")));

    assertThat(both.forbids(USAGE)).isTrue();
    assertThat(both.allowed(ENVIRONMENT).send()).isEqualTo(Send.COUNTS);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("policy.json"), text);
  }
}

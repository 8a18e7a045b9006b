package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the demo looks for planted identities. */
@Tag("P4")
class DemoSearchTest {
  @TempDir Path folder;

  @Test
  void requestOfAVendor_withAnEncodedIdentity_isFoundAndTold() throws IOException {
    String hidden =
        Base64.getEncoder().encodeToString("MCF7 plate".getBytes(StandardCharsets.UTF_8));
    Path vendor = Files.createDirectories(folder.resolve("vendors").resolve("ga4"));
    Files.writeString(vendor.resolve("001.http"), "POST /mp/collect\n\n{\"a\":\"" + hidden + "\"}");
    TestShell shell = new TestShell();

    Account.Search search = new DemoSearch(shell.shell(), new DemoFolder(folder)).of(List.of());

    assertThat(search.found()).isOne();
    assertThat(shell.out()).contains("FOUND MCF7, base64, in vendors").contains("001.http");
  }
}

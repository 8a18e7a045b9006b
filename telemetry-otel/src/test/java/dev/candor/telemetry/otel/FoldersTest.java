package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Places of files on three systems, by fake environments. */
@Tag("SQ-34")
class FoldersTest {
  private static final Map<String, String> LINUX =
      Map.of("os.name", "Linux", "user.home", "/home/anna");
  private static final Map<String, String> MAC =
      Map.of("os.name", "Mac OS X", "user.home", "/Users/anna");
  private static final Map<String, String> WINDOWS =
      Map.of("os.name", "Windows 11", "user.home", "C:/Users/anna");

  @Test
  void ofPlatform_linuxWithoutXdg_isDotConfigAndDotLocal() {
    Folders folders = Folders.ofPlatform("lab", LINUX, Map.of());

    assertThat(folders.consentFile())
        .isEqualTo(Path.of("/home/anna/.config/candor/lab/consent.json"));
    assertThat(folders.outboxFile())
        .isEqualTo(Path.of("/home/anna/.local/share/candor/lab/outbox.db"));
  }

  @Test
  void ofPlatform_linuxWithXdg_followsIt() {
    Folders folders =
        Folders.ofPlatform(
            "lab", LINUX, Map.of("XDG_CONFIG_HOME", "/etc/anna", "XDG_DATA_HOME", "relative"));

    assertThat(folders.configuration()).isEqualTo(Path.of("/etc/anna/candor/lab"));
    assertThat(folders.data()).isEqualTo(Path.of("/home/anna/.local/share/candor/lab"));
  }

  @Test
  void ofPlatform_mac_isApplicationSupport() {
    Folders folders = Folders.ofPlatform("lab", MAC, Map.of("XDG_CONFIG_HOME", "/elsewhere"));

    assertThat(folders.auditLog())
        .isEqualTo(Path.of("/Users/anna/Library/Application Support/candor/lab/audit.log"));
    assertThat(folders.installationFile())
        .isEqualTo(
            Path.of("/Users/anna/Library/Application Support/candor/lab/data/installation.json"));
  }

  @Test
  void ofPlatform_windows_isRoamingAndLocal() {
    Folders folders =
        Folders.ofPlatform("lab", WINDOWS, Map.of("APPDATA", "C:/R", "LOCALAPPDATA", "C:/L"));

    assertThat(folders.configuration()).isEqualTo(Path.of("C:/R/candor/lab"));
    assertThat(folders.data()).isEqualTo(Path.of("C:/L/candor/lab/data"));
  }

  @Test
  void policyFile_eachPlatform_isTheAdministrators() {
    assertThat(Folders.policyFile(LINUX, Map.of())).isEqualTo(Path.of("/etc/candor/policy.json"));
    assertThat(Folders.policyFile(MAC, Map.of()))
        .isEqualTo(Path.of("/Library/Application Support/candor/policy.json"));
    assertThat(Folders.policyFile(WINDOWS, Map.of("ProgramData", "D:/PD")))
        .isEqualTo(Path.of("D:/PD/candor/policy.json"));
  }
}

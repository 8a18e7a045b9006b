package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeKindTest {
  @ParameterizedTest
  @Tag("SV-8")
  @CsvSource(
      textBlock =
          """
          Linux,      DISPLAY=:0,                                    GUI
          Linux,      WAYLAND_DISPLAY=wayland-0,                     GUI
          Linux,      DISPLAY=:0;INVOCATION_ID=7f;TERM=xterm,        GUI
          Linux,      '',                                            CLI
          Linux,      DISPLAY=,                                      CLI
          Linux,      TERM=xterm,                                    CLI
          Linux,      INVOCATION_ID=7f,                              SERVICE
          Linux,      NOTIFY_SOCKET=@notify,                         SERVICE
          Linux,      KUBERNETES_SERVICE_HOST=192.0.2.1,             SERVICE
          Linux,      KUBERNETES_SERVICE_HOST=192.0.2.1;TERM=xterm,  CLI
          FreeBSD,    DISPLAY=:0,                                    GUI
          Mac OS X,   '',                                            GUI
          Mac OS X,   SSH_CONNECTION=192.0.2.1 1 192.0.2.2 22,       CLI
          Windows 11, SESSIONNAME=Console,                           GUI
          Windows 11, '',                                            CLI
          """)
  void detect_surroundings_tellTheKind(String system, String variables, RuntimeKind kind) {
    assertThat(RuntimeKind.detect(Map.of("os.name", system), map(variables))).isEqualTo(kind);
  }

  @ParameterizedTest
  @Tag("SV-8")
  @CsvSource({"true, CLI", "TRUE, CLI", "false, GUI"})
  void detect_headlessFlag_winsOverTheDisplay(String headless, RuntimeKind kind) {
    Map<String, String> properties = Map.of("os.name", "Linux", "java.awt.headless", headless);
    String display = kind == RuntimeKind.CLI ? "DISPLAY=:0" : "";

    assertThat(RuntimeKind.detect(properties, map(display))).isEqualTo(kind);
  }

  private static Map<String, String> map(String variables) {
    Map<String, String> map = new HashMap<>();
    for (String variable : variables.isEmpty() ? new String[0] : variables.split(";")) {
      String[] parts = variable.split("=", 2);
      map.put(parts[0], parts[1]);
    }
    return map;
  }
}

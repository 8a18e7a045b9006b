package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P4")
class CallsTest {
  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "new PDO('mysql:dbname=lims', 'jdoe', 'tr0ub4dor') ~ new PDO('mysql:dbname=lims', '<user>', '<secret>')",
        "DriverManager.getConnection(url, \"jdoe\", \"tr0ub4dor\") ~ DriverManager.getConnection(url, \"<user>\", \"<secret>\")",
        "new mysqli('db', 'jdoe', 'tr0ub4dor', 'lims') ~ new mysqli('db', '<user>', '<secret>', '<secret>')",
        "smtp.login('jdoe', 'tr0ub4dor') ~ smtp.login('<user>', '<secret>')",
        "ldap_bind($conn, $dn, 'tr0ub4dor') ~ ldap_bind($conn, $dn, '<secret>')",
        "ssh.connect(host, 22, 'jdoe', 'tr0ub4dor&3x') ~ ssh.connect(host, 22, '<secret>', '<secret>')",
        "client.authenticate(jdoe, tr0ub4dor) ~ client.authenticate(<user>, <secret>)",
        "HTTPBasicAuth(\\\"jdoe\\\", \\\"tr0ub4dor\\\") ~ HTTPBasicAuth(\\\"<user>\\\", \\\"<secret>\\\")",
      })
  void sanitize_callWithCredentials_losesThemAlone(String call, String expected) {
    assertThat(sanitizer.sanitize("", call, Carrier.LOG_BODY)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login(name, value)",
        "signal.connect(button, 'clicked', handler)",
        "socket.connect(('localhost', 5064), 20)",
        "connect(a, b, timeout_s)",
        "bind(0, 'port', 'default')",
        "authenticate(realm, scheme) failed",
        "connect(\"ws\", null, \"/ws/v1\")",
      })
  void sanitize_callWithoutCredentials_stays(String call) {
    assertThat(sanitizer.sanitize("", call, Carrier.LOG_BODY)).isEqualTo(call);
  }
}

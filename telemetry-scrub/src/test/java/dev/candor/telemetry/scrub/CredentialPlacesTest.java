package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords by their place: in calls, statements of SQL, commands of protocols and pipes. */
@Tag("P4")
class CredentialPlacesTest {
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
        "CREATE USER x IDENTIFIED BY 'correct-horse-42' ~ CREATE USER x IDENTIFIED BY '<secret>'",
        "ALTER USER x IDENTIFIED BY tr0ub4dor ~ ALTER USER x IDENTIFIED BY <secret>",
        "IDENTIFIED WITH mysql_native_password BY 'tr0ub4dor' ~ IDENTIFIED WITH mysql_native_password BY '<secret>'",
        "SET PASSWORD FOR 'x'@'localhost' = 'tr0ub4dor' ~ SET PASSWORD FOR 'x'@'localhost' = '<secret>'",
        "SET PASSWORD FOR x = PASSWORD('tr0ub4dor') ~ SET PASSWORD FOR x = PASSWORD('<secret>')",
        "redis AUTH tr0ub4dor ~ redis AUTH <secret>",
        "redis> AUTH default tr0ub4dor ~ redis> AUTH default <secret>",
        "\"AUTH\" \"tr0ub4dor\" ~ \"AUTH\" \"<secret>\"",
        "C: AUTH PLAIN AGpkb2UAdHIwdWI0ZG9y ~ C: AUTH PLAIN <secret>",
        "a1 LOGIN x tr0ub4dor ~ a1 LOGIN x <secret>",
        "USER x; PASS tr0ub4dor ~ USER x; PASS <secret>",
        "echo tr0ub4dor | sudo -S reboot ~ echo <secret> | sudo -S reboot",
        "echo 'jdoe:tr0ub4dor' | chpasswd ~ echo '<secret>' | chpasswd",
        "printf '%s' tr0ub4dor | docker login --password-stdin ~ printf '%s' <secret> | docker login --password-stdin",
        "kinit x <<< tr0ub4dor ~ kinit x <<< <secret>",
        "db:5432:lims:x1:tr0ub4dor ~ db:5432:lims:<user>:<secret>",
      })
  void sanitize_callOrStatementWithCredentials_losesThemAlone(String text, String expected) {
    assertThat(sanitizer.sanitize("", text, Carrier.LOG_BODY)).isEqualTo(expected);
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
        "AUTH failed for the second time",
        "250 AUTH LOGIN PLAIN CRAM-MD5",
        "PASS control/test_stage.py",
        "DEBUG1 LOGIN failed again",
        "rows identified by their index",
        "columns identified with their names",
        "echo done | tee -a log",
        "jdbc:postgresql://db:5432/lims",
      })
  void sanitize_callOrStatementWithoutCredentials_stays(String text) {
    assertThat(sanitizer.sanitize("", text, Carrier.LOG_BODY)).isEqualTo(text);
  }
}

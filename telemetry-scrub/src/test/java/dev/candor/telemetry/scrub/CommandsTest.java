package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P4")
class CommandsTest {
  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());

  @ParameterizedTest
  @CsvSource({
    "curl -s -u jane:hunter2 https://example.org, curl -s -u <secret> https://example.org",
    "curl --user jane:hunter2 -v, curl --user <secret> -v",
    "curl --user=jane:hunter2 -v, curl --user=<secret> -v",
    "curl -ujane:hunter2 -v, curl -u<secret> -v",
    "sshpass -p hunter2 scp a b, sshpass -p <secret> scp a b",
    "mysql -u app -pS3cret9 db, mysql -u app -p<secret> db",
    "mysqldump -h db1 -p'S3cret9' db, mysqldump -h db1 -p'<secret>' db",
    "sqlcmd -S db1 -U sa -P S3cret9 -q x, sqlcmd -S db1 -U sa -P <secret> -q x",
    "redis-cli -h cache -a s3cret9 ping, redis-cli -h cache -a <secret> ping",
    "smbclient //nas -U jane%hunter2 -c ls, smbclient //nas -U <secret> -c ls",
    "ldapsearch -w S3cret9 -x, ldapsearch -w <secret> -x",
    "sqlplus scott/tiger9@orcl, sqlplus <secret>@orcl",
    "jdbc:oracle:thin:scott/P@ss9@db:1521:orcl, jdbc:oracle:thin:<secret>@db:1521:orcl",
  })
  void sanitize_commandWithCredentials_losesThemAlone(String command, String expected) {
    assertThat(sanitizer.sanitize("", command, Carrier.LOG_BODY)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -s -p https://example.org",
        "mysql -P 3306 --port 3306",
        "unzip -p archive",
        "http -v get",
        "redis-cli -p 6379 ping",
        "jdbc:oracle:thin:@localhost:1521:orcl",
      })
  void sanitize_commandWithoutCredentials_stays(String command) {
    assertThat(sanitizer.sanitize("", command, Carrier.LOG_BODY)).isEqualTo(command);
  }
}

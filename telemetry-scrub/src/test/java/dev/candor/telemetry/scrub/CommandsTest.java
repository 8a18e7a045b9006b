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
    "mysqldump -h db1 -p'S3cret9' db, mysqldump -h <host> -p'<secret>' db",
    "sqlcmd -S db1 -U sa -P S3cret9 -q x, sqlcmd -S db1 -U sa -P <secret> -q x",
    "redis-cli -h cache -a s3cret9 ping, redis-cli -h cache -a <secret> ping",
    "smbclient //nas -U jane%hunter2 -c ls, smbclient //nas -U <secret> -c ls",
    "ldapsearch -w S3cret9 -x, ldapsearch -w <secret> -x",
    "sqlplus scott/tiger9@orcl, sqlplus <secret>@orcl",
    "htpasswd -b .htpasswd x s3cret9, htpasswd -b .htpasswd x <secret>",
    "htpasswd -nb x s3cret9, htpasswd -nb x <secret>",
    "net use Z: \\\\nas\\d /user:x s3cret9 404, net use Z: <path> /user:<user> <secret> 404",
    "net user x s3cret9 /add, net user x <secret> /add",
    "wpa_passphrase x s3cret9, wpa_passphrase x <secret>",
    "rabbitmqctl add_user x s3cret9, rabbitmqctl add_user x <secret>",
    "keytool -list -storepass s3cret9 -v, keytool -list -storepass <secret> -v",
    "openssl rsa -passin pass:s3cret9 -in k, openssl rsa -passin pass:<secret> -in k",
    "schtasks /create /ru x /rp s3cret9, schtasks /create /ru x /rp <secret>",
    "xfreerdp /u:x /p:s3cret9 /v:srv, xfreerdp /u:x /p:<secret> /v:srv",
    "plink -ssh -pw s3cret9 srv, plink -ssh -pw <secret> srv",
    "snmpget -v3 -A s3cret9 -X s3cret8 x, snmpget -v3 -A <secret> -X <secret> x",
    "ipmitool -H bmc -P s3cret9 power on, ipmitool -H bmc -P <secret> power on",
    "omero login -w s3cret9&3x, omero login -w <secret>",
    "mysql -u x -ps3cret9&3x! lims, mysql -u x -p<secret> lims",
    "CONFIG SET requirepass s3cret9, CONFIG SET requirepass <secret>",
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
        "net use failed with system error 53",
        "openssl version -a",
        "openssl rsa -passin env:KEY",
        "keytool -list -v",
        "omero import failed",
        "wpa_passphrase not found",
        "jdbc:oracle:thin:@localhost:1521:orcl",
      })
  void sanitize_commandWithoutCredentials_stays(String command) {
    assertThat(sanitizer.sanitize("", command, Carrier.LOG_BODY)).isEqualTo(command);
  }
}

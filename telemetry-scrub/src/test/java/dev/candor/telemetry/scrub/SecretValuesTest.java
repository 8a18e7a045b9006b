package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole of a secret goes, and the rest of the line stays. */
@Tag("P4")
class SecretValuesTest {
  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      value = {
        "password=Kranich,77x~password=<secret>",
        "password=Kranich,n=3~password=<secret>,n=3",
        "17;password=Kranich7;ok~17;password=<secret>;ok",
        "password='Kran''77x' n=3~password='<secret>' n=3",
        "password='' user='jdoe7'~password='' user='<user>'",
        "password=\"Kranich77x~password=\"<secret>",
        "password=\"\"\"Kranich77x\"\"\" n~password=\"\"\"<secret>\"\"\" n",
        "passwords: [quokka1, zebra22] n~passwords: [<secret>, <secret>] n",
        "\"password\": [\"quokka1\", \"zebra22\"]~\"password\": [\"<secret>\", \"<secret>\"]",
        "<password>two words</password>~<password><secret></password>",
        "CREATE USER x IDENTIFIED BY 'hunter';~CREATE USER x IDENTIFIED BY '<secret>';",
        "auth=bob:hunter n=3~auth=<secret> n=3",
        "密码是quokka1~密码是<secret>",
        "パスワードは quokka1 です~パスワードは <secret> です",
        "пароль — quokka1~пароль — <secret>",
        "Digest username=\"z\", nonce=\"6dc3\", response=\"j-0r\" to peer~Digest <secret> to peer",
        "{\"h\":\"Authorization: Digest username=\\\"z\\\", response=\\\"j-0r\\\"\",\"n\":3}"
            + "~{\"h\":\"Authorization: <secret>\",\"n\":3}",
        "h=%22Authorization%3A%20Digest%20username%3D%22z%22%2C%20response%3D%22j-0r%22%22"
            + "~h=%22Authorization%3A%20<secret>%22",
        "root:$6$rounds=5000$usesomesilly$D4IrlXatmP7rx3P3InaxBeoomnA:19000~root:<secret>:19000",
        "hash $2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0 ok~hash <secret> ok",
        "id=366510938069-n30yyjwlqpnqfjgthqezh8qb.apps.googleusercontent.com n~id=<secret> n",
      })
  void sanitize_secret_goesWholeAndAlone(String text, String expected) {
    assertThat(sanitized("", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new_password1", "password.0", "password_confirmation", "storepass", "ldap.bindpw",
        "x-functions-key", "vault.unseal", "passwords", "api.key.2", "dbPwd"
      })
  void sanitize_valueUnderALongerKey_goes(String key) {
    assertThat(sanitized(key, "Kranich77x")).isEqualTo("<secret>");
  }

  @ParameterizedTest
  @CsvSource({
    "compass, hunter",
    "primary.key, 9c21fd46-839c-07f6-801c-650928d135b7",
    "error.code, E355",
    "max.tokens, 131072",
    "keyboard, QWERTZ",
    "passed, 12",
    "sort.key2, acquired"
  })
  void sanitize_valueUnderAKeyOfSomethingElse_stays(String key, String value) {
    assertThat(sanitized(key, value)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Foo$6$bar.run and $1$2",
        "sha256 digest=da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "密码是空的",
        "hf_hub_download failed",
        "npm_config_registry=x"
      })
  void sanitize_likeASecret_stays(String text) {
    assertThat(sanitized("", text)).isEqualTo(text);
  }

  private String sanitized(String key, String text) {
    return sanitizer.sanitize(key, text, Carrier.ATTRIBUTE_VALUE);
  }
}

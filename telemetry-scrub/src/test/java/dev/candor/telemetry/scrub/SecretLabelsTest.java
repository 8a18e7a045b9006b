package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of secret is one under every label of secrets, joined by every sign. */
@Tag("P4")
class SecretLabelsTest {
  private static final String[] VALUES = {
    "9c21fd46-839c-07f6-801c-650928d135b7",
    "IXHIU-XGT6K-HKRMS-OYGGY",
    "QYTSSEWHKJIIWPED",
    "qytssewhkjii/wpedixohtsh==",
    "b25c93eacef8db189ca8359ea94dd3f1",
    "vq!gran17"
  };
  private static final String[] LABELS = {
    "password", "auth_key", "token", "licenceKey", "session_token", "x-functions-key", "DB_PASS",
  };

  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth_key",
        "bearer_token",
        "licence key",
        "product key",
        "activation code",
        "api_key",
        "secret",
        "Lizenzschlüssel",
        "Aktivierungscode",
        "API-Schluessel",
        "clé de licence",
        "clave de acceso",
        "chiave di licenza",
        "chave de ativação",
        "klucz licencyjny",
        "licenční klíč",
        "licensnyckel",
        "ключ лицензии",
        "授权码",
        "ライセンスキー",
        "인증 키",
        "bindpw",
        "storepass",
        "requirepass",
        "rootpwd",
        "ftp_pw",
        "userPass",
        "puk",
        "unseal_key",
        "community string",
        "new_password1",
        "password_confirmation",
        "password[0]",
        "password.0",
        "passwordConfirm",
        "api_key_2",
        "passphrase_old",
        "-Dpwd",
        "--db-pass"
      })
  void sanitize_valueUnderALabelOfSecrets_goes(String label) {
    for (String value : VALUES) {
      assertThat(sanitized(label + "=" + value + " n=3")).isEqualTo(label + "=<secret> n=3");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LABEL[VALUE]",
        "LABEL/VALUE",
        "LABEL(VALUE)",
        "(LABEL) VALUE",
        "LABEL – VALUE",
        "LABEL - VALUE",
        "LABEL ?= VALUE",
        "LABEL:=VALUE",
        "LABEL => VALUE",
        "LABEL|VALUE",
        "LABEL <- VALUE",
        "LABEL;VALUE",
        "-DLABEL=VALUE",
        "LABEL\tVALUE",
        "LABEL=u'VALUE'",
        "LABEL: r\"VALUE\"",
        "LABEL = @\"VALUE\"",
        "LABEL=L\"VALUE\"",
        "LABEL=N'VALUE'",
        "const LABEL: string = \"VALUE\"",
        "LABEL: &str = \"VALUE\"",
        "LABEL=Some(\"VALUE\")",
        "{\"LABEL\":{\"type\":\"string\",\"value\":\"VALUE\"}}",
        "LABEL: [VALUE]",
        "LABEL: |\n  VALUE\nn",
        "LABEL: !!str VALUE",
        "LABEL = \\\n  VALUE",
        "- name: LABEL\n  value: VALUE",
        "<e name=\"LABEL\" type=\"s\">VALUE</e>",
        "<LABEL type=\"s\">VALUE</LABEL>",
        "<LABEL><![CDATA[VALUE]]></LABEL>",
        "LABEL was set to VALUE",
        "LABEL entered: VALUE",
        "LABEL for bob is VALUE",
      })
  void sanitize_secretJoinedByASign_goesAlone(String form) {
    for (String label : LABELS) {
      String text = form.replace("LABEL", label);

      assertThat(sanitized(text.replace("VALUE", VALUES[1])))
          .isEqualTo(text.replace("VALUE", "<secret>"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error code: 0x8007000E",
        "exit code: E355",
        "code: E355",
        "code - 12",
        "error code=ABC12345",
        "primary_key=9c21fd46-839c-07f6-801c-650928d135b7",
        "primary_key=id",
        "foreign key: fk_tiles2",
        "partition key=2024-11-03",
        "key=F5",
        "key=CONFIGURATION_MANAGER",
        "keyboard=QWERTZ",
        "passed=3",
        "pass 2 of 3",
        "compass=270.5",
        "bandpass=525/50",
        "bypass=enabled",
        "token count=512",
        "max_tokens=131072",
        "token: IDENTIFIER",
        "password field: required",
        "password was changed by the user",
        "password - changed",
        "password/reset",
        "/api/password/reset",
        "/auth/token/refresh",
        "secret name: smtp",
        "key (optional)",
        "password (optional)",
        "setPassword(null)",
        "session [closed]",
        "auth method - oauth2",
        "salt concentration 150 mM",
        "map[key]=3",
        "key -> value",
        "pin=GPIO17",
        "spin=0.5",
        "password1 field is hidden",
        "passwords do not match",
        "secrets: none",
        "Primärschlüssel=id",
        "キー: F5",
        "密码错误",
        "session id 0197a2b4-5c6d-7e8f-9012-3456789abcde started",
        "password_min_length=8",
        "password>5",
        "keyframe=12",
        "publickey,password"
      })
  void sanitize_textThatOnlyTalksOfSecrets_stays(String text) {
    assertThat(sanitized(text)).isEqualTo(text);
  }

  private String sanitized(String text) {
    return sanitizer.sanitize("", text, Carrier.LOG_BODY);
  }
}

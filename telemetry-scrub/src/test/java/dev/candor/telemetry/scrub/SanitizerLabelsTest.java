package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value is found however it is joined to its label, and in whatever language that is. */
@Tag("P4")
class SanitizerLabelsTest {
  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LABEL=VALUE",
        "LABEL: VALUE",
        "LABEL => VALUE",
        "LABEL \u2192 VALUE",
        "LABEL is VALUE",
        "LABEL:\n    VALUE\nrest",
        "LABEL\tVALUE\t3",
        "LABEL,VALUE,3",
        "\"LABEL\",\"VALUE\"",
        "| LABEL | VALUE |",
        "{\"n\":1,\"LABEL\":\"VALUE\"}",
        "{\"name\":\"LABEL\",\"value\":\"VALUE\"}",
        "<LABEL>VALUE</LABEL>",
        "<LABEL>\n  VALUE\n</LABEL>",
        "<td>LABEL</td><td>VALUE</td>",
        "<key>LABEL</key>\n<string>VALUE</string>",
        "<b>LABEL:</b> VALUE",
        "<entry key=\"LABEL\">VALUE</entry>",
        "<property name=\"LABEL\" value=\"VALUE\"/>",
        "--LABEL VALUE --n 3",
        "Settings[mode=FAST, LABEL=VALUE]",
        "Config(LABEL='VALUE', n=3)",
        "{Mode:fast LABEL:VALUE Size:4}",
        "{:n=>1, :LABEL=>\"VALUE\"}",
        "**LABEL**: VALUE",
        "LABEL=\u001b[32mVALUE\u001b[0m",
      })
  void sanitize_valueBehindALabel_goesAlone(String form) {
    assertLabelled(form, "username", "quintero7", "<user>");
    assertLabelled(form, "password", "hunter22", "<secret>");
    assertLabelled(form, "patient_id", "P4711", "<id>");
    assertLabelled(form, "serial_number", "CX403371", "<id>");
    assertLabelled(form, "hostname", "scope-12", "<host>");
  }

  private void assertLabelled(String form, String label, String value, String placeholder) {
    String text = form.replace("LABEL", label).replace("VALUE", value);

    assertThat(sanitizer.sanitize("", text, Carrier.LOG_BODY))
        .isEqualTo(form.replace("LABEL", label).replace("VALUE", placeholder));
  }

  @ParameterizedTest
  @CsvSource({
    "Benutzername, jdoe7, <user>",
    "utilisateur, jdoe7, <user>",
    "usuario, jdoe7, <user>",
    "usuário, jdoe7, <user>",
    "gebruikersnaam, jdoe7, <user>",
    "użytkownik, jdoe7, <user>",
    "användarnamn, jdoe7, <user>",
    "kullanıcı, jdoe7, <user>",
    "пользователь, jdoe7, <user>",
    "用户名, jdoe7, <user>",
    "ユーザー名, jdoe7, <user>",
    "사용자, jdoe7, <user>",
    "Passwort, abcdef, <secret>",
    "contrasena, abcdef, <secret>",
    "lösenord, abcdef, <secret>",
    "şifre, abcdef, <secret>",
    "密码, abcdef, <secret>",
    "Fuehrerscheinnummer, B072RRE2I55, <id>",
    "Führerscheinnummer, B072RRE2I55, <id>",
    "pasaporte, C0B6ZMITO, <id>",
    "旅券番号, TK1234567, <id>",
    "numer seryjny, 57017264, <id>",
    "número_de_série, A05018430, <id>",
    "Seriennummer, A05018430, <id>",
    "doğum tarihi, 09/10/1982, <id>",
    "fecha de nacimiento, 1 de marzo de 1969, <id>",
    "生年月日, 1999年5月15日, <id>",
    "Nachname, Weißmüller, <name>",
    "apellidos, Muñoz Ibáñez, <name>",
    "achternaam, van der Heuvel, <name>",
    "фамилия, Кузнецов, <name>",
    "姓名, 李伟, <name>",
    "universidad, Universidad de Larkfield, <name>",
    "endereço, 'Rua Augusta 653', <name>",
    "病历号, P6714, <id>",
    "próbka, BX12-1649, <id>",
    "coordenadas, '-65.52985, 116.63978', <id>",
  })
  void sanitize_labelOfALanguage_isOne(String label, String value, String placeholder) {
    String text = "first\n" + label + ": " + value + "\nlast";

    assertThat(sanitizer.sanitize("", text, Carrier.LOG_BODY))
        .isEqualTo("first\n" + label + ": " + placeholder + "\nlast");
    assertThat(sanitizer.sanitize(label, value, Carrier.CONFIG_VALUE)).isEqualTo(placeholder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password:\n  min-length: 8",
        "users:\n- name: x",
        "Enter password:\nLogin failed",
        "user,host,time",
        "\"name\",\"user\",\"email\"",
        "<td>user</td><td></td>",
        "Password: must be at least 8 characters",
        "Invalid password: too short",
        "cookie: enabled",
        "uid=1000 gid=1000",
        "owner: com.example.agent.Service",
        "deviceId=2, clientId=1",
        "Bad activity token: android.os.BinderProxy@2bd79ce",
        "host (0x01)",
        "broker.host.id=1001",
      })
  void sanitize_labelWithoutAPersonalValue_stays(String text) {
    assertThat(sanitizer.sanitize("", text, Carrier.LOG_BODY)).isEqualTo(text);
  }
}

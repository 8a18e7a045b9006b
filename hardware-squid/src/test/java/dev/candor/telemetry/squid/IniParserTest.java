package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SQ-19")
class IniParserTest {
  @ParameterizedTest
  @CsvSource({
    "100e-6, 0.0001",
    "007, 7",
    "+5, 5",
    "5., 5",
    ".5, 0.5",
    "-1, -1",
    "2   # comment, 2",
    "'3\t# tab', 3"
  })
  void value_number_isNumber(String text, double number) {
    assertThat(IniValues.parse(text)).isEqualTo(new Value.Num(number));
  }

  @Test
  void value_words_followTheGrammar() {
    assertThat(IniValues.parse("None")).isEqualTo(Value.nothing());
    assertThat(IniValues.parse("True")).isEqualTo(new Value.Flag(true));
    assertThat(IniValues.parse("true")).isEqualTo(new Value.Flag(true));
    assertThat(IniValues.parse("False # off")).isEqualTo(new Value.Flag(false));
    assertThat(IniValues.parse("\"SQUID\"")).isEqualTo(new Value.Text("SQUID"));
    assertThat(IniValues.parse("\"A\"  # \"A\", \"B\"")).isEqualTo(new Value.Text("A"));
    assertThat(IniValues.parse("a#b")).isEqualTo(new Value.Text("a#b"));
    assertThat(IniValues.parse("")).isEqualTo(new Value.Text(""));
    assertThat(IniValues.parse("NaN")).isEqualTo(new Value.Text("NaN"));
    assertThat(IniValues.parse("{405: 1, 470: 2}")).isEqualTo(new Value.Text("{405: 1, 470: 2}"));
    assertThat(IniValues.parse("[1, 1]"))
        .isEqualTo(new Value.Items(List.of(new Value.Num(1), new Value.Num(1))));
    assertThat(IniValues.parse("[\"a#b\"] # why # not"))
        .isEqualTo(new Value.Items(List.of(new Value.Text("a#b"))));
    assertThat(IniValues.parse("{\"a\": 1} # x"))
        .isEqualTo(new Value.Table(Map.of("a", new Value.Num(1))));
  }

  @Test
  void parse_continuationsCommentsAndColons_followPython() throws UnreadableException {
    Value ini =
        IniParser.parse(
            """
            # comment
            [Section]
            ; comment
            Key : 1
            list = [1,
              2]
            empty =
            percent = 50%%
            """);

    Value section = ini.get("section");
    assertThat(section.get("key")).isEqualTo(new Value.Num(1));
    assertThat(section.get("list").items()).hasSize(2);
    assertThat(section.get("empty")).isEqualTo(new Value.Text(""));
    assertThat(section.get("percent")).isEqualTo(new Value.Text("50%%"));
  }
}

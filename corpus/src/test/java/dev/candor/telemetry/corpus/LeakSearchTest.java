package dev.candor.telemetry.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakSearchTest {
  private static final String SECRET = "j.whitcombe";
  private final LeakSearch search = new LeakSearch(List.of(SECRET));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "home of j.whitcombe",
        "home of J.WHITCOMBE",
        "home of itcom",
        "w-h-i-t-c-o-m-b-e",
        "%6A%2E%77%68%69%74%63%6F%6D%62%65",
        "%256A%252E%2577%2568%2569%2574%2563%256F%256D",
        "\\u006a\\u002e\\u0077\\u0068\\u0069\\u0074\\u0063",
        "&#106;&#46;&#x77;&#x68;&#x69;&#x74;&#x63;",
        "6a2e776869746378"
      })
  void leaks_plantedInAnyWriting_isTrue(String text) {
    assertThat(search.leaks(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<user>",
        "home of <path:.tif>",
        "2026-11-20 17:29:04.665 WARN whit and comb",
        "3972771f-92ef-4810-bbe0-4a0311e2f907"
      })
  void leaks_nothingPlanted_isFalse(String text) {
    assertThat(search.leaks(text)).isFalse();
  }

  @Test
  void leaks_base64CutAtAnyPlace_isTrue() {
    String encoded = base64(("{\"user\":\"" + SECRET + "\"}").getBytes(StandardCharsets.UTF_8));

    assertThat(search.leaks(encoded)).isTrue();
    assertThat(search.leaks(encoded.substring(5))).isTrue();
    assertThat(search.leaks(encoded.replace("=", ""))).isTrue();
  }

  @Test
  void leaks_threeEncodingsDeep_isTrue() {
    String once = "%6A%2E%77%68%69%74%63%6F%6D%62%65";
    String twice = base64(once.getBytes(StandardCharsets.UTF_8));
    String thrice = twice.replace("N", "\\u004e").replace("=", "\\u003d");

    assertThat(search.leaks(thrice)).isTrue();
  }

  @Test
  void leaks_hashOfTheSecret_isTrue() throws Exception {
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
      byte[] hash =
          MessageDigest.getInstance(algorithm).digest(SECRET.getBytes(StandardCharsets.UTF_8));

      assertThat(search.leaks("id " + HexFormat.of().formatHex(hash))).as(algorithm).isTrue();
      assertThat(search.leaks("id " + base64(hash))).as(algorithm).isTrue();
    }
  }

  @Test
  void leaks_shortSecret_countsAsAWordOnly() {
    LeakSearch word = new LeakSearch(List.of("Mill"));

    assertThat(word.leaks("4 Mill Road")).isTrue();
    assertThat(word.leaks("milliseconds")).isFalse();
  }

  @Test
  void leaks_partOfAChineseName_isTrue() {
    LeakSearch name = new LeakSearch(List.of("欧阳晓明"));

    assertThat(name.leaks("用户 欧阳")).isTrue();
    assertThat(name.leaks("用户 <name>")).isFalse();
  }

  @Test
  void leaks_twoDigitsOfADateInCharacters_isFalse() {
    LeakSearch date = new LeakSearch(List.of("1941年8月22日"));

    assertThat(date.leaks("%25E7%2594%259F: <id>")).isFalse();
    assertThat(date.leaks("<id>8月")).isTrue();
  }

  @Test
  void leaks_numberWithOtherSeparators_isTrue() {
    LeakSearch number = new LeakSearch(List.of("+49 6221 54 12345"));

    assertThat(number.leaks("49-6221-54-12345")).isTrue();
    assertThat(number.leaks("call <phone>")).isFalse();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}

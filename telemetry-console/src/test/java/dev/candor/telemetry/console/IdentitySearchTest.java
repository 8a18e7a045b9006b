package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("P4")
class IdentitySearchTest {
  private final IdentitySearch search = new IdentitySearch(IdentitySearch.PLANTED);

  static Stream<UnaryOperator<String>> forms() {
    return Stream.of(
        text -> text,
        text -> text.toUpperCase(Locale.ROOT),
        text -> URLEncoder.encode(text, StandardCharsets.UTF_8),
        text -> text.replace(" ", "%20"),
        text -> percent(text),
        text -> base64(bytes(text)),
        text -> base64(bytes("/home/" + text + "/x")),
        text -> base64(bytes("a=" + text + "/data")),
        text -> base64(bytes(">" + text)),
        text -> HexFormat.of().formatHex(hash("MD5", text)),
        text -> HexFormat.of().withUpperCase().formatHex(hash("SHA-1", text)),
        text -> HexFormat.of().formatHex(hash("SHA-256", text)),
        text -> HexFormat.of().formatHex(hash("SHA-256", text.toLowerCase(Locale.ROOT))),
        text -> base64(hash("MD5", text)),
        text -> base64(hash("SHA-1", text)),
        text -> Base64.getUrlEncoder().withoutPadding().encodeToString(hash("SHA-256", text)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void in_anyForm_findsEveryIdentity(UnaryOperator<String> form) {
    for (String identity : IdentitySearch.PLANTED) {
      byte[] body = bytes("{\"v\":\"" + form.apply(identity) + "\"}");

      assertThat(search.in("body", body))
          .extracting(IdentitySearch.Hit::identity)
          .contains(identity);
    }
  }

  @Test
  void in_cleanBytes_findsNothing() throws Exception {
    byte[] sample = Files.readAllBytes(Samples.ARRIVED);

    assertThat(search.in("arrived", sample)).isEmpty();
  }

  @Test
  void in_rawHash_isFound() {
    assertThat(search.in("body", hash("SHA-256", "alice"))).isNotEmpty();
  }

  @Test
  void byIdentity_twoPlaces_areCounted() {
    IdentitySearch.Hit hit = new IdentitySearch.Hit("alice", "plain", "a");

    assertThat(IdentitySearch.byIdentity(List.of(hit, hit))).containsEntry("alice (plain)", 2L);
  }

  @Test
  void parse_brokenLine_isRefusedUnlessItIsTheLast() {
    assertThat(Arrived.parse(List.of("{}", "{\"resourceSp")).spans()).isEmpty();
    assertThatThrownBy(() -> Arrived.parse(List.of("{\"resourceSp", "{}")))
        .isInstanceOf(CommandFailure.class);
  }

  private static String percent(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : bytes(text)) {
      encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
    }
    return encoded.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] hash(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

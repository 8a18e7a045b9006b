package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Contact.Trouble;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContactTest {
  private static final Sealed NOTHING = new Sealed("/v1", "text/plain", new byte[0], List.of());
  private static final Duration LONG = Duration.ofSeconds(20);

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(caused(new UnresolvedAddressException()), Trouble.NAME),
        Arguments.of(caused(new UnknownHostException("secret.example")), Trouble.NAME),
        Arguments.of(caused(new SSLHandshakeException("secret.example")), Trouble.TLS),
        Arguments.of(caused(new HttpTimeoutException("secret")), Trouble.TIME),
        Arguments.of(caused(new HttpConnectTimeoutException("secret")), Trouble.CONNECTION),
        Arguments.of(caused(new ConnectException("secret")), Trouble.CONNECTION));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failed_ofAnyDepth_isSorted(Throwable failure, Trouble trouble) {
    Contact contact = Contact.failed(failure);

    assertThat(contact).isEqualTo(new Contact(0, trouble));
    assertThat(contact.words() + contact).doesNotContain("secret");
  }

  @Test
  void failed_withoutFailure_isTime() {
    assertThat(Contact.failed(null).words()).isEqualTo("no answer in time");
  }

  @Test
  void contact_beforeAnyExchange_isNone() {
    try (HttpDelivery delivery = HttpDelivery.builder(URI.create("https://lab.invalid")).build()) {
      assertThat(delivery.contact()).isEqualTo(Contact.none());
    }
  }

  @Test
  @Tag("P4")
  void check_settingsThatNoRequestCanHold_saysSoWithoutThem() {
    try (HttpDelivery delivery =
        HttpDelivery.builder(URI.create("https://lab.invalid"))
            .headers(() -> Map.of("A", "secret\n"))
            .build()) {
      Check check = delivery.check(NOTHING, LONG, Check::of);

      assertThat(check.result()).isEqualTo(Check.Result.UNREACHABLE);
      assertThat(check.toString()).contains("no request can be made").doesNotContain("secret");
    }
  }

  private static Throwable caused(Throwable cause) {
    return new ExecutionException("secret", new ConnectException("secret").initCause(cause));
  }
}

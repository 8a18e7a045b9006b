package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HttpClientsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final HttpClients clients =
      new HttpClients(URI.create("https://collector.example.org"), nanos::get);

  @Test
  void get_inUse_isTheSame() {
    HttpClient first = clients.get();
    nanos.addAndGet(Duration.ofSeconds(29).toNanos());
    clients.used(true);
    nanos.addAndGet(Duration.ofSeconds(29).toNanos());

    assertThat(clients.get()).isSameAs(first);
  }

  @Test
  @Tag("P7")
  void get_afterARest_leavesOldConnectionsBehind() {
    HttpClient first = clients.get();
    nanos.addAndGet(Duration.ofSeconds(31).toNanos());

    assertThat(clients.get()).isNotSameAs(first);
  }

  @Test
  @Tag("P9")
  void get_manyRests_keepsFewClients() {
    List<HttpClient> held = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      held.add(clients.get());
      nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    }

    assertThat(held.stream().distinct().count()).isLessThanOrEqualTo(4);
  }

  @Test
  void get_followsNoRedirectAndSpeaksHttp11() {
    HttpClient client = clients.get();

    assertThat(client.followRedirects()).isEqualTo(HttpClient.Redirect.NEVER);
    assertThat(client.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(client.cookieHandler()).isEmpty();
    assertThat(client.authenticator()).isEmpty();
  }

  @Test
  void get_closed_isRefused() {
    clients.get();
    clients.close();

    assertThatThrownBy(clients::get).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void execute_rightAfterAnAnswer_isDoneByTheCaller() {
    clients.get();
    clients.used(true);
    clients.get();

    assertThat(ranOn()).isSameAs(Thread.currentThread());
  }

  @Test
  void execute_asManyAtOnceAsWereAnswered_isDoneByTheCaller() {
    clients.get();
    clients.get();
    clients.used(true);
    clients.used(true);
    clients.get();
    clients.get();

    assertThat(ranOn()).isSameAs(Thread.currentThread());
  }

  @Test
  @Tag("P9")
  void execute_moreAtOnceThanWereAnswered_isDoneByAnother() {
    clients.get();
    clients.used(true);
    clients.get();
    clients.get();

    assertThat(ranOn()).isNotSameAs(Thread.currentThread());
  }

  @Test
  @Tag("P9")
  void execute_atFirst_isDoneByAnother() {
    clients.get();

    assertThat(ranOn()).isNotSameAs(Thread.currentThread());
  }

  @Test
  @Tag("P9")
  void execute_withoutAnAnswer_isDoneByAnother() {
    clients.get();
    clients.used(false);
    clients.get();

    assertThat(ranOn()).isNotSameAs(Thread.currentThread());
  }

  @Test
  @Tag("P9")
  void execute_aWhileAfterAnAnswer_isDoneByAnother() {
    clients.get();
    clients.used(true);
    nanos.addAndGet(Duration.ofSeconds(6).toNanos());
    clients.get();

    assertThat(ranOn()).isNotSameAs(Thread.currentThread());
  }

  @Test
  @Tag("P9")
  void execute_interrupted_isDoneByAnother() {
    clients.get();
    clients.used(true);
    Thread.currentThread().interrupt();
    clients.get();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ranOn()).isNotSameAs(Thread.currentThread());
  }

  private Thread ranOn() {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    clients.execute(() -> thread.complete(Thread.currentThread()));
    return thread.join();
  }
}

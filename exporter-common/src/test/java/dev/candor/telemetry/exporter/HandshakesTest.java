package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a completed handshake does is held by the contract of destinations, with a certificate. */
@Tag("P7")
class HandshakesTest {
  private final Handshakes handshakes = new Handshakes();
  private final SSLContext context = handshakes.context();

  @Test
  void any_noneEnded_isFalse() throws SSLException {
    SSLEngine engine = connect();
    hello(engine);

    assertThat(handshakes.any()).isFalse();
  }

  @Test
  void any_answeredWithoutTls_isFalse() throws SSLException {
    SSLEngine engine = connect();
    hello(engine);
    ByteBuffer plain = ByteBuffer.wrap("HTTP/1.1 400 no\r\n\r\n".getBytes());

    assertThatThrownBy(() -> engine.unwrap(plain, application(engine)))
        .isInstanceOf(SSLException.class);

    assertThat(handshakes.any()).isFalse();
  }

  @Test
  void any_manyThatFailed_isStillFalse() {
    for (int i = 0; i < 1_000; i++) {
      connect().closeOutbound();
    }

    assertThat(handshakes.any()).isFalse();
  }

  @Test
  void any_moreAtOnceThanAreWatched_isTakenForTrue() {
    List<SSLEngine> open = Stream.generate(this::connect).limit(1_000).toList();

    assertThat(handshakes.any()).isTrue();
    assertThat(open).noneMatch(SSLEngine::isOutboundDone);
  }

  private SSLEngine connect() {
    SSLEngine engine = context.createSSLEngine("127.0.0.1", 1);
    engine.setUseClientMode(true);
    return engine;
  }

  private static void hello(SSLEngine engine) throws SSLException {
    engine.wrap(
        ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
  }

  private static ByteBuffer application(SSLEngine engine) {
    return ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
  }
}

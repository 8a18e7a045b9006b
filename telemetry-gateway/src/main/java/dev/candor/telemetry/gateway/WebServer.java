package dev.candor.telemetry.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The listening side: a few threads for any number of connections. */
final class WebServer implements AutoCloseable {
  private static final int THREADS = 12;
  private static final int IDLE_MILLIS = 60_000;
  private static final int IDLE_WHEN_CROWDED_MILLIS = 2_000;

  private final Server server;
  private final ServerConnector connector;

  WebServer(GatewayConfig config, Handler handler) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4, IDLE_MILLIS);
    threads.setName("candor-gateway");
    server = new Server(threads);
    connector = connector(config);
    connector.setHost(config.listen().host());
    connector.setPort(config.listen().port());
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    NetworkConnectionLimit limit =
        new NetworkConnectionLimit(config.limits().connections(), connector);
    limit.setEndPointIdleTimeout(IDLE_WHEN_CROWDED_MILLIS);
    server.addBean(limit);
    server.setHandler(handler);
    // What is no request of HTTP or has too many headers: a Collector drops what is answered with
    // 400
    // or 431, and a page about it would quote the request.
    server.setErrorHandler(
        (request, response, callback) -> {
          response.setStatus(503);
          response.getHeaders().put(HttpHeader.RETRY_AFTER, config.retryAfter().toSeconds());
          response.write(/* last= */ true, ByteBuffer.allocate(0), callback);
          return true;
        });
    server.setStopTimeout(0);
    server.setStopAtShutdown(false);
  }

  /**
   * Begins to listen.
   *
   * @throws IOException if the address is taken or is none of this machine; says neither
   */
  void start() throws IOException {
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw new IOException("the listening address cannot be used: is it taken?");
    }
  }

  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }

  private ServerConnector connector(GatewayConfig config) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(config.limits().headers());
    // Paths are compared whole; a doubled slash is answered by us, for a Collector drops a 400.
    http.setUriCompliance(UriCompliance.UNSAFE);
    TlsFiles tls = config.tls();
    if (tls == null) {
      return new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    }
    SecureRequestCustomizer secure = new SecureRequestCustomizer();
    secure.setSniHostCheck(false); // the client checks names; this server has one certificate
    http.addCustomizer(secure);
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStore(tls.read());
    context.setKeyStorePassword("");
    context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return new ServerConnector(
        server,
        1,
        1,
        new SslConnectionFactory(context, "http/1.1"),
        new HttpConnectionFactory(http));
  }
}

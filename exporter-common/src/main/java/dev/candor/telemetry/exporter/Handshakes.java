package dev.candor.telemetry.exporter;

import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether any connection of a delivery has completed a TLS handshake: before the first, no
 * body can have left. Exceptions do not tell, since a port that speaks no TLS, or ends it half way,
 * fails with the same ones as a connection that breaks later. Safe on any thread.
 */
final class Handshakes {
  // The cipher suite of an engine whose handshake has not ended, by SSLEngine's documentation.
  private static final String NONE = "SSL_NULL_WITH_NULL_NULL";
  private static final int MOST_WATCHED = 32;

  // Held, so that none is collected before it is asked. Empty once one is known.
  private final List<SSLEngine> watched = new ArrayList<>();
  private boolean any;

  /**
   * Returns what makes engines that are watched; they trust as the application does now.
   *
   * @throws IllegalStateException if the application has no TLS
   */
  SSLContext context() {
    try {
      return new Watched(SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no TLS: " + e.getClass().getSimpleName());
    }
  }

  /** Tells whether a handshake was completed, or may have been. */
  synchronized boolean any() {
    if (!any && watched.stream().anyMatch(Handshakes::isComplete)) {
      known();
    }
    return any;
  }

  private synchronized SSLEngine watch(SSLEngine engine) {
    if (any()) {
      return engine;
    }
    watched.removeIf(SSLEngine::isOutboundDone);
    watched.add(engine);
    if (watched.size() > MOST_WATCHED) {
      known();
    }
    return engine;
  }

  private void known() {
    any = true;
    watched.clear();
  }

  private static boolean isComplete(SSLEngine engine) {
    return !engine.getSession().getCipherSuite().equals(NONE);
  }

  private final class Watched extends SSLContext {
    Watched(SSLContext trusted) {
      super(new Watching(trusted), trusted.getProvider(), trusted.getProtocol());
    }
  }

  /** Asks the context that it wraps, and nothing else. */
  private final class Watching extends SSLContextSpi {
    private final SSLContext trusted;

    Watching(SSLContext trusted) {
      this.trusted = trusted;
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return watch(trusted.createSSLEngine());
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      return watch(trusted.createSSLEngine(host, port));
    }

    @Override
    protected void engineInit(
        KeyManager @Nullable [] keys,
        TrustManager @Nullable [] trust,
        @Nullable SecureRandom random)
        throws KeyManagementException {
      throw new KeyManagementException("it is what the application made it");
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      return trusted.getSocketFactory();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      return trusted.getServerSocketFactory();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return trusted.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return trusted.getClientSessionContext();
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
      return trusted.getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
      return trusted.getSupportedSSLParameters();
    }
  }
}

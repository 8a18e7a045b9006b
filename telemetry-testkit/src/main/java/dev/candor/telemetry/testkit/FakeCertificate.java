package dev.candor.telemetry.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key and a certificate that nobody trusts, for a {@link LoopbackBackend}. Made by the {@code
 * keytool} of this Java, once for each name; on disk for as long as that takes. Any thread.
 */
public final class FakeCertificate {
  private static final Map<String, FakeCertificate> MADE = new ConcurrentHashMap<>();
  private static final String PASSWORD = "changeit";

  private final KeyStore keys;

  private FakeCertificate(KeyStore keys) {
    this.keys = keys;
  }

  /**
   * Returns the certificate of a name.
   *
   * @param name as {@code keytool} wants it, such as {@code dns:elsewhere.invalid} or {@code
   *     ip:127.0.0.1}
   */
  public static FakeCertificate of(String name) {
    return MADE.computeIfAbsent(name, FakeCertificate::make);
  }

  /** Returns what a server needs to show it. */
  public SSLContext server() {
    try {
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no TLS on this Java", e);
    }
  }

  /** Returns it, for whoever is to trust it. */
  public Certificate certificate() {
    try {
      return keys.getCertificate("test");
    } catch (KeyStoreException e) {
      throw new IllegalStateException("the keys were loaded before", e);
    }
  }

  /** Returns its key, for servers that are no Java. */
  public Key key() {
    try {
      return keys.getKey("test", PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keys were loaded before", e);
    }
  }

  /** Does something while this Java trusts it, and nothing else. One at a time. */
  public <T> T whileTrusted(Supplier<T> action) {
    try {
      SSLContext before = SSLContext.getDefault();
      SSLContext.setDefault(client());
      try {
        return action.get();
      } finally {
        SSLContext.setDefault(before);
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no TLS on this Java", e);
    }
  }

  private SSLContext client() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("test", keys.getCertificate("test"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static FakeCertificate make(String name) {
    try {
      Path folder = Files.createTempDirectory("candor-certificate");
      Path file = folder.resolve("keys.p12");
      keytool(name, file);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      Files.delete(file);
      Files.delete(folder);
      return new FakeCertificate(keys);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no certificate could be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void keytool(String name, Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=" + name)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("keytool made no certificate");
    }
  }
}

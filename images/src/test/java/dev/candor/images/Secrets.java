package dev.candor.images;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Map;

/** The two folders that {@code images/secrets} makes, and what a test puts in beside. */
record Secrets(Path folder) {
  private static final int OWNER = 65532;
  private static final String PASSWORD = "changeit";

  /** Java's options for {@link #trust}, as an operator with certificates of their own sets them. */
  static final String TRUST_OPTIONS =
      "-Djavax.net.ssl.trustStore=/run/candor/trust.p12 -Djavax.net.ssl.trustStorePassword="
          + PASSWORD;

  static Secrets make(Path folder) {
    Finished ended = Scripts.run("secrets", folder.toString());
    if (ended.exit() != 0) {
      throw new AssertionError("images/secrets failed: " + ended.output());
    }
    return new Secrets(folder);
  }

  /** What an application is told of a Collector at this port, and all that it is told. */
  Map<String, String> forApplications(int port) {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "http://127.0.0.1:" + port,
        "TELEMETRY_TIMEOUT",
        "30",
        "OTEL_EXPORTER_OTLP_HEADERS",
        "authorization=Bearer%20" + read("collector/ingest.token"));
  }

  String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void put(String file, String text) {
    try {
      own(Files.writeString(folder.resolve(file), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets Collector and gateway trust a certificate. */
  void trust(Certificate certificate) {
    try {
      put(
          "collector/ca/vendors.pem",
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'})
                  .encodeToString(certificate.getEncoded())
              + "\n-----END CERTIFICATE-----\n");
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("vendors", certificate);
      Path file = folder.resolve("gateway/trust.p12");
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, PASSWORD.toCharArray());
      }
      own(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PKCS12", e);
    }
  }

  private static void own(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.setAttribute(file, "unix:uid", OWNER);
    Files.setAttribute(file, "unix:gid", OWNER);
  }
}

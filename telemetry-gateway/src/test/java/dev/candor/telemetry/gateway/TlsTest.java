package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS by PEM files. */
class TlsTest {
  private static final char[] PASSWORD = "not-a-real-one".toCharArray();

  @TempDir Path temporary;

  @Test
  void request_overTls_isAnswered()
      throws IOException, GeneralSecurityException, InterruptedException {
    KeyStore made = keyStore();
    TlsFiles files = pem(made);
    try (TestGateway gateway =
        TestGateway.start(
            TestGateway.config(temporary.resolve("gateway"))
                .store(Duration.ofDays(1))
                .tls(files))) {
      HttpClient client = HttpClient.newBuilder().sslContext(trusting(made)).build();
      URI ready = URI.create("https://127.0.0.1:" + gateway.uri("/").getPort() + "/ready");

      assertThat(client.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.ofString()).body())
          .isEqualTo("ready\n");
    }
  }

  @Test
  void files_noPem_areRefusedWithoutTheirPaths() throws IOException {
    Path file = Files.writeString(temporary.resolve("jane.pem"), "jane");

    assertThatThrownBy(() -> new TlsFiles(file, file).read())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tls " + TlsFiles.RULE);
  }

  private KeyStore keyStore() throws IOException, GeneralSecurityException, InterruptedException {
    Path file = temporary.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "gateway",
                "-keyalg",
                "EC",
                "-dname",
                "CN=gateway",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private TlsFiles pem(KeyStore keys) throws IOException, GeneralSecurityException {
    Certificate certificate = keys.getCertificate("gateway");
    return new TlsFiles(
        write("certificate.pem", "CERTIFICATE", certificate.getEncoded()),
        write("key.pem", "PRIVATE KEY", keys.getKey("gateway", PASSWORD).getEncoded()));
  }

  private Path write(String name, String kind, byte[] encoded) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return Files.writeString(
        temporary.resolve(name),
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  private static SSLContext trusting(KeyStore keys) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("gateway", keys.getCertificate("gateway"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}

package dev.candor.telemetry.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate with its chain, and its key, as PEM files. Read once, when the gateway starts.
 *
 * @param certificate the chain, the server's own first
 * @param key its private key, PKCS#8, not encrypted
 */
public record TlsFiles(Path certificate, Path key) {
  /** What the files must be. */
  public static final String RULE =
      "must be a PEM chain and its PEM key (BEGIN PRIVATE KEY), readable by this user";

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

  /**
   * Reads both.
   *
   * @throws IllegalArgumentException naming the {@link #RULE} and nothing of the files
   */
  KeyStore read() {
    try {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate)))
              .toArray(new Certificate[0]);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("gateway", privateKey(), new char[0], chain);
      return store;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      // What they say may name files, or quote them.
      throw new IllegalArgumentException("tls " + RULE);
    }
  }

  private PrivateKey privateKey() throws IOException, GeneralSecurityException {
    String text = Files.readString(key, StandardCharsets.US_ASCII);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new GeneralSecurityException("no key");
    }
    byte[] encoded =
        Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end).strip());
    for (String algorithm : ALGORITHMS) {
      PrivateKey read = privateKey(algorithm, encoded);
      if (read != null) {
        return read;
      }
    }
    throw new GeneralSecurityException("no key of a known kind");
  }

  private static @Nullable PrivateKey privateKey(String algorithm, byte[] encoded) {
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      return null; // a key of another kind
    }
  }

  /** Shows no path. */
  @Override
  public String toString() {
    return "TlsFiles";
  }
}

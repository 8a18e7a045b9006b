package dev.candor.telemetry.collector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The configuration files that come with this module. */
public enum CollectorFiles {
  /** What every Collector of Candor starts from: the built-in events and Squid's. */
  BASE("base.yaml"),
  /** Writes what passed into the file {@code CANDOR_FILE}. */
  DEST_FILE("dest-file.yaml"),
  /**
   * Passes on by OTLP/HTTP: {@code CANDOR_DEST_ENDPOINT}, {@code CANDOR_DEST_TOKEN}, {@code
   * CANDOR_QUEUE_DIR}.
   */
  DEST_OTLP("dest-otlp.yaml"),
  /** Google Analytics 4, by the gateway. */
  DEST_GA4("dest-ga4.yaml"),
  /** Amplitude, by the gateway. */
  DEST_AMPLITUDE("dest-amplitude.yaml"),
  /** Sentry: errors and sessions by the gateway, spans straight to the project's OTLP address. */
  DEST_SENTRY("dest-sentry.yaml"),
  /** Several vendors by the gateway, in one request: {@code CANDOR_GATEWAY_PATHS} names them. */
  DEST_GATEWAY("dest-gateway.yaml"),
  /** The gateway's own store. */
  DEST_STORE("dest-store.yaml"),
  /** Kafka, for another Collector with {@link #FROM_KAFKA}. */
  DEST_KAFKA("dest-kafka.yaml"),
  /** Totals for Prometheus to fetch. */
  DEST_PROMETHEUS("dest-prometheus.yaml"),
  /** ClickHouse, by the contrib distribution only. */
  DEST_CLICKHOUSE("dest-clickhouse.yaml"),
  /** Takes in what {@link #DEST_KAFKA} wrote. */
  FROM_KAFKA("from-kafka.yaml"),
  /** Takes in over TLS: {@code CANDOR_TLS_CERTIFICATE}, {@code CANDOR_TLS_KEY}. */
  LISTEN_TLS("listen-tls.yaml");

  private final String file;

  CollectorFiles(String file) {
    this.file = file;
  }

  /** The name of the file. */
  public String file() {
    return file;
  }

  /** The text of the file. */
  public String text() {
    try (InputStream in = open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CollectorException(file + " cannot be read", e);
    }
  }

  /** Copies the file into a folder, over an older one, and returns its path. */
  public Path unpack(Path folder) {
    Path target = folder.resolve(file);
    try (InputStream in = open()) {
      Files.createDirectories(folder);
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      return target;
    } catch (IOException e) {
      throw new CollectorException(file + " cannot be written: is the folder writable?", e);
    }
  }

  private InputStream open() {
    InputStream in = CollectorFiles.class.getResourceAsStream(file);
    if (in == null) {
      throw new CollectorException(file + " is missing in this build");
    }
    return in;
  }
}

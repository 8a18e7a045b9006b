package dev.candor.telemetry.exporter;

import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * How the latest exchange with a destination went, for people who look for a fault. Holds no
 * address, no text of an answer and no value.
 *
 * @param status the HTTP status, or 0 if none came
 * @param trouble why none came
 */
public record Contact(int status, Trouble trouble) {
  private static final Contact NONE = new Contact(0, Trouble.NONE);

  /** There was no exchange yet. */
  public static Contact none() {
    return NONE;
  }

  static Contact answered(int status) {
    return new Contact(status, Trouble.NONE);
  }

  /** Without an answer; a failure that is null is time that was up. */
  static Contact failed(@Nullable Throwable failure) {
    if (failure == null) {
      return new Contact(0, Trouble.TIME);
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return new Contact(0, Trouble.NAME);
      }
      if (cause instanceof SSLException) {
        return new Contact(0, Trouble.TLS);
      }
      if (cause instanceof HttpTimeoutException
          && !(cause instanceof HttpConnectTimeoutException)) {
        return new Contact(0, Trouble.TIME);
      }
    }
    return new Contact(0, Trouble.CONNECTION);
  }

  /** The status, or why there is none, in words. */
  public String words() {
    return status == 0 ? trouble.words() : "status " + status;
  }

  /** Why no answer came. */
  public enum Trouble {
    /** There was none. */
    NONE("not asked yet"),
    /** A setting cannot be put into a request, or its supplier failed. */
    SETTINGS("no request can be made of the settings"),
    /** Nobody knows the host's name. */
    NAME("its name is not found"),
    /** The host or the port does not answer, or hung up. */
    CONNECTION("no connection"),
    /** The certificate is not trusted, or is another host's, or TLS failed. */
    TLS("its certificate is not trusted, or not for this name"),
    /** The time was up. */
    TIME("no answer in time");

    private final String words;

    Trouble(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}

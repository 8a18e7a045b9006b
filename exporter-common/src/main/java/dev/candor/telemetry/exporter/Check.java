package dev.candor.telemetry.exporter;

/**
 * What {@link Destination#check} found.
 *
 * @param result in one word
 * @param status the HTTP status, or 0 if no answer came
 * @param rule what is right or wrong, in words of ours: never a value, an address or words of an
 *     answer
 */
public record Check(Result result, int status, String rule) {
  /** The destination has no harmless request. */
  public static Check none() {
    return new Check(Result.UNKNOWN, 0, "it has no request of which nothing is stored");
  }

  /** It answered as it should. */
  public static Check ok(HttpAnswer answer, String rule) {
    return new Check(Result.OK, answer.status(), rule);
  }

  /** It answered, and nothing would be taken. */
  public static Check refused(HttpAnswer answer, String rule) {
    return new Check(Result.REFUSED, answer.status(), rule);
  }

  /** No answer came. */
  public static Check unreachable(Contact contact) {
    return new Check(Result.UNREACHABLE, 0, contact.words());
  }

  /** What a status means that a destination has no rule of its own for. */
  public static Check of(HttpAnswer answer) {
    int status = answer.status();
    if (status / 100 == 2) {
      return answer.isWebPage()
          ? refused(answer, "a web page answered: a portal in between, or another address")
          : ok(answer, "it answers as it should");
    }
    return refused(
        answer,
        switch (status) {
          case 401, 402, 403 -> "the credentials are not accepted";
          case 404, 405, 410 -> "there is no such address: the base address is not right";
          case 407 -> "a proxy in between wants credentials";
          case 408, 425, 429, 503 -> "it takes nothing for now";
          case 511 -> "a portal in between wants a login";
          default ->
              switch (status / 100) {
                case 3 -> "it names another address; redirects are not followed";
                case 4 -> "the request is not understood: the base address may not be right";
                default -> "the server failed";
              };
        });
  }

  /** In one word. */
  public enum Result {
    /** Address and, where it can be known, credentials are right. */
    OK,
    /** It answered, and would take nothing. */
    REFUSED,
    /** No answer came. */
    UNREACHABLE,
    /** It cannot be asked without storing something. */
    UNKNOWN
  }
}

package dev.candor.telemetry.exporter.sentry;

/** Why something meant for Sentry never got there: words of its list that a server takes. */
enum DiscardReason {
  /** Not sent, because a rate limit held. */
  LIMITED("ratelimit_backoff"),
  /** Sent, and the server failed at it or refused it. */
  REFUSED("send_error"),
  /** Sent without an answer, and not sent again: Sentry would count it twice. */
  UNANSWERED("network_error"),
  /** Withheld when it was about to be sent. */
  WITHHELD("before_send"),
  /** It lacks what Sentry needs, such as the id of a session. */
  INCOMPLETE("insufficient_data"),
  /** Left out by our mapping: too large, whatever is cut. */
  LEFT_OUT("event_processor");

  private final String word;

  DiscardReason(String word) {
    this.word = word;
  }

  /** Sentry's word for it. */
  String word() {
    return word;
  }
}

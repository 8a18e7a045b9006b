package dev.candor.telemetry.corpus;

/** Which draws a build looks at. */
final class Seeds {
  /** The one whose score is a page of the guide. */
  static final long PAGE = 1;

  static final long SECOND = 2;

  /** Another one in each build; {@code -Dcandor.corpus.seed} repeats one. */
  static final long FRESH = Long.getLong("candor.corpus.seed", System.nanoTime() & 0xffff_ffffL);

  private Seeds() {}
}

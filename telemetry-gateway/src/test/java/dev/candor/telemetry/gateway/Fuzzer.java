package dev.candor.telemetry.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Posts requests of spans and of counts with faults in them, and bytes that are nothing at all.
 * Equal seeds post the same. One thread.
 */
final class Fuzzer {
  private static final List<String> PATHS = List.of("/amplitude/v1/", "/store/v1/");
  private static final String PROTO = "application/x-protobuf";
  private static final String JSON = "application/json";
  private static final int MOST_RANDOM = 4_000;

  private final Attacker attacker;
  private final SplittableRandom random;
  private final List<Original> originals;
  private int posted;

  /** A request as it should be. */
  private record Original(String signal, String type, byte[] body) {}

  /**
   * One that begins at the beginning.
   *
   * @param word stands in the requests wherever a text can
   */
  Fuzzer(Attacker attacker, long seed, String word) {
    this.attacker = attacker;
    this.random = new SplittableRandom(seed);
    this.originals =
        List.of(
            new Original("traces", PROTO, Victims.spans(word).toByteArray()),
            new Original("traces", JSON, Victims.json(Victims.spans(word))),
            new Original("metrics", PROTO, Victims.counts(word).toByteArray()),
            new Original("metrics", JSON, Victims.json(Victims.counts(word))));
  }

  /** How many it has posted. */
  int posted() {
    return posted;
  }

  void post(int bodies) {
    for (int i = 0; i < bodies; i++) {
      Original original = any(originals);
      // Now and then the body of one signal or form comes as another.
      Original said = random.nextInt(8) == 0 ? any(originals) : original;
      byte[] body = random.nextInt(5) == 0 ? bytes() : mutated(original.body());
      boolean zipped = random.nextInt(4) == 0;
      attacker.post(
          any(PATHS) + said.signal(),
          said.type(),
          zipped ? "Content-Encoding: gzip\r\n" : "",
          zipped && random.nextInt(3) > 0 ? TestRequests.gzip(body) : body);
      posted++;
    }
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(MOST_RANDOM)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] mutated(byte[] original) {
    byte[] body = original.clone();
    for (int i = random.nextInt(12); i >= 0; i--) {
      int at = random.nextInt(body.length);
      switch (random.nextInt(5)) {
        case 0 -> body[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> body[at] = (byte) random.nextInt(256);
        case 2 -> body = Arrays.copyOf(body, Math.max(1, at));
        case 3 -> Arrays.fill(body, at, Math.min(body.length, at + 9), (byte) 0xff);
        default -> {
          int from = body.length;
          body = Arrays.copyOf(body, from + from - at);
          System.arraycopy(body, at, body, from, from - at);
        }
      }
    }
    return body;
  }
}

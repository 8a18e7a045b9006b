package dev.candor.telemetry.outbox;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SelfDescription;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The present answer as the store's rows see it: which purposes and kinds may leave now. */
final class Permission {
  /** Enough to tell one's own words apart. */
  private static final int HASH_LENGTH = 8;

  private final Set<String> needs;

  private Permission(Set<String> needs) {
    this.needs = needs;
  }

  /** Asks; a policy that fails allows nothing. */
  static Permission ask(SendPolicy policy, String destination, Faults faults) {
    Set<String> needs = new TreeSet<>();
    try {
      for (Purpose purpose : Purpose.values()) {
        Send send = policy.allows(purpose);
        if (send != Send.NOTHING) {
          needs.add(purpose.name() + "/" + Drafts.COUNT);
        }
        if (send == Send.EVERYTHING) {
          needs.add(purpose.name() + "/" + Drafts.EVENT);
        }
      }
      if (!needs.isEmpty()) {
        needs.addAll(toTell(policy.description(destination)));
      }
    } catch (RuntimeException e) {
      faults.count("policy");
      needs.clear();
    }
    return new Permission(needs);
  }

  /**
   * What a body needs that was sealed with a self-description: that the person still approves these
   * very words. None needs nothing.
   */
  static Set<String> toTell(SelfDescription description) {
    if (description.isEmpty()) {
      return Set.of();
    }
    StringBuilder words = new StringBuilder();
    Stream.of(
            description.instrument(),
            description.institution(),
            description.lab(),
            description.location())
        .forEach(word -> words.append(word == null ? "" : word).append('\0'));
    return Set.of(
        "SELF/"
            + Digest.sha256(words.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, HASH_LENGTH));
  }

  boolean isNothing() {
    return needs.isEmpty();
  }

  boolean allows(String need) {
    return needs.contains(need);
  }

  boolean allowsAll(Collection<String> all) {
    return needs.containsAll(all);
  }

  /** As the JSON array that a statement takes. */
  String json() {
    return "[\"" + String.join("\",\"", needs) + "\"]";
  }
}

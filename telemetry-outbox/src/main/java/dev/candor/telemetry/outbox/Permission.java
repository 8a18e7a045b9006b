package dev.candor.telemetry.outbox;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The present answer as the store's rows see it: which purposes and kinds may leave now. */
final class Permission {
  private final Set<String> needs;

  private Permission(Set<String> needs) {
    this.needs = needs;
  }

  /** Asks; a policy that fails allows nothing. */
  static Permission ask(SendPolicy policy, Faults faults) {
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
    } catch (RuntimeException e) {
      faults.count("policy");
      needs.clear();
    }
    return new Permission(needs);
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

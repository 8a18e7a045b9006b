package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.outbox.Bodies.NewBody;
import dev.candor.telemetry.outbox.Items.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks a destination for bodies and does not trust the answer: every item ends in exactly one body
 * or is dropped with a reason. An item on which the destination fails is found by halving.
 */
final class Sealing {
  private final Destination destination;
  private final SealContext context;
  private final Faults faults;
  private final List<NewBody> bodies = new ArrayList<>();
  private final Map<DropReason, List<Long>> dropped = new EnumMap<>(DropReason.class);

  Sealing(Destination destination, SealContext context, Faults faults) {
    this.destination = destination;
    this.context = context;
    this.faults = faults;
  }

  List<NewBody> bodies() {
    return bodies;
  }

  /** Items that go nowhere, by reason. */
  Map<DropReason, List<Long>> dropped() {
    return dropped;
  }

  /** Seals rows; a body holds items of one grant, so that a withdrawal takes it as a whole. */
  void seal(List<Row> rows) {
    Map<Long, Map<String, Candidate>> byGrant = new LinkedHashMap<>();
    for (Row row : rows) {
      Item item = row.item();
      if (item == null) {
        drop(DropReason.FAULT, row);
      } else if (row.need().endsWith(Drafts.EVENT)
          ? !destination.limits().events()
          : !destination.limits().counts()) {
        drop(DropReason.OTHER_KIND, row);
      } else if (!isTaken(item)) {
        drop(DropReason.SAMPLED, row);
      } else {
        byGrant
            .computeIfAbsent(row.grant(), grant -> new LinkedHashMap<>())
            .put(row.id(), new Candidate(row, item));
      }
    }
    byGrant.values().forEach(group -> sealGroup(new ArrayList<>(group.values())));
  }

  private boolean isTaken(Item item) {
    try {
      return destination.takes(item);
    } catch (RuntimeException e) {
      faults.count("destination_takes");
      return true;
    }
  }

  private void sealGroup(List<Candidate> group) {
    List<Sealed> sealed = ask(group);
    if (sealed == null) {
      halve(group, DropReason.FAULT);
      return;
    }
    Map<String, Candidate> left = new LinkedHashMap<>();
    group.forEach(one -> left.put(one.row().id(), one));
    for (Sealed body : sealed) {
      List<Candidate> inBody = new ArrayList<>();
      for (String id : body.itemIds()) {
        inBody.add(left.remove(id));
      }
      if (body.body().length > destination.limits().bytes()) {
        halve(inBody, DropReason.TOO_LARGE);
      } else {
        bodies.add(newBody(body, inBody));
      }
    }
    left.values().forEach(one -> drop(DropReason.UNSUPPORTED, one.row()));
  }

  /** The bodies, or null if the destination failed or gave bodies that cannot be accounted for. */
  private @Nullable List<Sealed> ask(List<Candidate> group) {
    try {
      List<Sealed> sealed = destination.seal(group.stream().map(Candidate::item).toList(), context);
      Set<String> open = new HashSet<>();
      group.forEach(one -> open.add(one.row().id()));
      for (Sealed body : sealed) {
        if (body.itemIds().isEmpty() || !body.itemIds().stream().allMatch(open::remove)) {
          faults.count("destination_seal");
          return null;
        }
      }
      return sealed;
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      faults.count("destination_seal");
      return null;
    }
  }

  private void halve(List<Candidate> group, DropReason reason) {
    if (group.size() == 1) {
      drop(reason, group.get(0).row());
    } else {
      int middle = group.size() / 2;
      sealGroup(group.subList(0, middle));
      sealGroup(group.subList(middle, group.size()));
    }
  }

  private NewBody newBody(Sealed body, List<Candidate> inBody) {
    Set<String> needs = new TreeSet<>(Permission.toTell(context.description()));
    List<Long> seqs = new ArrayList<>();
    long oldest = Long.MAX_VALUE;
    for (Candidate one : inBody) {
      needs.add(one.row().need());
      seqs.add(one.row().seq());
      oldest = Math.min(oldest, one.row().at());
    }
    return new NewBody(destination.name(), inBody.get(0).row().grant(), body, seqs, needs, oldest);
  }

  private void drop(DropReason reason, Row row) {
    dropped.computeIfAbsent(reason, key -> new ArrayList<>()).add(row.seq());
  }

  private record Candidate(Row row, Item item) {}
}

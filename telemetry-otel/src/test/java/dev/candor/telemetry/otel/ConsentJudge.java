package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.exporter.Sealed;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what an installation does against the model: on the wire, in the store, in its folder. */
final class ConsentJudge implements AutoCloseable {
  private final ConsentModel model;
  private final Path folder;
  private final StoreWitness store;
  private final Map<String, ConsentModel.Known> marks = new HashMap<>();
  private final Map<Long, ConsentModel.Known> answers = new HashMap<>();
  private final Map<String, ConsentModel.Known> items = new HashMap<>();
  private final Set<String> left = new HashSet<>();
  private @Nullable String fault;
  private boolean noIsDone;

  ConsentJudge(ConsentModel model, Path folder) {
    this.model = model;
    this.folder = folder;
    this.store = new StoreWitness(folder.resolve("data/outbox.db"));
  }

  /** What was found wrong first, or null. */
  @Nullable String fault() {
    return fault;
  }

  /** How many events, and marks in totals, have been taken by the receiver. */
  int left() {
    return left.size();
  }

  /** Tells whether a mark has been taken, as an event and in a total. */
  boolean hasArrived(Purpose purpose, int number) {
    String mark = mark(purpose, 1L << number);
    return left.contains("event " + mark) && left.contains("total " + mark);
  }

  /** A mark is recorded by a process that knows this. */
  void recorded(Purpose purpose, int number, ConsentModel.Known known) {
    marks.put(mark(purpose, 1L << number), known);
  }

  /** A process has just looked at the answer. */
  void heard(SteppedProcess process) {
    Recording recording = process.recording();
    ConsentModel.Known known = process.known();
    if (recording != null && known != null) {
      answers.putIfAbsent(recording.answer().grant(), known);
    }
    Map<Purpose, Switches> inForce = process.inForce();
    model
        .allowed(process.start())
        .forEach(
            (purpose, allowed) -> compare(inForce.getOrDefault(purpose, Switches.OFF), allowed));
  }

  // A policy file that came and went while a process did not look can leave it with less.
  private void compare(Switches inForce, Switches allowed) {
    if (!ConsentModel.Known.allows(allowed, inForce)) {
      fail("a process takes more to be in force than was allowed");
    } else if (!inForce.equals(allowed) && !model.policyChanged()) {
      fail("a process takes less to be in force than was allowed");
    }
  }

  /** Whatever a no leaves to do has been done now, as far as there was a no. */
  void settled() {
    noIsDone = model.isRefused();
  }

  /** A process is about to die; what it holds stays until the next start. */
  void dies(SteppedProcess process) {
    noIsDone &= !process.isRecording();
  }

  /** Looks at store and folder after each step. */
  void look(List<SteppedProcess> processes) {
    try {
      noIsDone &= model.isRefused();
      if (!model.anybodySpoke() && Files.exists(folder)) {
        fail("there are files before the first answer");
      }
      if (!store.balances()) {
        fail("the ledger does not balance");
      }
      if (noIsDone) {
        lookAfterNo(processes.stream().filter(SteppedProcess::isRecording).count());
      }
    } catch (SQLException | IOException e) {
      throw new AssertionError("store or folder cannot be read", e);
    }
  }

  private void lookAfterNo(long recording) throws SQLException, IOException {
    Set<String> files = files();
    files.removeIf(name -> name.startsWith("consent.json.faulty-"));
    if (!model.anybodySaidYes() && !files.equals(Set.of("consent.json"))) {
      fail("a first no leaves more than one file");
    }
    if (store.rows() > 0) {
      fail("rows are left after a no");
    }
    if (files.stream().anyMatch(name -> name.startsWith("installation.json"))) {
      fail("an id is left after a no");
    }
    // Processes that have not heard of it yet hold theirs a moment longer.
    if (files.stream().filter(name -> name.startsWith("session-")).count() > recording) {
      fail("a session's lock is left after a no");
    }
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      Set<String> names = new TreeSet<>();
      all.filter(Files::isRegularFile).forEach(file -> names.add(file.getFileName().toString()));
      return names;
    }
  }

  /** A request leaves a process that was started so. */
  void leaves(Sealed body, boolean taken, ConsentModel.Start sender) {
    try {
      for (StoreWitness.Row row : store.newItems()) {
        items.put(row.id(), answers.get(row.grant()));
      }
      if (body.path().endsWith("/traces")) {
        for (ResourceSpans group :
            ExportTraceServiceRequest.parseFrom(body.body()).getResourceSpansList()) {
          for (ScopeSpans scope : group.getScopeSpansList()) {
            scope.getSpansList().forEach(span -> event(span, taken, sender));
          }
        }
      } else {
        withoutId(body.body());
        ExportMetricsServiceRequest.parseFrom(body.body())
            .getResourceMetricsList()
            .forEach(group -> totals(group, taken, sender));
      }
    } catch (SQLException | IOException e) {
      throw new AssertionError("store or body cannot be read", e);
    }
  }

  private void event(Span span, boolean taken, ConsentModel.Start sender) {
    HexFormat hex = HexFormat.of();
    String id =
        hex.formatHex(span.getTraceId().toByteArray())
            + hex.formatHex(span.getSpanId().toByteArray());
    Purpose purpose = purpose(span.getName());
    check("an event", purpose, Send.EVERYTHING, items.get(id), sender);
    if (span.getName().startsWith("mark.")) {
      String mark = mark(purpose, number(span.getAttributesList(), span.getName() + ".bit"));
      check("an event", purpose, Send.EVERYTHING, marks.get(mark), sender);
      take("event " + mark, taken);
    } else {
      take("event " + id, taken);
    }
  }

  private void totals(ResourceMetrics group, boolean taken, ConsentModel.Start sender) {
    withoutIds(group.getResource().getAttributesList());
    Map<Purpose, Long> counts = new HashMap<>();
    Map<Purpose, Long> bits = new HashMap<>();
    group
        .getScopeMetricsList()
        .forEach(scope -> scope.getMetricsList().forEach(metric -> add(metric, counts, bits)));
    counts.forEach(
        (purpose, count) -> {
          if (model.allowed(sender).get(purpose).send() == Send.NOTHING) {
            fail("a total left: the present answer does not allow it");
          }
        });
    bits.forEach(
        (purpose, sum) -> {
          if (Long.bitCount(sum) != counts.get(purpose)) {
            fail("a total does not add up");
          }
          for (int bit = 0; bit < Long.SIZE; bit++) {
            if ((sum >> bit & 1) == 1) {
              String mark = mark(purpose, 1L << bit);
              check("a total", purpose, Send.COUNTS, marks.get(mark), sender);
              take("total " + mark, taken);
            }
          }
        });
  }

  private void add(Metric metric, Map<Purpose, Long> counts, Map<Purpose, Long> bits) {
    metric
        .getSum()
        .getDataPointsList()
        .forEach(
            point -> {
              withoutIds(point.getAttributesList());
              Purpose purpose = purpose(metric.getName());
              if (metric.getName().startsWith("mark.") && metric.getName().endsWith(".bit")) {
                bits.merge(purpose, point.getAsInt(), Long::sum);
              } else if (metric.getName().startsWith("mark.")
                  && metric.getName().endsWith(".count")) {
                counts.merge(purpose, point.getAsInt(), Long::sum);
              } else {
                counts.merge(purpose, 0L, Long::sum);
              }
            });
  }

  private void withoutIds(List<KeyValue> attributes) {
    for (KeyValue one : attributes) {
      if (one.getKey().equals("session.id") || one.getKey().equals("app.installation.id")) {
        fail("a total carries an id");
      }
    }
  }

  private void withoutId(byte[] body) {
    Installation known = Installation.read(folder.resolve("data/installation.json"));
    if (known != null
        && known.id() != null
        && new String(body, StandardCharsets.ISO_8859_1).contains(known.id())) {
      fail("a total carries the id of the installation");
    }
  }

  private void check(
      String what,
      Purpose purpose,
      Send level,
      ConsentModel.@Nullable Known known,
      ConsentModel.Start sender) {
    String objection =
        known == null
            ? "nobody was told of the answer it was stored under"
            : model.objection(purpose, level, known, sender);
    if (objection != null) {
      fail(what + " left: " + objection);
    }
  }

  private void take(String what, boolean taken) {
    if (taken && !left.add(what)) {
      fail("the same thing left twice");
    }
  }

  private void fail(String what) {
    if (fault == null) {
      fault = what;
    }
  }

  private static Purpose purpose(String name) {
    String[] parts = name.split("\\.", -1);
    return parts[0].equals("mark")
        ? Purpose.valueOf(parts[1].toUpperCase(Locale.ROOT))
        : Purpose.USAGE;
  }

  private static String mark(Purpose purpose, long bit) {
    return WireNames.of(purpose) + " " + bit;
  }

  private static long number(List<KeyValue> attributes, String key) {
    return attributes.stream()
        .filter(one -> one.getKey().equals(key))
        .mapToLong(one -> one.getValue().getIntValue())
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}

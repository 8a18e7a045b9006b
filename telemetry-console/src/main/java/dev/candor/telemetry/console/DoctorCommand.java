package dev.candor.telemetry.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.exporter.Check.Result;
import dev.candor.telemetry.otel.Checkup;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor doctor}: what is configured, and whether the destinations answer. */
@Command(
    name = "doctor",
    description = {
      "Shows which settings are given, never a value, and asks each destination whether address and"
          + " credentials work, by a request of which nothing is stored.",
      "Calling it is the yes to connect. After a no (an answer, a policy, DO_NOT_TRACK) it connects"
          + " to nobody. Ends 1 if a setting is faulty or a destination is not well."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Shell shell;

  @Mixin private final Runtimes runtimes = new Runtimes();

  @Option(names = "--json", description = "As one JSON object.")
  private boolean json;

  @Option(names = "--no-network", description = "Shows what is configured and asks nobody.")
  private boolean offline;

  DoctorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    try (Checkup checkup = Checkup.of(runtimes.options(shell))) {
      String silence = offline ? "--no-network" : checkup.silence();
      boolean well = checkup.faults().isEmpty();
      ObjectNode report = head(checkup, silence);
      ArrayNode destinations = report.putArray("destinations");
      for (Checkup.Target target : checkup.targets()) {
        if (!json && silence == null && target.faults().isEmpty()) {
          // Told before the connection, not after it.
          shell.line("Asking " + target.name() + " at " + target.host() + " ...");
        }
        ObjectNode entry = visit(target, silence);
        destinations.add(entry);
        well &= !isBad(entry);
        if (!json) {
          shell.line("  " + words(entry));
        }
      }
      if (json) {
        shell.line(JSON.writeValueAsString(report));
      }
      return well ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private ObjectNode head(Checkup checkup, @Nullable String silence) {
    ObjectNode report = JSON.createObjectNode();
    ArrayNode settings = report.putArray("settings");
    for (Checkup.Given given : checkup.settings()) {
      settings
          .addObject()
          .put("name", given.name())
          .put("source", given.source())
          .put("secret", given.secret());
    }
    ArrayNode faults = report.putArray("faults");
    checkup.faults().forEach(faults::add);
    report.put("agreed", checkup.isAgreed());
    report.put("silence", silence);
    if (!json) {
      print(checkup, silence);
    }
    return report;
  }

  private void print(Checkup checkup, @Nullable String silence) {
    shell.line(checkup.settings().isEmpty() ? "No setting is given." : "Given, values not shown:");
    for (Checkup.Given given : checkup.settings()) {
      shell.line(
          "  %-28s by %s%s"
              .formatted(given.name(), given.source(), given.secret() ? " (secret)" : ""));
    }
    for (String fault : checkup.faults()) {
      shell.line("Telemetry is off: " + fault);
    }
    if (!checkup.isAgreed()) {
      shell.line("No application sends anything: nobody has said yes.");
    }
    if (silence != null) {
      shell.line("Nobody is asked: " + silence + ".");
    }
    if (checkup.faults().isEmpty() && checkup.targets().isEmpty()) {
      shell.line("No destination is configured.");
    }
  }

  private static ObjectNode visit(Checkup.Target target, @Nullable String silence) {
    ObjectNode entry = JSON.createObjectNode().put("name", target.name());
    if (!target.faults().isEmpty()) {
      return entry.put("result", "off").put("rule", String.join("; ", target.faults()));
    }
    entry.put("host", target.host());
    if (silence != null) {
      return entry.put("result", "not asked");
    }
    Check check = target.check(PATIENCE);
    entry.put("result", check.result().name().toLowerCase(Locale.ROOT));
    if (check.status() != 0) {
      entry.put("status", check.status());
    }
    return entry.put("rule", check.rule());
  }

  private static boolean isBad(ObjectNode entry) {
    String result = entry.path("result").asText();
    return result.equals("off")
        || result.equalsIgnoreCase(Result.REFUSED.name())
        || result.equalsIgnoreCase(Result.UNREACHABLE.name());
  }

  private static String words(ObjectNode entry) {
    StringBuilder words = new StringBuilder();
    words.append(entry.path("name").asText());
    String host = entry.path("host").asText();
    words.append(host.isEmpty() ? "" : " (" + host + ")");
    words.append(": ").append(entry.path("result").asText());
    if (entry.has("status")) {
      words.append(", status ").append(entry.path("status").asInt());
    }
    if (entry.has("rule")) {
      words.append(", ").append(entry.path("rule").asText());
    }
    return words.toString();
  }
}

package dev.candor.telemetry.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.TelemetryStatus;
import dev.candor.telemetry.otel.EngineInspection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the answer and every term of the ledger. */
@Command(
    name = "status",
    description = "Shows the answer, the destinations and every term of their ledger.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Shell shell;

  @Mixin private final Runtimes runtimes = new Runtimes();

  @Option(names = "--json", description = "As one JSON object.")
  private boolean json;

  StatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    TelemetryStatus status = EngineInspection.status(runtimes.options(shell));
    if (json) {
      shell.line(JSON.writeValueAsString(object(status)));
    } else {
      print(status);
    }
    return ExitCode.OK;
  }

  private void print(TelemetryStatus status) {
    ConsentCommand.show(shell, status.answer());
    if (status.isEnabled()) {
      shell.line("May go to: " + String.join(", ", status.enabled()));
    }
    for (TelemetryStatus.DestinationLedger ledger : status.destinations()) {
      Account.Entry entry = Account.Entry.of(ledger);
      shell.line("Destination " + ledger.destination());
      shell.line("  " + LedgerPicture.sum(entry));
      shell.line(entry.balances() ? "  It balances." : "  It does not balance.");
    }
  }

  private static ObjectNode object(TelemetryStatus status) {
    ObjectNode object = JSON.createObjectNode();
    object.put("answer", ConsentCommand.words(status.answer()));
    object.put("grant", status.answer().grant());
    ArrayNode enabled = object.putArray("enabled");
    status.enabled().forEach(enabled::add);
    ArrayNode destinations = object.putArray("destinations");
    for (TelemetryStatus.DestinationLedger ledger : status.destinations()) {
      ObjectNode entry = JSON.valueToTree(Account.Entry.of(ledger));
      destinations.add(entry.put("balances", ledger.balances()));
    }
    return object;
  }
}

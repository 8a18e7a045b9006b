package dev.candor.telemetry.console;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Authority;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ConsentPrompt;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The demo, from the question to the report. Everything lies in one folder. */
final class Demo {
  /** How long delivery may take; it takes a second. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** This program is an application too: its own session begins. */
  private static final int OWN_EVENTS = 1;

  private static final String ENABLED = "TELEMETRY_ENABLED";

  private final Shell shell;
  private final DemoFolder folder;
  private final @Nullable ConsentPreset given;
  private final Set<DemoVendor> vendors;
  private final boolean throughCollector;

  /**
   * Prepares one.
   *
   * @param throughCollector whether the application knows the Collector alone, and vendors are
   *     reached from there
   */
  Demo(
      Shell shell,
      DemoFolder folder,
      @Nullable ConsentPreset given,
      Set<DemoVendor> vendors,
      boolean throughCollector) {
    this.shell = shell;
    this.folder = folder;
    this.given = given;
    this.vendors = vendors;
    this.throughCollector = throughCollector;
  }

  /** Runs it; returns the exit code. */
  int run() throws InterruptedException {
    shell.line("Everything lies in " + folder.path());
    String answer;
    Outcome outcome;
    List<GatewayRecords> behind;
    try (DemoCollector collector = new DemoCollector(shell, folder);
        DemoVendors fakes = new DemoVendors(shell, folder, vendors);
        DemoGateway gateway = gateway(fakes);
        TelemetryRuntime runtime = open(collector, fakes)) {
      answer =
          ask(
              runtime,
              () -> {
                fakes.start();
                gateway.start();
                collector.start(gateway);
              });
      if (answer.equals("unknown") || answer.equals("no")) {
        return leave(answer);
      }
      shell.line("Replaying four recorded runs and two configuration changes ...");
      outcome = replay(runtime);
      collector.await(gateway);
      // First the far end: the end of our own session comes after the account is closed.
      collector.stop();
      gateway.stop();
      fakes.stop();
      behind = gateway.records();
    }
    Account account = account(answer, outcome, behind);
    show(account);
    return verdict(answer, outcome, account);
  }

  private DemoGateway gateway(DemoVendors fakes) {
    return new DemoGateway(shell, folder, throughCollector ? vendors : Set.of(), fakes.settings());
  }

  private int leave(String answer) {
    if (answer.equals("no")) {
      shell.line("The answer is no: consent.json keeps it, nothing was started or sent.");
      return ExitCode.OK;
    }
    shell.line("No answer: nothing was written, started or sent.");
    return ExitCode.NO_ANSWER;
  }

  /** Asks, and starts the far ends between a yes and the moment in which it takes effect. */
  private String ask(TelemetryRuntime runtime, Runnable farEnds) {
    ConsentPrompt prompt =
        given == null ? new TerminalPrompt(shell) : question -> Optional.of(given);
    AtomicReference<CommandFailure> failure = new AtomicReference<>();
    ConsentAnswer answer =
        runtime
            .consent()
            .askIfUnknown(
                question ->
                    prompt.ask(question).filter(preset -> isReady(preset, farEnds, failure)));
    if (failure.get() != null) {
      throw failure.get();
    }
    if (answer.authority() == Authority.ENVIRONMENT || answer.authority() == Authority.POLICY) {
      throw CommandFailure.missing(
          "DO_NOT_TRACK, TELEMETRY_ENABLED=false or a policy file forbids it here, and wins over any"
              + " answer: run the demo without it");
    }
    return ConsentCommand.words(answer);
  }

  private static boolean isReady(
      ConsentPreset preset, Runnable farEnds, AtomicReference<CommandFailure> failure) {
    try {
      if (preset != ConsentPreset.NO) {
        farEnds.run();
      }
      return true;
    } catch (CommandFailure e) {
      failure.set(e);
      return false;
    }
  }

  private Outcome replay(TelemetryRuntime runtime) {
    Told told = new Told(runtime.telemetry());
    DemoRecordings.read(shell, folder).forEach(run -> run.tell(told));
    FlushResult flushed = runtime.flush(PATIENCE);
    return new Outcome(
        told.events() + OWN_EVENTS,
        flushed,
        runtime.status(),
        SentBody.read(folder.data(), shell.clock()));
  }

  private TelemetryRuntime open(DemoCollector collector, DemoVendors fakes) {
    return TelemetryRuntime.start(
        options(fakes).endpoint(collector.endpoint()).headers(collector.headers()).build());
  }

  /** The options of any application, but deaf to addresses that are set for other programs. */
  private TelemetryOptions.Builder options(DemoVendors fakes) {
    Map<String, String> environment = new HashMap<>(shell.environment());
    environment.keySet().removeIf(key -> key.startsWith("OTEL_") || key.startsWith("TELEMETRY_"));
    environment.keySet().removeAll(Exporters.settings());
    if (!throughCollector) {
      environment.putAll(fakes.settings());
    }
    // An operator's no holds here too; a yes does not answer for the person.
    if ("false".equalsIgnoreCase(shell.environment().get(ENABLED))) {
      environment.put(ENABLED, "false");
    }
    return Runtimes.options(shell, folder.path()).environment(environment);
  }

  private Account account(String answer, Outcome outcome, List<GatewayRecords> behind) {
    List<SentBody> sent = new ArrayList<>(outcome.sent());
    sent.addAll(GatewayRecords.bodies(behind));
    SentBody.write(sent, folder.sent());
    Arrived arrived = Arrived.read(folder.arrived());
    Account account =
        Ledgers.account(
                answer,
                outcome.told(),
                outcome.status(),
                sent,
                arrived,
                Ledgers.vendors(vendors, folder.vendors(), sent, arrived, behind),
                new DemoSearch(shell, folder).of(sent))
            .and(behind.stream().map(GatewayRecords::entry).toList());
    account.write(folder.ledger());
    Report.write(folder.arrived(), folder.ledger(), folder.report());
    return account;
  }

  private void show(Account account) {
    shell.line("");
    AccountTable.rows(account)
        .forEach((what, number) -> shell.line("  %-36s %8s".formatted(what, number)));
    if (!VendorTable.rows(account).isEmpty()) {
      shell.line("");
      VendorTable.lines(account).forEach(shell::line);
    }
    shell.line("");
    shell.line("Sent      " + folder.sent());
    shell.line("Arrived   " + folder.arrived());
    if (!account.vendors().isEmpty()) {
      shell.line("Vendors   " + folder.vendors());
    }
    shell.line("Ledger    " + folder.ledger());
    shell.line("Report    " + folder.report());
    shell.line("");
  }

  private int verdict(String answer, Outcome outcome, Account account) {
    Arrived arrived = Arrived.read(folder.arrived());
    List<String> faults =
        new ArrayList<>(
            answer.equals("everything")
                ? DemoCheck.everything(arrived, account)
                : DemoCheck.counts(arrived, account));
    if (outcome.flushed() != FlushResult.DELIVERED) {
      faults.add("not everything was delivered in time");
    }
    faults.forEach(fault -> shell.line("NOT AS PROMISED: " + fault));
    if (faults.isEmpty()) {
      shell.line("Exactly what was promised arrived, and nothing else.");
    }
    return faults.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private record Outcome(
      long told, FlushResult flushed, TelemetryStatus status, List<SentBody> sent) {}
}

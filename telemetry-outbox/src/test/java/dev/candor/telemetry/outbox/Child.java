package dev.candor.telemetry.outbox;

import dev.candor.telemetry.ConsentAnswer.Send;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Another process of the same installation. */
final class Child {
  private Child() {}

  /** Starts one under a usual umask. */
  static Process start(Path errors, String... arguments) throws IOException {
    return start(Child.class, errors, arguments);
  }

  static Process start(Class<?> main, Path errors, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 022; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Xshare:auto");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(errors.toFile()).start();
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(arguments[1]);
    try (SqliteOutbox outbox =
        new SqliteOutbox(folder, Outbox.Limits.defaults(), Clock.systemUTC())) {
      if (arguments[0].equals("write")) {
        write(outbox, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), out);
      } else if (arguments[0].equals("late")) {
        late(outbox, out);
      } else {
        deliver(outbox, URI.create(arguments[2]), Boolean.parseBoolean(arguments[3]), out);
      }
    }
  }

  /** Says after each commit which number is safe. */
  private static void write(Outbox outbox, int from, int to, PrintStream out) {
    for (int i = from; i < to; i += 10) {
      AppendResult result = outbox.append(Samples.events(1, i, i + 10, Clock.systemUTC()));
      if (result.stored() != 10) {
        out.println("failed " + result + " " + outbox.faults());
        return;
      }
      out.println(i + 10);
    }
    out.println("done");
  }

  /** Appends once, waits for a line, and appends again under the same grant. */
  private static void late(Outbox outbox, PrintStream out) throws IOException {
    out.println(outbox.append(Samples.events(1, 0, 5, Clock.systemUTC())).stored());
    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    out.println(outbox.append(Samples.events(1, 5, 10, Clock.systemUTC())).refused());
  }

  private static void deliver(
      SqliteOutbox outbox, URI address, boolean deduplicates, PrintStream out) throws IOException {
    HttpTestDestination destination = new HttpTestDestination(address, deduplicates);
    try (Courier courier =
        new CourierThreads(
            outbox,
            List.of(destination),
            new Samples.Answer(Send.EVERYTHING),
            Clock.systemUTC(),
            OutboxTestBase.SETTINGS)) {
      courier.start();
      out.println("started");
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }
  }
}

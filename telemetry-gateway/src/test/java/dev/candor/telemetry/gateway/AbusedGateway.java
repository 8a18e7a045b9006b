package dev.candor.telemetry.gateway;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A gateway as a program: its file is the argument; it logs to standard output and ends with its
 * input.
 */
final class AbusedGateway {
  private AbusedGateway() {}

  public static void main(String[] args) throws IOException {
    Clock clock = Clock.systemUTC();
    GatewayConfig config = ConfigFile.read(Path.of(args[0]), System.getenv(), clock);
    try (Gateway gateway =
        Gateway.start(config, new GatewayLog(new PrintWriter(System.out), clock), clock)) {
      System.out.println("port " + gateway.port());
      while (System.in.read() >= 0) {
        // Whatever comes is no end.
      }
    }
  }
}

package dev.candor.telemetry.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a draw as lines of JSON: {@code WriteDraw SEED FILE}. */
final class WriteDraw {
  private WriteDraw() {}

  public static void main(String[] args) throws IOException {
    List<LeakCase> cases = Draw.of(Long.parseLong(args[0]));
    CaseLines.write(Path.of(args[1]), cases);
    System.out.println(cases.size() + " cases of seed " + args[0]);
  }
}

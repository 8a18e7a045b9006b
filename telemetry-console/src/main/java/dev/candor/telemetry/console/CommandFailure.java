package dev.candor.telemetry.console;

/** Ends a command with one line that says what to do; no stack trace is shown. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  CommandFailure(int exitCode, String whatToDo) {
    super(whatToDo, null, false, false);
    this.exitCode = exitCode;
  }

  /** Something on this machine is missing. */
  static CommandFailure missing(String whatToDo) {
    return new CommandFailure(ExitCode.MISSING, whatToDo);
  }

  /** What was checked is not so. */
  static CommandFailure failed(String what) {
    return new CommandFailure(ExitCode.FAILED, what);
  }

  int exitCode() {
    return exitCode;
  }
}

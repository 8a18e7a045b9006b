package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private Process watched;

  @BeforeEach
  void start() throws IOException {
    // Waits for its own input, which nobody closes.
    watched = new ProcessBuilder("/bin/cat").start();
  }

  @AfterEach
  void stop() {
    watched.destroyForcibly();
  }

  @Test
  void bark_parentDied_endsTheProcess() throws Exception {
    Watchdog.over(watched).orElseThrow().bark();

    assertThat(watched.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  @Test
  void release_parentLives_leavesTheProcess() throws Exception {
    Watchdog watchdog = Watchdog.over(watched).orElseThrow();

    watchdog.release();

    assertThat(watched.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
  }
}

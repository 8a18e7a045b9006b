package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DropOldestQueueTest {
  @Test
  void poll_empty_isNull() {
    assertThat(new DropOldestQueue<String>(4).poll()).isNull();
  }

  @Test
  void offer_full_dropsTheOldestAndCounts() {
    DropOldestQueue<Integer> queue = new DropOldestQueue<>(4);
    int lost = 0;
    for (int i = 0; i < 10; i++) {
      lost += queue.offer(i);
    }

    assertThat(lost).isEqualTo(6);
    assertThat(queue.size()).isEqualTo(4);
    assertThat(List.of(queue.poll(), queue.poll(), queue.poll(), queue.poll()))
        .containsExactly(6, 7, 8, 9);
    assertThat(queue.accepted()).isEqualTo(queue.taken());
  }

  @Test
  void offer_manyThreads_everyElementIsTakenOrCounted() throws InterruptedException {
    DropOldestQueue<Integer> queue = new DropOldestQueue<>(64);
    AtomicLong lost = new AtomicLong();
    int producers = 4;
    int each = 20_000;
    CountDownLatch done = new CountDownLatch(producers);
    List<Thread> threads = new ArrayList<>();
    for (int p = 0; p < producers; p++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  lost.addAndGet(queue.offer(i));
                }
                done.countDown();
              });
      threads.add(thread);
      thread.start();
    }
    long taken = 0;
    while (done.getCount() > 0 || queue.size() > 0) {
      if (queue.poll() != null) {
        taken++;
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(taken + lost.get()).isEqualTo((long) producers * each);
  }
}

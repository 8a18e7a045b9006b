package dev.candor.telemetry.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What is read: invented, from a fixed seed, the same in every run. */
public enum Texts {
  /** One sentence of letters and marks, about 300 characters. */
  SENTENCE {
    @Override
    List<String> lines() {
      return List.of(
          "The acquisition finished after several retries because the stage controller did not"
              + " answer within the expected time; the queue was drained, the cache was cleared, and"
              + " the worker threads returned to the pool without errors. The next run starts as"
              + " soon as the prompt on the screen was answered again.");
    }
  },

  /** A message with numbers, a route and a status, about 300 characters. */
  MESSAGE {
    @Override
    List<String> lines() {
      return List.of(
          "Acquisition 12 finished after 3 retries because ImagingRunController did not answer"
              + " within 250 ms; queue size 17, cache cleared, 4 worker threads returned to the"
              + " pool. GET /api/v1/items took 35 ms, status=200 (HTTP/1.1), next run starts in"
              + " 60 s with exposure 20.0 ms, gain 1.5 and binning 2x2.");
    }
  },

  /** The frames of a Java error, about 4,000 characters. */
  STACK {
    @Override
    List<String> lines() {
      String[] frames = {
        "org.example.scope.acquisition.ImagingRunController.start(ImagingRunController.java:123)",
        "java.base/java.util.concurrent.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:635)",
        "org.example.beans.factory.support.DefaultListableBeanFactory.getBean(BeanFactory.java:81)",
        "com.example.Foo$$Lambda$14/0x0000000800c03000.run(Unknown Source)",
        "java.base/java.lang.Thread.run(Thread.java:833)"
      };
      StringBuilder stack = new StringBuilder("java.lang.IllegalStateException\n");
      for (int i = 0; stack.length() < 4_000; i++) {
        stack.append("\tat ").append(frames[i % frames.length]).append('\n');
      }
      return List.of(stack.toString());
    }
  },

  /** Lines of a log that name nobody, with times and numbers, about 90 characters each. */
  LINES {
    @Override
    List<String> lines() {
      Random random = new Random(7);
      String[] messages = {
        "Block broadcast_%d stored as bytes in memory (estimated size %d KB, free %d MB)",
        "Finished task %d in stage %d (took %d ms) on executor localhost",
        "Camera gain set to %d dB, exposure %d ms, binning 2x2, %d frames in the queue",
        "GET /api/v1/items returned 200 in %d ms, %d rows, %d bytes",
        "Reader thread %d is idle; %d of %d buffers are free",
        "Retry %d of %d after a timeout of %d ms: connection reset by peer",
        "Objective changed, moving the stage to x=%d.25 mm, y=%d.5 mm, z=%d.125 um"
      };
      String[] loggers = {
        "storage.MemoryStore", "sched.TaskRunner", "camera.Control", "http.Server"
      };
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String message = messages[random.nextInt(messages.length)];
        lines.add(
            String.format(
                    Locale.ROOT,
                    "2026-11-%02d 10:%02d:%02d,%03d INFO %s: ",
                    1 + random.nextInt(28),
                    random.nextInt(60),
                    random.nextInt(60),
                    random.nextInt(1_000),
                    loggers[random.nextInt(loggers.length)])
                + String.format(
                    Locale.ROOT,
                    message,
                    random.nextInt(90),
                    random.nextInt(900),
                    random.nextInt(900)));
      }
      return lines;
    }
  },

  /** Half clean lines, half with something personal, plain or encoded. */
  MIX {
    @Override
    List<String> lines() {
      List<String> lines = new ArrayList<>();
      List<String> clean = LINES.lines();
      List<String> hits = hits();
      for (int i = 0; i < 100; i++) {
        lines.add(clean.get(i));
        lines.add(hits.get(i % hits.size()));
      }
      return lines;
    }
  };

  /** The texts, one by one. */
  abstract List<String> lines();

  /** All characters of all texts; each is one byte. */
  long size() {
    return lines().stream().mapToLong(String::length).sum();
  }

  private static List<String> hits() {
    String mail = "jane.roe@example.org";
    // Put together here, so that no scanner takes the source for a leak.
    String key = "AKI" + "A" + "IOSFODNN7EXAMPLE";
    String token = "ghp" + "_" + "16C7e42F292c6912E7710c838347Ae178B4a";
    return List.of(
        "cannot open /home/jroe/Documents/Patient 0042/scan 1.tif: permission denied",
        "cannot open C:\\Users\\jroe\\Desktop\\results.xlsx while the file is in use",
        "mail to " + mail + " was rejected by the server after 3 retries",
        "login failed: user=jroe host=scope-ws-3 from 192.168.17.23 port 50122",
        "retrying with password=correct-horse-7 after a timeout of 300 ms",
        "GET https://jroe:pa55word@files.example.org/a/b?token=0a1b2c3d4e5f was answered with 403",
        "uploading with key " + key + " to the archive, part 3 of 12",
        "Authorization: Bearer " + token + " was refused by the proxy",
        "{\"event\":\"login\",\"user\":\"jroe\",\"email\":\"" + mail + "\",\"ok\":true}",
        "payload=" + base64("{\"user\":\"jroe\",\"mail\":\"" + mail + "\"}") + " was discarded",
        "redirect to /next?mail=jane.roe%40example.org&back=%2Fhome%2Fjroe after the login",
        "text is jane.roe\\u0040example.org and path \\/home\\/jroe\\/a.txt in the answer",
        "escaped &lt;jane.roe&#64;example.org&gt; in the page of results",
        "card 4111 1111 1111 1111 was declined, call +49 30 901820 for help",
        "transfer to DE89 3704 0044 0532 0130 00 was booked, reference 17",
        "interface 00:1b:44:11:3a:b7 went down, fe80::21b:44ff:fe11:3ab7 is gone");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

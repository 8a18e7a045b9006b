package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P4")
@Tag("P9")
class SanitizerPropertyTest {
  private static final String[] PIECES = {
    "/",
    "\\",
    "alice",
    " ",
    "@",
    ".",
    ":",
    "=",
    "%2F",
    "%25",
    "\\u0040",
    "&#64;",
    "user",
    "patient",
    "0042",
    "password",
    "<user>",
    "<path:.tif>",
    "<",
    ">",
    "\"",
    "'",
    "home",
    "C:",
    "org",
    "\n",
    "-",
    "_",
    "12",
    "4111",
    "Smith",
    "Lab",
    "Dr.",
    "eyJ",
    "-----BEGIN ",
    "token",
    "(",
    ")",
    "é",
    "患者",
    "\ud83d",
    "\ude00",
    "\u200b",
    "\uff20",
    "http://",
    "?",
    "&",
    ";",
    ",",
    "::",
    "fe80",
    "AA",
    "+49"
  };

  // Twice the text may take 2.5 times as long, so four times the text 6.25 times; the rest is what
  // measuring costs. A quadratic search takes 16 times as long.
  private static final double MOST_GROWTH = 10;
  private static final long MEASURABLE = 1_000_000;

  private final Sanitizer sanitizer =
      Sanitizer.create(new KnownValues(new TreeMap<>(java.util.Map.of("alice", Kind.USER))));

  @Test
  void sanitize_twice_equalsOnce() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      String text = pieces(random, 1 + random.nextInt(14));
      String key = random.nextInt(4) == 0 ? "user.name" : "";
      String once = sanitizer.sanitize(key, text, Carrier.LOG_BODY);
      assertThat(sanitizer.sanitize(key, once, Carrier.LOG_BODY)).as(text).isEqualTo(once);
    }
  }

  @Test
  void sanitize_anyText_throwsNothing() {
    Random random = new Random(43);
    for (int i = 0; i < 5_000; i++) {
      char[] chars = new char[random.nextInt(200)];
      for (int c = 0; c < chars.length; c++) {
        chars[c] = (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(65_536));
      }
      String text = new String(chars);
      for (Finding finding : sanitizer.find("", text, Carrier.ATTRIBUTE_VALUE)) {
        assertThat(finding.start()).isBetween(0, finding.end() - 1);
        assertThat(finding.end()).isLessThanOrEqualTo(text.length());
      }
    }
  }

  @Test
  void find_ranges_areSortedAndApart() {
    Random random = new Random(44);
    for (int i = 0; i < 5_000; i++) {
      int before = 0;
      for (Finding finding : sanitizer.find("", pieces(random, 12), Carrier.LOG_BODY)) {
        assertThat(finding.start()).isGreaterThanOrEqualTo(before);
        before = finding.end();
      }
    }
  }

  @Test
  void find_hostileTexts_takeLinearTime() {
    for (String unit :
        List.of(
            "a",
            "a.",
            "1 ",
            "\\",
            "0:",
            "%25",
            "AA11",
            "/",
            "/a ",
            "@",
            "a@",
            "user ",
            "password=",
            "patient_1",
            "\"",
            "'/a",
            "<user>",
            "eyJ",
            "://",
            "----BEGIN ",
            "+1",
            "(",
            "é",
            "a/",
            "%2F",
            "&#64;",
            "Dr. A",
            " Lab",
            "A ",
            "1.tif",
            "=a",
            "\\\\a\\",
            "{\"user\":",
            "1.",
            "a.1",
            "12-",
            "1.2.3.",
            "a:",
            "/A ",
            "http://a ",
            "http://a:b ",
            "Cookie: ",
            "key-",
            "sk-",
            "\\u{",
            "a@[",
            "<user>a",
            "2026-11-20 ",
            "a:80 ",
            "msh|",
            "1.1.1.1[")) {
      assertThat(growth(unit)).as(unit).isLessThan(MOST_GROWTH);
    }
  }

  @Test
  void find_aMegabyte_overflowsNoStack() {
    for (String unit : List.of("a", "/a", "a.", "\\u005c", "%2525", "YWxp", "(", "user=", "1 2")) {
      assertThat(sanitizer.find("", unit.repeat(1_000_000 / unit.length()), Carrier.LOG_BODY))
          .isNotNull();
    }
  }

  @Test
  void sanitize_manyThreads_answerAlike() throws Exception {
    List<String> texts = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    Random random = new Random(45);
    for (int i = 0; i < 500; i++) {
      texts.add(pieces(random, 10));
      expected.add(sanitizer.sanitize("", texts.get(i), Carrier.LOG_BODY));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<List<String>>> answers = new ArrayList<>();
    Callable<List<String>> all =
        () -> texts.stream().map(t -> sanitizer.sanitize("", t, Carrier.LOG_BODY)).toList();
    for (int i = 0; i < 8; i++) {
      answers.add(threads.submit(all));
    }
    for (Future<List<String>> answer : answers) {
      assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(expected);
    }
    threads.shutdown();
  }

  @Test
  void sanitize_cleanText_isTheSameString() {
    String text =
        new String(
            "Job finished after 3 retries".getBytes(StandardCharsets.UTF_8),
            StandardCharsets.UTF_8);

    assertThat(sanitizer.sanitize("", text, Carrier.LOG_BODY)).isSameAs(text);
  }

  @Test
  void sanitize_cleanText_allocatesNothing() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    List<String> clean = Harmless.lines();
    for (int i = 0; i < 200; i++) {
      clean.forEach(line -> sanitizer.sanitize("", line, Carrier.LOG_BODY));
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1_000; i++) {
      for (int line = 0; line < clean.size(); line++) {
        sanitizer.sanitize("", clean.get(line), Carrier.LOG_BODY);
      }
    }
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / (1_000L * clean.size());

    assertThat(each).isLessThan(16);
  }

  /** How many times as long as a text of n characters one of 4n takes: 4 if it grows with them. */
  private double growth(String unit) {
    String small = unit.repeat(65_536 / unit.length());
    while (find(small) < MEASURABLE && small.length() < 1 << 20) {
      small += small;
    }
    String large = small.repeat(4);
    long first = Long.MAX_VALUE;
    long second = Long.MAX_VALUE;
    // What else goes on can only add time, and the compiler steps in where it wants: the least of
    // several is what the text costs, of more where it looks like too much.
    for (int i = 0; i < 20 && (i < 4 || second >= MOST_GROWTH * first); i++) {
      first = Math.min(first, find(small));
      second = Math.min(second, find(large));
    }
    return (double) second / first;
  }

  /** The time of this thread alone, in nanoseconds. */
  private long find(String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    sanitizer.find("", text, Carrier.LOG_BODY);
    return threads.getCurrentThreadCpuTime() - start;
  }

  private static String pieces(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}

package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.JsonBodies.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonBodiesTest {
  private static final int ITEMS = 3;
  private static final int BYTES = 20;

  private final JsonBodies bodies =
      new JsonBodies(
          "/events",
          "{\"e\":[",
          "]}",
          new Limits(ITEMS, BYTES, Duration.ofDays(1), false, 1, true, false));

  @Test
  void join_several_areOneListInOrder() {
    List<Sealed> made = bodies.join(List.of(part("a", "1"), part("b", "2")));

    assertThat(texts(made)).containsExactly("{\"e\":[1,2]}");
    assertThat(made.get(0).itemIds()).containsExactly("a", "b");
    assertThat(made.get(0).path()).isEqualTo("/events");
  }

  @Test
  void join_moreThanItems_beginsAnother() {
    assertThat(texts(bodies.join(parts(ITEMS + 1, "1"))))
        .containsExactly("{\"e\":[1,1,1]}", "{\"e\":[1]}");
  }

  @Test
  void join_exactlyBytes_isOneBody() {
    // 8 bytes around, 12 for two forms and a comma
    List<Sealed> made = bodies.join(List.of(part("a", "123456"), part("b", "12345")));

    assertThat(texts(made)).singleElement().asString().hasSize(BYTES);
  }

  @Test
  void join_oneByteMore_beginsAnother() {
    assertThat(bodies.join(List.of(part("a", "123456"), part("b", "123456")))).hasSize(2);
  }

  @Test
  void join_tooLargeAlone_isInNoBody() {
    List<Sealed> made = bodies.join(List.of(part("a", "x".repeat(13)), part("b", "1")));

    assertThat(made).singleElement().satisfies(one -> assertThat(one.itemIds()).containsOnly("b"));
  }

  @Test
  void join_nothing_isNothing() {
    assertThat(bodies.join(List.of())).isEmpty();
  }

  private static List<Part> parts(int count, String json) {
    return java.util.stream.IntStream.range(0, count).mapToObj(n -> part("id" + n, json)).toList();
  }

  private static Part part(String id, String json) {
    return new Part(id, json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> texts(List<Sealed> sealed) {
    return sealed.stream().map(one -> new String(one.body(), StandardCharsets.UTF_8)).toList();
  }
}

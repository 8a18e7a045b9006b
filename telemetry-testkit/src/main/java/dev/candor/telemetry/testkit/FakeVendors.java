package dev.candor.telemetry.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The strict vendors as a program, for whoever wants to send to them and is no test.
 *
 * <pre>{@code java dev.candor.telemetry.testkit.FakeVendors FOLDER ga4=8101 sentry=8102}</pre>
 *
 * <p>It listens on the given loopback ports, prints {@code ready}, and serves until its standard
 * input ends. Then it writes, for each vendor, {@code VENDOR.json} with what the vendor made of
 * each request, and {@code VENDOR/NNN.http} with each request as it came, unpacked. Ends 2 for
 * words that it does not know.
 */
public final class FakeVendors {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int USAGE = 2;

  private FakeVendors() {}

  /**
   * Runs it.
   *
   * @param args the folder that is written to, then vendors with their ports
   */
  public static void main(String[] args) throws IOException {
    List<Vendor> vendors = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      vendors.add(Vendor.start(args[i]));
    }
    if (vendors.isEmpty()) {
      throw usage();
    }
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Whatever is typed is no end.
    }
    for (Vendor vendor : vendors) {
      write(Path.of(args[0]), vendor.name(), vendor.judged().get());
      vendor.backend().close();
    }
  }

  private static IllegalArgumentException usage() {
    System.err.println("FOLDER VENDOR=PORT...: vendors are ga4, amplitude and sentry");
    System.exit(USAGE);
    return new IllegalArgumentException();
  }

  private static void write(Path folder, String vendor, List<JudgedRequest> requests)
      throws IOException {
    Path raw = Files.createDirectories(folder.resolve(vendor));
    for (int i = 0; i < requests.size(); i++) {
      Files.write(raw.resolve("%03d.http".formatted(i + 1)), bytes(requests.get(i).request()));
    }
    try (JsonGenerator json =
        JSON.createGenerator(Files.newBufferedWriter(folder.resolve(vendor + ".json")))) {
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      for (JudgedRequest request : requests) {
        write(json, request);
      }
      json.writeEndArray();
    }
  }

  private static byte[] bytes(ReceivedRequest request) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder(request.method() + " " + request.path() + "\n");
    request.headers().forEach((name, value) -> head.append(name + ": " + value + "\n"));
    bytes.write(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    bytes.write(request.body());
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, JudgedRequest judged) throws IOException {
    json.writeStartObject();
    json.writeStringField("sha256", judged.request().sha256());
    texts(json, "faults", judged.faults());
    json.writeArrayFieldStart("shown");
    for (JudgedRequest.Shown shown : judged.shown()) {
      json.writeStartObject();
      json.writeStringField("name", shown.name());
      json.writeStringField("id", shown.id());
      texts(json, "parameters", shown.parameters());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, Iterable<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private record Vendor(
      String name, LoopbackBackend backend, Supplier<List<JudgedRequest>> judged) {
    static Vendor start(String nameAndPort) {
      String[] words = nameAndPort.split("=", 2);
      if (words.length != 2 || !words[1].matches("[1-9][0-9]{0,4}")) {
        throw usage();
      }
      Function<LoopbackBackend, Supplier<List<JudgedRequest>>> fake =
          switch (words[0]) {
            case "ga4" -> backend -> new FakeGa4(backend)::judged;
            case "amplitude" -> backend -> new FakeAmplitude(backend)::judged;
            case "sentry" -> backend -> new FakeSentry(backend)::judged;
            default -> throw usage();
          };
      LoopbackBackend backend = new LoopbackBackend(Integer.parseInt(words[1]));
      return new Vendor(words[0], backend, fake.apply(backend));
    }
  }
}

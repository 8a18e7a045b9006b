package engine;

import dev.candor.telemetry.ConsentQuestion;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.spi.TelemetryEngine;
import java.util.ArrayList;
import java.util.List;

/** Finds encoders by the class of the event and prints what they hand over. */
public final class PrintingEngine implements TelemetryEngine {
  private final List<EventEncoder<?>> encoders = new ArrayList<>();
  private final List<ConsentQuestion.Item> items = new ArrayList<>();

  /** For the service loader. */
  public PrintingEngine() {}

  @Override
  public TelemetryRuntime start(TelemetryOptions options, List<GeneratedCatalog> catalogs) {
    for (GeneratedCatalog catalog : catalogs) {
      System.out.println("catalogue " + catalog.catalog().getName() + " " + catalog.lists());
      for (EventEncoder<?> encoder : catalog.encoders()) {
        EventSchema schema = encoder.schema();
        encoders.add(encoder);
        items.add(
            new ConsentQuestion.Item(
                schema.name(), schema.purpose(), schema.brief(), schema.why(), List.of()));
      }
    }
    return new PrintingRuntime(this, options.service());
  }

  List<ConsentQuestion.Item> items() {
    return items;
  }

  void print(Event event, String outcome) {
    for (EventEncoder<?> encoder : encoders) {
      if (encoder.type() == event.getClass()) {
        System.out.println(encode(encoder, event) + " " + outcome);
      }
    }
  }

  private static <E extends Event> String encode(EventEncoder<E> encoder, Event event) {
    LineSink sink = new LineSink(encoder.schema());
    encoder.encode(encoder.type().cast(event), sink);
    return sink.line();
  }
}

package dev.candor.telemetry.exporter.amplitude;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.candor.telemetry.exporter.Sealed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The events of a sealed body by their place, read from its bytes: an answer names places and
 * devices, and the courier needs items.
 */
final class SealedEvents {
  private static final JsonFactory JSON = new JsonFactory();

  private final List<Place> places;

  private SealedEvents(List<Place> places) {
    this.places = places;
  }

  static SealedEvents of(Sealed sealed) {
    List<Place> places = new ArrayList<>();
    String item = "";
    String device = "";
    try (JsonParser json = JSON.createParser(sealed.body())) {
      // Depth 3 is within an event: the body, the list, the event.
      for (int depth = 0; json.nextToken() != null; ) {
        JsonToken token = json.currentToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 3 && token == JsonToken.VALUE_STRING) {
          if (json.currentName().equals("insert_id")) {
            item = json.getText();
          } else if (json.currentName().equals("device_id")) {
            device = json.getText();
          }
        } else if (depth == 2 && token == JsonToken.END_OBJECT) {
          places.add(new Place(itemOf(item), device));
        }
      }
    } catch (IOException e) {
      return new SealedEvents(List.of());
    }
    return new SealedEvents(places);
  }

  int size() {
    return places.size();
  }

  /** The items whose events stand at these places; places that are not there are ignored. */
  Set<String> at(Collection<Integer> indexes) {
    Set<String> items = new LinkedHashSet<>();
    for (int index : indexes) {
      if (index >= 0 && index < places.size()) {
        items.add(places.get(index).item());
      }
    }
    return items;
  }

  /** The items of these devices or users; ours are the same. */
  Set<String> of(Collection<String> devices) {
    Set<String> items = new LinkedHashSet<>();
    for (Place place : places) {
      if (devices.contains(place.device())) {
        items.add(place.item());
      }
    }
    return items;
  }

  private static String itemOf(String insertId) {
    return insertId.endsWith(AmplitudeMapping.SECOND)
        ? insertId.substring(0, insertId.length() - AmplitudeMapping.SECOND.length())
        : insertId;
  }

  private record Place(String item, String device) {}
}

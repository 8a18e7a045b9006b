package dev.candor.telemetry;

import java.util.List;

/**
 * What a prompt shows: generated from the catalogues, so that it names exactly what can leave
 * (promise P12).
 *
 * @param application the application's name
 * @param policyVersion the version of what is asked
 * @param destinations the hosts that would receive data
 * @param items every event, in the order of the catalogues
 */
public record ConsentQuestion(
    String application, int policyVersion, List<String> destinations, List<Item> items) {
  /** Copies the lists. */
  public ConsentQuestion {
    destinations = List.copyOf(destinations);
    items = List.copyOf(items);
  }

  /**
   * One event as people are told of it.
   *
   * @param attributes what it carries, one text for each attribute; a closed list with its words
   */
  public record Item(
      String name, Purpose purpose, String brief, String why, List<String> attributes) {
    /** Copies the list. */
    public Item {
      attributes = List.copyOf(attributes);
    }
  }
}

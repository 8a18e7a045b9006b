package dev.candor.telemetry.exporter;

import dev.candor.telemetry.Purpose;
import java.util.Map;

/**
 * What the store holds and a destination seals: one event, or the totals of one day. Values are
 * scrubbed already.
 *
 * <p>Its JSON form ({@link ItemJson}) is what {@code sqlite3} shows.
 */
public sealed interface Item permits EventItem, CountItem {
  /** The key by which destinations de-duplicate. */
  String id();

  /** Why it was measured; the totals of a day have one item for each purpose. */
  Purpose purpose();

  /**
   * Who reports: {@code service.name}, {@code service.version}, {@code os.type}, …. The id of an
   * installation is here only where events of many are held ({@link EventItem#reportedBy}).
   */
  Map<String, String> resource();
}

package dev.candor.telemetry.spi;

import dev.candor.telemetry.Purpose;
import java.time.LocalDate;
import java.util.List;

/**
 * What one event record declares.
 *
 * @param name the event's and the span's name
 * @param purpose why it is measured
 * @param owner who answers for it
 * @param expires the day from which it is no longer recorded
 * @param brief what it is
 * @param why what it is good for
 * @param withErrors whether the latest one of a session also goes with the session's errors
 * @param attributes its components, in order
 */
public record EventSchema(
    String name,
    Purpose purpose,
    String owner,
    LocalDate expires,
    String brief,
    String why,
    boolean withErrors,
    List<AttributeSchema> attributes) {
  /** Copies the list. */
  public EventSchema {
    attributes = List.copyOf(attributes);
  }

  /** An event that goes with no errors; what catalogues of earlier versions declare. */
  public EventSchema(
      String name,
      Purpose purpose,
      String owner,
      LocalDate expires,
      String brief,
      String why,
      List<AttributeSchema> attributes) {
    this(name, purpose, owner, expires, brief, why, /* withErrors= */ false, attributes);
  }
}

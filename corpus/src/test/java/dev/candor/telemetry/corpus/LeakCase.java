package dev.candor.telemetry.corpus;

import java.util.List;

/**
 * One string as it would stand in telemetry, with what is known about it.
 *
 * @param id unique in a draw
 * @param carrier where it stands; a name of {@link Carriers#ALL}
 * @param key the key beside it, or empty
 * @param text what is given to the doors; they see these four only
 * @param kind the kind of what is hidden in it, or the class of harmless text
 * @param form how it is written
 * @param locale language of names and labels
 * @param critical whether not a single one of its kind may pass
 * @param secrets the parts that identify and must not leave; empty for harmless text
 * @param context harmless words around it that should stay
 */
record LeakCase(
    String id,
    String carrier,
    String key,
    String text,
    String kind,
    String form,
    String locale,
    boolean critical,
    List<String> secrets,
    List<String> context) {

  /** Whether nothing in it identifies anybody. */
  boolean benign() {
    return secrets.isEmpty();
  }
}

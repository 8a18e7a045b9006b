package dev.candor.telemetry;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed about themselves, all of it optional (rows SQ-14 to SQ-18). It identifies
 * people directly, so it is kept on this machine and goes to no destination that the person did not
 * approve it for by name. Of those only Sentry's tells it: as tags and user name of errors and
 * messages, while the answer sends everything. No event, count, header or log line carries it.
 *
 * <p>Blank text is text that was not given. {@link #toString()} masks everything.
 *
 * @param instrument what the instrument is called, such as a microscope's name
 * @param institution the institution
 * @param lab the lab or group
 * @param location where the instrument stands
 * @param destinations the names of the destinations that the person approved it for: lower-case
 *     letters, digits and dashes, at most {@value #MOST_DESTINATIONS}
 */
public record SelfDescription(
    @Nullable String instrument,
    @Nullable String institution,
    @Nullable String lab,
    @Nullable String location,
    Set<String> destinations) {
  /** Characters of the longest text. */
  public static final int LONGEST = 80;

  /** The most destinations. */
  public static final int MOST_DESTINATIONS = 16;

  private static final int LONGEST_DESTINATION = 64;
  private static final SelfDescription NONE = of(null, null, null, null);

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one breaks its rule; it names the part and the rule, never
   *     the value
   */
  public SelfDescription {
    instrument = text("instrument", instrument);
    institution = text("institution", institution);
    lab = text("lab", lab);
    location = text("location", location);
    destinations = names(destinations);
  }

  /** Nothing was given. */
  public static SelfDescription none() {
    return NONE;
  }

  /** Describes for this machine only: approved for no destination. */
  public static SelfDescription of(
      @Nullable String instrument,
      @Nullable String institution,
      @Nullable String lab,
      @Nullable String location) {
    return new SelfDescription(instrument, institution, lab, location, Set.of());
  }

  /** Returns the same texts, approved for exactly these destinations. */
  public SelfDescription approvedFor(Set<String> names) {
    return new SelfDescription(instrument, institution, lab, location, names);
  }

  /** Tells whether no text was given. */
  public boolean isEmpty() {
    return Stream.of(instrument, institution, lab, location).allMatch(text -> text == null);
  }

  /** Shows nothing of it. */
  @Override
  public String toString() {
    return "<self-description>";
  }

  private static @Nullable String text(String field, @Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    if (given.length() > LONGEST || !given.codePoints().allMatch(SelfDescription::isPlain)) {
      throw new IllegalArgumentException(
          field + " must be at most " + LONGEST + " characters without control characters");
    }
    return given;
  }

  // Half a surrogate pair has no UTF-8 form, so it would not come back from a file as it was.
  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static Set<String> names(@Nullable Collection<String> given) {
    if (given == null) {
      return Set.of();
    }
    TreeSet<String> names = new TreeSet<>();
    for (String name : given) {
      if (!isName(name)) {
        throw new IllegalArgumentException(
            "destinations must be lower-case letters, digits and dashes, at most "
                + LONGEST_DESTINATION);
      }
      names.add(name);
    }
    if (names.size() > MOST_DESTINATIONS) {
      throw new IllegalArgumentException("destinations must be at most " + MOST_DESTINATIONS);
    }
    return Set.copyOf(names);
  }

  private static boolean isName(@Nullable String name) {
    return name != null
        && !name.isEmpty()
        && name.length() <= LONGEST_DESTINATION
        && name.chars().allMatch(c -> c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }
}

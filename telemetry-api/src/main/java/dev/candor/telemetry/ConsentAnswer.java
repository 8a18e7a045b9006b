package dev.candor.telemetry;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The answer in force.
 *
 * @param state whether anybody answered
 * @param authority who did
 * @param grant the number that items recorded under this answer carry; grows with every change, 0
 *     while unknown
 * @param purposes the switches of every purpose
 */
public record ConsentAnswer(
    State state, Authority authority, long grant, Map<Purpose, Switches> purposes) {
  /** Copies the map; purposes that are missing are off. */
  public ConsentAnswer {
    EnumMap<Purpose, Switches> all = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      all.put(purpose, purposes.getOrDefault(purpose, Switches.OFF));
    }
    purposes = Collections.unmodifiableMap(all);
  }

  /** The answer before anybody answered. */
  public static ConsentAnswer unknown() {
    return new ConsentAnswer(State.UNKNOWN, Authority.NOBODY, 0, Map.of());
  }

  /** The switches of one purpose. */
  public Switches of(Purpose purpose) {
    return purposes.getOrDefault(purpose, Switches.OFF);
  }

  /** Tells whether anything at all is kept, counted or sent. */
  public boolean isOff() {
    return purposes.values().stream().allMatch(Switches.OFF::equals);
  }

  /** The two switches of a purpose: keep single events here, and what may be sent. */
  public record Switches(boolean keep, Send send) {
    /** Nothing. */
    public static final Switches OFF = new Switches(false, Send.NOTHING);

    /** The switches of a preset. */
    public static Switches of(ConsentPreset preset) {
      return switch (preset) {
        case NO -> OFF;
        case COUNTS -> new Switches(false, Send.COUNTS);
        case EVERYTHING -> new Switches(false, Send.EVERYTHING);
      };
    }

    /** Whether single events are stored, if only until they are delivered. */
    public boolean storesItems() {
      return keep || send == Send.EVERYTHING;
    }

    /** Whether events are counted. */
    public boolean counts() {
      return keep || send != Send.NOTHING;
    }
  }

  /** What may be sent; each level includes the ones before. */
  public enum Send {
    /** Nothing. */
    NOTHING,
    /** Day totals with a random report id. */
    COUNTS,
    /** Single events and totals. */
    EVERYTHING
  }

  /** Whether anybody answered. */
  public enum State {
    /** Nobody has, or what was asked has changed since. */
    UNKNOWN,
    /** Somebody has. */
    ANSWERED
  }

  /** Who answered, weakest first; a forbidding authority always wins. */
  public enum Authority {
    /** Nobody. */
    NOBODY,
    /** {@code TELEMETRY_ENABLED=true}: counts only. */
    OPERATOR,
    /** The person at the application. */
    PERSON,
    /** An administrator's policy file. */
    POLICY,
    /** {@code DO_NOT_TRACK} or {@code TELEMETRY_ENABLED=false}. */
    ENVIRONMENT
  }
}

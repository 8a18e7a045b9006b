package dev.candor.telemetry.otel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.WireNames;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What administrators forbid or allow.
 *
 * <p>The file is {@code {"forbid": ["diagnostics"], "allow": ["usage"], "send": "counts"}}; {@code
 * send} is {@code counts} or {@code everything} (default). A file that exists and cannot be read,
 * or holds anything else, forbids everything.
 *
 * @param forbidden purposes that stay off, whoever says yes
 * @param allowed purposes that are on until the person answers
 * @param send how much of the allowed ones
 */
record AdminPolicy(Set<Purpose> forbidden, Set<Purpose> allowed, Send send) {
  static final AdminPolicy NONE = new AdminPolicy(Set.of(), Set.of(), Send.NOTHING);
  static final AdminPolicy FORBIDS_ALL =
      new AdminPolicy(Set.of(Purpose.values()), Set.of(), Send.NOTHING);

  AdminPolicy {
    forbidden = Set.copyOf(forbidden);
    allowed = Set.copyOf(allowed);
  }

  /** Reads several files; a forbid in any wins, the most cautious level holds. */
  static AdminPolicy read(List<Path> files) {
    return files.stream().map(AdminPolicy::read).reduce(NONE, AdminPolicy::and);
  }

  static AdminPolicy read(Path file) {
    try {
      return parse(SmallFiles.read(file, SmallFiles.MOST_BYTES));
    } catch (NoSuchFileException e) {
      return NONE;
    } catch (IOException | RuntimeException e) {
      return FORBIDS_ALL;
    }
  }

  private static AdminPolicy parse(byte[] content) throws IOException {
    Set<Purpose> forbidden = EnumSet.noneOf(Purpose.class);
    Set<Purpose> allowed = EnumSet.noneOf(Purpose.class);
    Send send = Send.EVERYTHING;
    try (JsonParser json = Json.STRICT.createParser(content)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "forbid" -> purposes(json, forbidden);
          case "allow" -> purposes(json, allowed);
          case "send" -> send = level(json.getText());
          default -> require(false);
        }
      }
      require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
    }
    return new AdminPolicy(forbidden, allowed, allowed.isEmpty() ? Send.NOTHING : send);
  }

  private static void purposes(JsonParser json, Set<Purpose> into) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      into.add(purpose(json.getText()));
    }
    require(json.currentToken() == JsonToken.END_ARRAY);
  }

  private static Purpose purpose(String name) throws IOException {
    for (Purpose purpose : Purpose.values()) {
      if (WireNames.of(purpose).equals(name)) {
        return purpose;
      }
    }
    throw new IOException("no such purpose");
  }

  private static Send level(String name) throws IOException {
    return switch (name) {
      case "counts" -> Send.COUNTS;
      case "everything" -> Send.EVERYTHING;
      default -> throw new IOException("no such level");
    };
  }

  private static void require(boolean condition) throws IOException {
    if (!condition) {
      throw new IOException("not a policy");
    }
  }

  private AdminPolicy and(AdminPolicy other) {
    Set<Purpose> forbid = EnumSet.noneOf(Purpose.class);
    forbid.addAll(forbidden);
    forbid.addAll(other.forbidden);
    Set<Purpose> allow = EnumSet.noneOf(Purpose.class);
    allow.addAll(allowed);
    allow.addAll(other.allowed);
    Send least =
        allowed.isEmpty()
            ? other.send
            : other.allowed.isEmpty() || send.compareTo(other.send) < 0 ? send : other.send;
    return new AdminPolicy(forbid, allow, least);
  }

  boolean forbids(Purpose purpose) {
    return forbidden.contains(purpose);
  }

  boolean forbidsAll() {
    return forbidden.size() == Purpose.values().length;
  }

  boolean allowsAny() {
    return !allowed.isEmpty();
  }

  Switches allowed(Purpose purpose) {
    return allowed.contains(purpose) ? new Switches(false, send) : Switches.OFF;
  }
}

package dev.candor.telemetry.squid;

import java.util.Optional;

/** What became of reading one configuration file: its content, or the reason why there is none. */
sealed interface Document {
  /** It was read. */
  record Read(Value content) implements Document {
    @Override
    public Optional<Value> value() {
      return Optional.of(content);
    }

    @Override
    public Optional<UnreadableReason> reason() {
      return Optional.empty();
    }
  }

  /** It could not be read, for this reason. */
  record Unreadable(UnreadableReason why) implements Document {
    @Override
    public Optional<Value> value() {
      return Optional.empty();
    }

    @Override
    public Optional<UnreadableReason> reason() {
      return Optional.of(why);
    }
  }

  /** Returns the content, if it was read. */
  Optional<Value> value();

  /** Returns why it was not read, if so. */
  Optional<UnreadableReason> reason();

  /** Returns the content, or nothing. */
  default Value orNothing() {
    return value().orElse(Value.nothing());
  }
}

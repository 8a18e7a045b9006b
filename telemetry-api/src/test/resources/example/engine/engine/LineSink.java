package engine;

import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.spi.AttributeSink;
import dev.candor.telemetry.spi.EventSchema;
import java.time.Duration;
import java.util.Set;

/** Joins the components of one event into a line. */
final class LineSink implements AttributeSink {
  private final EventSchema schema;
  private final StringBuilder line;

  LineSink(EventSchema schema) {
    this.schema = schema;
    this.line = new StringBuilder(schema.name());
  }

  String line() {
    return line.toString();
  }

  @Override
  public void flag(int index, boolean value) {
    add(index, value);
  }

  @Override
  public void integer(int index, long value) {
    add(index, value);
  }

  @Override
  public void decimal(int index, double value) {
    add(index, value);
  }

  @Override
  public void duration(int index, Duration value) {
    add(index, value);
  }

  @Override
  public void constant(int index, Enum<?> value) {
    add(index, value == null ? null : WireNames.of(value));
  }

  @Override
  public void constants(int index, Set<? extends Enum<?>> value) {
    add(index, value);
  }

  @Override
  public void settings(int index, Settings value) {
    add(index, value);
  }

  @Override
  public void setting(int index, SettingValue value) {
    add(index, value);
  }

  @Override
  public void hashed(int index, Hashed value) {
    add(index, value);
  }

  @Override
  public void text(int index, Text value) {
    add(index, value);
  }

  @Override
  public void error(int index, ErrorReport value) {
    add(index, value);
  }

  private void add(int index, Object value) {
    line.append(' ').append(schema.attributes().get(index).key()).append('=').append(value);
  }
}

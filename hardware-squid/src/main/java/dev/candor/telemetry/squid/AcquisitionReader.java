package dev.candor.telemetry.squid;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one acquisition from its folder and from {@code run.json}, for every generation of files.
 *
 * <p>{@code .done} is not looked at: the program writes it after an error and after an abort, too.
 */
final class AcquisitionReader {
  private final ConfigReader reader;
  private final Liveness liveness;

  AcquisitionReader(ConfigReader reader, Liveness liveness) {
    this.reader = reader;
    this.liveness = liveness;
  }

  /**
   * Reads an acquisition.
   *
   * @param folder the acquisition's own folder
   * @param state what {@code run.json} says, if it speaks of this folder
   * @param zone turns the folder's local time into an instant
   * @return nothing if the acquisition was refused before it started, or is still running
   */
  Optional<Acquisition> read(Path folder, @Nullable RunState state, LogClock zone) {
    Value yaml = reader.read(folder.resolve("acquisition.yaml")).orNothing();
    Value json = reader.read(folder.resolve("acquisition parameters.json")).orNothing();
    if (state == null && !wasStarted(folder, yaml, json)) {
      return Optional.empty();
    }
    AcquisitionOutcome outcome = AcquisitionOutcome.UNKNOWN;
    if (state != null) {
      Optional<AcquisitionOutcome> told = state.outcome(liveness);
      if (told.isEmpty()) {
        return Optional.empty();
      }
      outcome = told.get();
    }
    Optional<Instant> start =
        Optional.ofNullable(state)
            .flatMap(RunState::started)
            .or(() -> started(yaml))
            .or(() -> FolderTime.of(folder).map(zone::instant));
    if (start.isEmpty()) {
      return Optional.empty();
    }
    Instant end = Optional.ofNullable(state).flatMap(RunState::ended).orElse(start.get());
    AcquisitionRun run =
        yaml.table().isEmpty() ? old(json, outcome, state) : recent(yaml, outcome, state);
    return Optional.of(
        new Acquisition(run, start.get(), end.isBefore(start.get()) ? start.get() : end));
  }

  /** Returns the instant at which an acquisition started by its own file, if that tells it. */
  static Optional<Instant> started(ConfigReader reader, Path folder) {
    return started(reader.read(folder.resolve("acquisition.yaml")).orNothing());
  }

  private static Optional<Instant> started(Value yaml) {
    return RunState.instant(yaml.get("acquisition").get("start_time"));
  }

  /** A refused acquisition leaves a folder and parameters, but no positions and no time point. */
  private static boolean wasStarted(Path folder, Value yaml, Value json) {
    if (!yaml.table().isEmpty()) {
      return true;
    }
    return !json.table().isEmpty()
        && (Files.exists(folder.resolve("coordinates.csv"))
            || Files.isDirectory(folder.resolve("0")));
  }

  private static AcquisitionRun recent(
      Value yaml, AcquisitionOutcome outcome, @Nullable RunState state) {
    Value acquisition = yaml.get("acquisition");
    Value stack = yaml.get("z_stack");
    Value focus = yaml.get("autofocus");
    List<Value> channels = yaml.get("channels").items();
    double step = Numbers.bounded(stack.get("delta_z_mm"), 100) * 1000;
    return new AcquisitionRun(
        outcome,
        ClosedLists.find(
            WidgetType.class, acquisition.get("widget_type"), otherOrUnknown(acquisition)),
        ClosedLists.find(XyMode.class, acquisition.get("xy_mode"), XyMode.OTHER),
        ClosedLists.find(ZMode.class, stack.get("config"), ZMode.OTHER),
        ClosedLists.find(
            ObjectiveName.class, yaml.get("objective").get("name"), ObjectiveName.OTHER),
        ClosedLists.find(
            WellplateFormat.class,
            yaml.get("sample").get("wellplate_format"),
            WellplateFormat.OTHER),
        channels.size(),
        names(channels),
        whole(stack.get("nz")),
        micrometres(step > 0 ? step : Numbers.bounded(stack.get("delta_z_um"), 100_000)),
        whole(yaml.get("time_series").get("nt")),
        state == null ? yaml.get("wellplate_scan").get("regions").items().size() : state.regions(),
        focus.get("contrast_af").isTrue(),
        focus.get("laser_af").isTrue(),
        state == null ? 0 : state.imagesTaken(),
        state == null ? 0 : state.imagesExpected());
  }

  private static AcquisitionRun old(
      Value json, AcquisitionOutcome outcome, @Nullable RunState state) {
    return new AcquisitionRun(
        outcome,
        WidgetType.UNKNOWN,
        XyMode.UNKNOWN,
        ZMode.UNKNOWN,
        ClosedLists.find(
            ObjectiveName.class, json.get("objective").get("name"), ObjectiveName.OTHER),
        WellplateFormat.UNKNOWN,
        0,
        Set.of(),
        whole(json.get("Nz")),
        micrometres(Numbers.bounded(json.get("dz(um)"), 100_000)),
        whole(json.get("Nt")),
        state == null ? 0 : state.regions(),
        json.get("with AF").isTrue(),
        json.get("with reflection AF").isTrue(),
        state == null ? 0 : state.imagesTaken(),
        state == null ? 0 : state.imagesExpected());
  }

  private static WidgetType otherOrUnknown(Value acquisition) {
    return acquisition.get("widget_type").text().isPresent()
        ? WidgetType.OTHER
        : WidgetType.UNKNOWN;
  }

  private static Set<ChannelName> names(List<Value> channels) {
    EnumSet<ChannelName> names = EnumSet.noneOf(ChannelName.class);
    for (Value channel : channels) {
      names.add(ClosedLists.find(ChannelName.class, channel.get("name"), ChannelName.OTHER));
    }
    return names;
  }

  private static int whole(Value value) {
    return (int) Numbers.bounded(value, 100_000);
  }

  /** Three decimals: finer steps exist in no drive, and floating point writes them. */
  private static double micrometres(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}

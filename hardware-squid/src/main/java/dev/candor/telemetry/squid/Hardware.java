package dev.candor.telemetry.squid;

import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SettingValue;
import java.util.EnumSet;
import java.util.Set;

/** Tells the parts of a microscope from its configuration. Rows SQ-36 and SQ-37. */
public final class Hardware {
  private static final Set<SquidSetting> SIMULATIONS =
      EnumSet.range(
          SquidSetting.SIMULATION_SIMULATE_CAMERA, SquidSetting.SIMULATION_SIMULATE_SPINNING_DISK);

  private final ConfigSnapshot snapshot;

  private Hardware(ConfigSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Returns the event that describes the microscope. */
  public static DeviceConnect of(ConfigSnapshot snapshot, RunEnvironment environment) {
    return new Hardware(snapshot).event(environment);
  }

  /**
   * Returns what the simulation flags of the machine file say; {@link RunEnvironment#UNKNOWN} where
   * it has none, as before 2026.
   */
  public static RunEnvironment environment(ConfigSnapshot snapshot) {
    boolean real = false;
    boolean simulated = false;
    for (SquidSetting key : SIMULATIONS) {
      Object value = snapshot.get(key).value();
      simulated |= Boolean.TRUE.equals(value);
      real |= Boolean.FALSE.equals(value);
    }
    if (real && simulated) {
      return RunEnvironment.MIXED;
    } else if (simulated) {
      return RunEnvironment.SIMULATION;
    }
    return real ? RunEnvironment.PRODUCTION : RunEnvironment.UNKNOWN;
  }

  private DeviceConnect event(RunEnvironment environment) {
    boolean simulated =
        environment == RunEnvironment.SIMULATION || isOn(SquidSetting.SIMULATION_SIMULATE_CAMERA);
    return new DeviceConnect(
        simulated
            ? CameraType.SIMULATED
            : choice(SquidSetting.CAMERA_TYPE, CameraType.class, CameraType.OTHER, CameraType.NONE),
        choice(
            SquidSetting.MAIN_CAMERA_MODEL, CameraModel.class, CameraModel.OTHER, CameraModel.NONE),
        isOn(SquidSetting.SUPPORT_LASER_AUTOFOCUS)
            ? choice(
                SquidSetting.FOCUS_CAMERA_TYPE, CameraType.class, CameraType.OTHER, CameraType.NONE)
            : CameraType.NONE,
        isOn(SquidSetting.USE_PRIOR_STAGE) ? StageType.PRIOR : StageType.CEPHLA,
        zDrive(),
        filterWheel(),
        confocal(),
        objectiveChanger(),
        lights(),
        addons());
  }

  private ZDrive zDrive() {
    if (isOn(SquidSetting.USE_PI_FOCUS_STAGE)) {
      return ZDrive.PI_FOCUS_STAGE;
    }
    ZDrive general =
        choice(SquidSetting.Z_MOTOR_CONFIG, ZDrive.class, ZDrive.OTHER, ZDrive.UNKNOWN);
    return general != ZDrive.UNKNOWN
        ? general
        : choice(
            SquidSetting.Z_STAGE_CONFIG_Z_MOTOR_CONFIG, ZDrive.class, ZDrive.OTHER, ZDrive.UNKNOWN);
  }

  private FilterWheelType filterWheel() {
    if (isOn(SquidSetting.USE_OPTOSPIN_EMISSION_FILTER_WHEEL)) {
      return FilterWheelType.OPTOSPIN;
    }
    return isOn(SquidSetting.USE_EMISSION_FILTER_WHEEL)
        ? choice(
            SquidSetting.EMISSION_FILTER_WHEEL_TYPE,
            FilterWheelType.class,
            FilterWheelType.OTHER,
            FilterWheelType.OTHER)
        : FilterWheelType.NONE;
  }

  private ConfocalType confocal() {
    if (!isOn(SquidSetting.ENABLE_SPINNING_DISK_CONFOCAL)) {
      return ConfocalType.NONE;
    }
    return isOn(SquidSetting.USE_DRAGONFLY) ? ConfocalType.DRAGONFLY : ConfocalType.XLIGHT;
  }

  private ObjectiveChangerType objectiveChanger() {
    if (isOn(SquidSetting.USE_XERYON)) {
      return ObjectiveChangerType.XERYON;
    }
    return isOn(SquidSetting.USE_OBJECTIVE_TURRET)
        ? ObjectiveChangerType.TURRET
        : ObjectiveChangerType.NONE;
  }

  private Set<LightSourceType> lights() {
    EnumSet<LightSourceType> lights = EnumSet.noneOf(LightSourceType.class);
    addIf(lights, SquidSetting.USE_LDI_SERIAL_CONTROL, LightSourceType.LDI);
    addIf(lights, SquidSetting.USE_CELESTA, LightSourceType.CELESTA);
    addIf(lights, SquidSetting.USE_ANDOR_HLE, LightSourceType.ANDOR_HLE);
    addIf(lights, SquidSetting.USE_SQUID_LASER_ENGINE, LightSourceType.SQUID_LASER_ENGINE);
    if (lights.isEmpty()) {
      lights.add(LightSourceType.SQUID_LASERS);
    }
    return lights;
  }

  private Set<Addon> addons() {
    EnumSet<Addon> addons = EnumSet.noneOf(Addon.class);
    addIf(addons, SquidSetting.SUPPORT_LASER_AUTOFOCUS, Addon.LASER_AUTOFOCUS);
    addIf(addons, SquidSetting.RUN_FLUIDICS, Addon.FLUIDICS);
    addIf(addons, SquidSetting.SUPPORT_SCIMICROSCOPY_LED_ARRAY, Addon.LED_ARRAY);
    addIf(addons, SquidSetting.ENABLE_NL5, Addon.NL5);
    addIf(addons, SquidSetting.ENABLE_CELLX, Addon.CELLX);
    addIf(addons, SquidSetting.HAS_OBJECTIVE_PIEZO, Addon.PIEZO);
    addIf(addons, SquidSetting.ENABLE_OBJECTIVE_PIEZO, Addon.PIEZO);
    addIf(addons, SquidSetting.HAS_ENCODER_X, Addon.ENCODER);
    return addons;
  }

  private <E extends Enum<E>> void addIf(Set<E> set, SquidSetting flag, E member) {
    if (isOn(flag)) {
      set.add(member);
    }
  }

  private boolean isOn(SquidSetting flag) {
    return Boolean.TRUE.equals(snapshot.get(flag).value());
  }

  private <E extends Enum<E>> E choice(SquidSetting key, Class<E> list, E other, E none) {
    SettingValue value = snapshot.get(key);
    Object content = value.value();
    if (content == null || content == SpecialValue.NONE) {
      return none;
    }
    return list.isInstance(content) ? list.cast(content) : other;
  }
}

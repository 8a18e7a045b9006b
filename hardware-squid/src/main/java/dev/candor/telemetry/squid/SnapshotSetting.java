package dev.candor.telemetry.squid;

import dev.candor.telemetry.Setting;
import dev.candor.telemetry.SettingKey;
import dev.candor.telemetry.SettingType;

/** The settings whose values a {@link ConfigSnapshotTaken} tells: those that explain behaviour. */
public enum SnapshotSetting implements SettingKey {
  @Setting(brief = "Machine file, general: acquisition max pending jobs", type = SettingType.NUMBER)
  ACQUISITION_MAX_PENDING_JOBS,
  @Setting(brief = "Machine file, general: acquisition throttling enabled", type = SettingType.FLAG)
  ACQUISITION_THROTTLING_ENABLED,
  @Setting(
      brief = "Machine file, general: camera type",
      type = SettingType.CHOICE,
      choices = {CameraType.class, SpecialValue.class})
  CAMERA_TYPE,
  @Setting(
      brief = "Machine file, general: default objective",
      type = SettingType.CHOICE,
      choices = {ObjectiveName.class, SpecialValue.class})
  DEFAULT_OBJECTIVE,
  @Setting(
      brief = "Machine file, general: emission filter wheel type",
      type = SettingType.CHOICE,
      choices = {FilterWheelType.class, SpecialValue.class})
  EMISSION_FILTER_WHEEL_TYPE,
  @Setting(brief = "Machine file, general: enable cellx", type = SettingType.FLAG)
  ENABLE_CELLX,
  @Setting(brief = "Machine file, general: enable flexible multipoint", type = SettingType.FLAG)
  ENABLE_FLEXIBLE_MULTIPOINT,
  @Setting(brief = "Machine file, general: enable memory profiling", type = SettingType.FLAG)
  ENABLE_MEMORY_PROFILING,
  @Setting(brief = "Machine file, general: enable nl5", type = SettingType.FLAG)
  ENABLE_NL5,
  @Setting(brief = "Machine file, general: enable objective piezo", type = SettingType.FLAG)
  ENABLE_OBJECTIVE_PIEZO,
  @Setting(brief = "Machine file, general: enable spinning disk confocal", type = SettingType.FLAG)
  ENABLE_SPINNING_DISK_CONFOCAL,
  @Setting(brief = "Machine file, general: enable stitcher", type = SettingType.FLAG)
  ENABLE_STITCHER,
  @Setting(brief = "Machine file, general: enable tracking", type = SettingType.FLAG)
  ENABLE_TRACKING,
  @Setting(
      brief = "Machine file, general: file saving option",
      type = SettingType.CHOICE,
      choices = {FileSaving.class, SpecialValue.class})
  FILE_SAVING_OPTION,
  @Setting(
      brief = "Machine file, general: focus camera model",
      type = SettingType.CHOICE,
      choices = {CameraModel.class, SpecialValue.class})
  FOCUS_CAMERA_MODEL,
  @Setting(
      brief = "Machine file, general: focus camera type",
      type = SettingType.CHOICE,
      choices = {CameraType.class, SpecialValue.class})
  FOCUS_CAMERA_TYPE,
  @Setting(
      brief = "Machine file, general: focus measure operator",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  FOCUS_MEASURE_OPERATOR,
  @Setting(
      brief = "Machine file, general: illumination intensity factor",
      type = SettingType.NUMBER)
  ILLUMINATION_INTENSITY_FACTOR,
  @Setting(brief = "Machine file, general: inverted objective", type = SettingType.FLAG)
  INVERTED_OBJECTIVE,
  @Setting(brief = "Machine file, general: is hcs", type = SettingType.FLAG)
  IS_HCS,
  @Setting(
      brief = "Machine file, general: laser af spot detection mode",
      type = SettingType.CHOICE,
      choices = {SpotDetection.class, SpecialValue.class})
  LASER_AF_SPOT_DETECTION_MODE,
  @Setting(
      brief = "Machine file, general: ldi intensity mode",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  LDI_INTENSITY_MODE,
  @Setting(
      brief = "Machine file, general: ldi shutter mode",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  LDI_SHUTTER_MODE,
  @Setting(
      brief = "Machine file, general: main camera model",
      type = SettingType.CHOICE,
      choices = {CameraModel.class, SpecialValue.class})
  MAIN_CAMERA_MODEL,
  @Setting(
      brief = "Machine file, general: multipoint autofocus channel",
      type = SettingType.CHOICE,
      choices = {ChannelName.class, SpecialValue.class})
  MULTIPOINT_AUTOFOCUS_CHANNEL,
  @Setting(
      brief = "Machine file, general: multipoint autofocus enable by default",
      type = SettingType.FLAG)
  MULTIPOINT_AUTOFOCUS_ENABLE_BY_DEFAULT,
  @Setting(
      brief = "Machine file, general: multipoint bf saving option",
      type = SettingType.CHOICE,
      choices = {BrightfieldSaving.class, SpecialValue.class})
  MULTIPOINT_BF_SAVING_OPTION,
  @Setting(brief = "Machine file, general: run fluidics", type = SettingType.FLAG)
  RUN_FLUIDICS,
  @Setting(brief = "Machine file, general: support laser autofocus", type = SettingType.FLAG)
  SUPPORT_LASER_AUTOFOCUS,
  @Setting(
      brief = "Machine file, general: support scimicroscopy led array",
      type = SettingType.FLAG)
  SUPPORT_SCIMICROSCOPY_LED_ARRAY,
  @Setting(brief = "Machine file, general: tube lens mm", type = SettingType.NUMBER)
  TUBE_LENS_MM,
  @Setting(brief = "Machine file, general: use emission filter wheel", type = SettingType.FLAG)
  USE_EMISSION_FILTER_WHEEL,
  @Setting(brief = "Machine file, general: use ldi serial control", type = SettingType.FLAG)
  USE_LDI_SERIAL_CONTROL,
  @Setting(brief = "Machine file, general: use napari for live view", type = SettingType.FLAG)
  USE_NAPARI_FOR_LIVE_VIEW,
  @Setting(brief = "Machine file, general: use napari for multipoint", type = SettingType.FLAG)
  USE_NAPARI_FOR_MULTIPOINT,
  @Setting(brief = "Machine file, general: use prior stage", type = SettingType.FLAG)
  USE_PRIOR_STAGE,
  @Setting(brief = "Machine file, general: use xeryon", type = SettingType.FLAG)
  USE_XERYON,
  @Setting(
      brief = "Machine file, general: wellplate format",
      type = SettingType.CHOICE,
      choices = {WellplateFormat.class, SpecialValue.class})
  WELLPLATE_FORMAT,
  @Setting(
      brief = "Machine file, general: z motor config",
      type = SettingType.CHOICE,
      choices = {ZDrive.class, SpecialValue.class})
  Z_MOTOR_CONFIG,
  @Setting(brief = "Machine file, camera config: binning factor default", type = SettingType.NUMBER)
  CAMERA_CONFIG_BINNING_FACTOR_DEFAULT,
  @Setting(brief = "Machine file, camera config: crop height unbinned", type = SettingType.NUMBER)
  CAMERA_CONFIG_CROP_HEIGHT_UNBINNED,
  @Setting(brief = "Machine file, camera config: crop width unbinned", type = SettingType.NUMBER)
  CAMERA_CONFIG_CROP_WIDTH_UNBINNED,
  @Setting(
      brief = "Machine file, camera config: flip image",
      type = SettingType.CHOICE,
      choices = {ImageFlip.class, SpecialValue.class})
  CAMERA_CONFIG_FLIP_IMAGE,
  @Setting(
      brief = "Machine file, camera config: pixel format default",
      type = SettingType.CHOICE,
      choices = {PixelFormat.class, SpecialValue.class})
  CAMERA_CONFIG_PIXEL_FORMAT_DEFAULT,
  @Setting(brief = "Machine file, simulation: simulate camera", type = SettingType.FLAG)
  SIMULATION_SIMULATE_CAMERA,
  @Setting(brief = "Machine file, simulation: simulate filter wheel", type = SettingType.FLAG)
  SIMULATION_SIMULATE_FILTER_WHEEL,
  @Setting(brief = "Machine file, simulation: simulate laser af camera", type = SettingType.FLAG)
  SIMULATION_SIMULATE_LASER_AF_CAMERA,
  @Setting(brief = "Machine file, simulation: simulate microcontroller", type = SettingType.FLAG)
  SIMULATION_SIMULATE_MICROCONTROLLER,
  @Setting(brief = "Machine file, simulation: simulate objective changer", type = SettingType.FLAG)
  SIMULATION_SIMULATE_OBJECTIVE_CHANGER,
  @Setting(brief = "Machine file, simulation: simulate spinning disk", type = SettingType.FLAG)
  SIMULATION_SIMULATE_SPINNING_DISK,
  @Setting(
      brief = "Acquisition panel: xy mode",
      type = SettingType.CHOICE,
      choices = {XyMode.class, SpecialValue.class})
  MULTIPOINT_XY_MODE,
  @Setting(
      brief = "Acquisition panel: z mode",
      type = SettingType.CHOICE,
      choices = {ZMode.class, SpecialValue.class})
  MULTIPOINT_Z_MODE,
  @Setting(brief = "Acquisition panel: nt", type = SettingType.NUMBER)
  MULTIPOINT_NT,
  @Setting(brief = "Acquisition panel: dz", type = SettingType.NUMBER)
  MULTIPOINT_DZ,
  @Setting(brief = "Acquisition panel: nz", type = SettingType.NUMBER)
  MULTIPOINT_NZ,
  @Setting(brief = "Acquisition panel: contrast af", type = SettingType.FLAG)
  MULTIPOINT_CONTRAST_AF,
  @Setting(brief = "Acquisition panel: laser af", type = SettingType.FLAG)
  MULTIPOINT_LASER_AF,
  @Setting(brief = "Camera as last used: binning x", type = SettingType.NUMBER)
  CAMERA_CACHE_BINNING_X,
  @Setting(brief = "Camera as last used: binning y", type = SettingType.NUMBER)
  CAMERA_CACHE_BINNING_Y,
  @Setting(
      brief = "Camera as last used: pixel format",
      type = SettingType.CHOICE,
      choices = {PixelFormat.class, SpecialValue.class})
  CAMERA_CACHE_PIXEL_FORMAT;

  /** Returns the setting of the same name. */
  SquidSetting setting() {
    return SquidSetting.valueOf(name());
  }
}

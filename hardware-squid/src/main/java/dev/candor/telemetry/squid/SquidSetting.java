package dev.candor.telemetry.squid;

import dev.candor.telemetry.Setting;
import dev.candor.telemetry.SettingKey;
import dev.candor.telemetry.SettingType;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of a Squid that may be told, and where it stands. What is not here is not taken
 * from any file: serial numbers, paths, names that people typed, pictures, positions.
 */
public enum SquidSetting implements SettingKey {
  @Setting(brief = "Machine file, general: acquisition max pending jobs", type = SettingType.NUMBER)
  ACQUISITION_MAX_PENDING_JOBS(
      LogicalFile.INI, "general", "acquisition_max_pending_jobs", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: acquisition max pending mb", type = SettingType.NUMBER)
  ACQUISITION_MAX_PENDING_MB(
      LogicalFile.INI, "general", "acquisition_max_pending_mb", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: acquisition throttle timeout s",
      type = SettingType.NUMBER)
  ACQUISITION_THROTTLE_TIMEOUT_S(
      LogicalFile.INI, "general", "acquisition_throttle_timeout_s", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: acquisition throttling enabled", type = SettingType.FLAG)
  ACQUISITION_THROTTLING_ENABLED(
      LogicalFile.INI, "general", "acquisition_throttling_enabled", SettingType.FLAG),
  @Setting(brief = "Machine file, general: awb ratios b", type = SettingType.NUMBER)
  AWB_RATIOS_B(LogicalFile.INI, "general", "awb_ratios_b", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: awb ratios g", type = SettingType.NUMBER)
  AWB_RATIOS_G(LogicalFile.INI, "general", "awb_ratios_g", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: awb ratios r", type = SettingType.NUMBER)
  AWB_RATIOS_R(LogicalFile.INI, "general", "awb_ratios_r", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: camera reverse x", type = SettingType.FLAG)
  CAMERA_REVERSE_X(LogicalFile.INI, "general", "camera_reverse_x", SettingType.FLAG),
  @Setting(brief = "Machine file, general: camera reverse y", type = SettingType.FLAG)
  CAMERA_REVERSE_Y(LogicalFile.INI, "general", "camera_reverse_y", SettingType.FLAG),
  @Setting(
      brief = "Machine file, general: camera sensor",
      type = SettingType.CHOICE,
      choices = {CameraSensor.class, SpecialValue.class})
  CAMERA_SENSOR(LogicalFile.INI, "general", "camera_sensor", CameraSensor.class),
  @Setting(
      brief = "Machine file, general: camera type",
      type = SettingType.CHOICE,
      choices = {CameraType.class, SpecialValue.class})
  CAMERA_TYPE(LogicalFile.INI, "general", "camera_type", CameraType.class),
  @Setting(brief = "Machine file, general: classification test mode", type = SettingType.FLAG)
  CLASSIFICATION_TEST_MODE(
      LogicalFile.INI, "general", "classification_test_mode", SettingType.FLAG),
  @Setting(brief = "Machine file, general: classification th", type = SettingType.NUMBER)
  CLASSIFICATION_TH(LogicalFile.INI, "general", "classification_th", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: controller version",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  CONTROLLER_VERSION(LogicalFile.INI, "general", "controller_version", MachineWord.class),
  @Setting(brief = "Machine file, general: default display crop", type = SettingType.NUMBER)
  DEFAULT_DISPLAY_CROP(LogicalFile.INI, "general", "default_display_crop", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: default multipoint nx", type = SettingType.NUMBER)
  DEFAULT_MULTIPOINT_NX(LogicalFile.INI, "general", "default_multipoint_nx", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: default multipoint ny", type = SettingType.NUMBER)
  DEFAULT_MULTIPOINT_NY(LogicalFile.INI, "general", "default_multipoint_ny", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: default objective",
      type = SettingType.CHOICE,
      choices = {ObjectiveName.class, SpecialValue.class})
  DEFAULT_OBJECTIVE(LogicalFile.INI, "general", "default_objective", ObjectiveName.class),
  @Setting(
      brief = "Machine file, general: default pixel format",
      type = SettingType.CHOICE,
      choices = {PixelFormat.class, SpecialValue.class})
  DEFAULT_PIXEL_FORMAT(LogicalFile.INI, "general", "default_pixel_format", PixelFormat.class),
  @Setting(brief = "Machine file, general: default z pos mm", type = SettingType.NUMBER)
  DEFAULT_Z_POS_MM(LogicalFile.INI, "general", "default_z_pos_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: disp th during multipoint", type = SettingType.NUMBER)
  DISP_TH_DURING_MULTIPOINT(
      LogicalFile.INI, "general", "disp_th_during_multipoint", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: do fluorescence rtp", type = SettingType.FLAG)
  DO_FLUORESCENCE_RTP(LogicalFile.INI, "general", "do_fluorescence_rtp", SettingType.FLAG),
  @Setting(
      brief = "Machine file, general: emission filter wheel type",
      type = SettingType.CHOICE,
      choices = {FilterWheelType.class, SpecialValue.class})
  EMISSION_FILTER_WHEEL_TYPE(
      LogicalFile.INI, "general", "emission_filter_wheel_type", FilterWheelType.class),
  @Setting(brief = "Machine file, general: enable cellx", type = SettingType.FLAG)
  ENABLE_CELLX(LogicalFile.INI, "general", "enable_cellx", SettingType.FLAG),
  @Setting(brief = "Machine file, general: enable flexible multipoint", type = SettingType.FLAG)
  ENABLE_FLEXIBLE_MULTIPOINT(
      LogicalFile.INI, "general", "enable_flexible_multipoint", SettingType.FLAG),
  @Setting(brief = "Machine file, general: enable memory profiling", type = SettingType.FLAG)
  ENABLE_MEMORY_PROFILING(LogicalFile.INI, "general", "enable_memory_profiling", SettingType.FLAG),
  @Setting(brief = "Machine file, general: enable nl5", type = SettingType.FLAG)
  ENABLE_NL5(LogicalFile.INI, "general", "enable_nl5", SettingType.FLAG),
  @Setting(brief = "Machine file, general: enable objective piezo", type = SettingType.FLAG)
  ENABLE_OBJECTIVE_PIEZO(LogicalFile.INI, "general", "enable_objective_piezo", SettingType.FLAG),
  @Setting(brief = "Machine file, general: enable pid x", type = SettingType.FLAG)
  ENABLE_PID_X(LogicalFile.INI, "general", "enable_pid_x", SettingType.FLAG),
  @Setting(brief = "Machine file, general: enable pid y", type = SettingType.FLAG)
  ENABLE_PID_Y(LogicalFile.INI, "general", "enable_pid_y", SettingType.FLAG),
  @Setting(brief = "Machine file, general: enable pid z", type = SettingType.FLAG)
  ENABLE_PID_Z(LogicalFile.INI, "general", "enable_pid_z", SettingType.FLAG),
  @Setting(brief = "Machine file, general: enable spinning disk confocal", type = SettingType.FLAG)
  ENABLE_SPINNING_DISK_CONFOCAL(
      LogicalFile.INI, "general", "enable_spinning_disk_confocal", SettingType.FLAG),
  @Setting(brief = "Machine file, general: enable stitcher", type = SettingType.FLAG)
  ENABLE_STITCHER(LogicalFile.INI, "general", "enable_stitcher", SettingType.FLAG),
  @Setting(brief = "Machine file, general: enable tracking", type = SettingType.FLAG)
  ENABLE_TRACKING(LogicalFile.INI, "general", "enable_tracking", SettingType.FLAG),
  @Setting(brief = "Machine file, general: encoder count x", type = SettingType.NUMBER)
  ENCODER_COUNT_X(LogicalFile.INI, "general", "encoder_count_x", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder count y", type = SettingType.NUMBER)
  ENCODER_COUNT_Y(LogicalFile.INI, "general", "encoder_count_y", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder count z", type = SettingType.NUMBER)
  ENCODER_COUNT_Z(LogicalFile.INI, "general", "encoder_count_z", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder flip dir x", type = SettingType.FLAG)
  ENCODER_FLIP_DIR_X(LogicalFile.INI, "general", "encoder_flip_dir_x", SettingType.FLAG),
  @Setting(brief = "Machine file, general: encoder flip dir y", type = SettingType.FLAG)
  ENCODER_FLIP_DIR_Y(LogicalFile.INI, "general", "encoder_flip_dir_y", SettingType.FLAG),
  @Setting(brief = "Machine file, general: encoder flip dir z", type = SettingType.FLAG)
  ENCODER_FLIP_DIR_Z(LogicalFile.INI, "general", "encoder_flip_dir_z", SettingType.FLAG),
  @Setting(brief = "Machine file, general: encoder pos sign theta", type = SettingType.NUMBER)
  ENCODER_POS_SIGN_THETA(LogicalFile.INI, "general", "encoder_pos_sign_theta", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder pos sign x", type = SettingType.NUMBER)
  ENCODER_POS_SIGN_X(LogicalFile.INI, "general", "encoder_pos_sign_x", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder pos sign y", type = SettingType.NUMBER)
  ENCODER_POS_SIGN_Y(LogicalFile.INI, "general", "encoder_pos_sign_y", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder pos sign z", type = SettingType.NUMBER)
  ENCODER_POS_SIGN_Z(LogicalFile.INI, "general", "encoder_pos_sign_z", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder resolution um x", type = SettingType.NUMBER)
  ENCODER_RESOLUTION_UM_X(
      LogicalFile.INI, "general", "encoder_resolution_um_x", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder resolution um y", type = SettingType.NUMBER)
  ENCODER_RESOLUTION_UM_Y(
      LogicalFile.INI, "general", "encoder_resolution_um_y", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder resolution um z", type = SettingType.NUMBER)
  ENCODER_RESOLUTION_UM_Z(
      LogicalFile.INI, "general", "encoder_resolution_um_z", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder step size theta", type = SettingType.NUMBER)
  ENCODER_STEP_SIZE_THETA(
      LogicalFile.INI, "general", "encoder_step_size_theta", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder step size x mm", type = SettingType.NUMBER)
  ENCODER_STEP_SIZE_X_MM(LogicalFile.INI, "general", "encoder_step_size_x_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder step size y mm", type = SettingType.NUMBER)
  ENCODER_STEP_SIZE_Y_MM(LogicalFile.INI, "general", "encoder_step_size_y_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: encoder step size z mm", type = SettingType.NUMBER)
  ENCODER_STEP_SIZE_Z_MM(LogicalFile.INI, "general", "encoder_step_size_z_mm", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: file saving option",
      type = SettingType.CHOICE,
      choices = {FileSaving.class, SpecialValue.class})
  FILE_SAVING_OPTION(LogicalFile.INI, "general", "file_saving_option", FileSaving.class),
  @Setting(brief = "Machine file, general: filter controller enable", type = SettingType.FLAG)
  FILTER_CONTROLLER_ENABLE(
      LogicalFile.INI, "general", "filter_controller_enable", SettingType.FLAG),
  @Setting(
      brief = "Machine file, general: flip image",
      type = SettingType.CHOICE,
      choices = {ImageFlip.class, SpecialValue.class})
  FLIP_IMAGE(LogicalFile.INI, "general", "flip_image", ImageFlip.class),
  @Setting(
      brief = "Machine file, general: focus camera exposure time ms",
      type = SettingType.NUMBER)
  FOCUS_CAMERA_EXPOSURE_TIME_MS(
      LogicalFile.INI, "general", "focus_camera_exposure_time_ms", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: focus camera model",
      type = SettingType.CHOICE,
      choices = {CameraModel.class, SpecialValue.class})
  FOCUS_CAMERA_MODEL(LogicalFile.INI, "general", "focus_camera_model", CameraModel.class),
  @Setting(
      brief = "Machine file, general: focus camera type",
      type = SettingType.CHOICE,
      choices = {CameraType.class, SpecialValue.class})
  FOCUS_CAMERA_TYPE(LogicalFile.INI, "general", "focus_camera_type", CameraType.class),
  @Setting(
      brief = "Machine file, general: focus measure operator",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  FOCUS_MEASURE_OPERATOR(LogicalFile.INI, "general", "focus_measure_operator", MachineWord.class),
  @Setting(brief = "Machine file, general: fullsteps per rev theta", type = SettingType.NUMBER)
  FULLSTEPS_PER_REV_THETA(
      LogicalFile.INI, "general", "fullsteps_per_rev_theta", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: fullsteps per rev x", type = SettingType.NUMBER)
  FULLSTEPS_PER_REV_X(LogicalFile.INI, "general", "fullsteps_per_rev_x", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: fullsteps per rev y", type = SettingType.NUMBER)
  FULLSTEPS_PER_REV_Y(LogicalFile.INI, "general", "fullsteps_per_rev_y", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: fullsteps per rev z", type = SettingType.NUMBER)
  FULLSTEPS_PER_REV_Z(LogicalFile.INI, "general", "fullsteps_per_rev_z", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: has encoder x", type = SettingType.FLAG)
  HAS_ENCODER_X(LogicalFile.INI, "general", "has_encoder_x", SettingType.FLAG),
  @Setting(brief = "Machine file, general: has encoder y", type = SettingType.FLAG)
  HAS_ENCODER_Y(LogicalFile.INI, "general", "has_encoder_y", SettingType.FLAG),
  @Setting(brief = "Machine file, general: has encoder z", type = SettingType.FLAG)
  HAS_ENCODER_Z(LogicalFile.INI, "general", "has_encoder_z", SettingType.FLAG),
  @Setting(brief = "Machine file, general: has objective piezo", type = SettingType.FLAG)
  HAS_OBJECTIVE_PIEZO(LogicalFile.INI, "general", "has_objective_piezo", SettingType.FLAG),
  @Setting(brief = "Machine file, general: has two interfaces", type = SettingType.FLAG)
  HAS_TWO_INTERFACES(LogicalFile.INI, "general", "has_two_interfaces", SettingType.FLAG),
  @Setting(brief = "Machine file, general: homing enabled x", type = SettingType.FLAG)
  HOMING_ENABLED_X(LogicalFile.INI, "general", "homing_enabled_x", SettingType.FLAG),
  @Setting(brief = "Machine file, general: homing enabled y", type = SettingType.FLAG)
  HOMING_ENABLED_Y(LogicalFile.INI, "general", "homing_enabled_y", SettingType.FLAG),
  @Setting(brief = "Machine file, general: homing enabled z", type = SettingType.FLAG)
  HOMING_ENABLED_Z(LogicalFile.INI, "general", "homing_enabled_z", SettingType.FLAG),
  @Setting(
      brief = "Machine file, general: illumination intensity factor",
      type = SettingType.NUMBER)
  ILLUMINATION_INTENSITY_FACTOR(
      LogicalFile.INI, "general", "illumination_intensity_factor", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: inverted objective", type = SettingType.FLAG)
  INVERTED_OBJECTIVE(LogicalFile.INI, "general", "inverted_objective", SettingType.FLAG),
  @Setting(brief = "Machine file, general: is hcs", type = SettingType.FLAG)
  IS_HCS(LogicalFile.INI, "general", "is_hcs", SettingType.FLAG),
  @Setting(brief = "Machine file, general: is wellplate", type = SettingType.FLAG)
  IS_WELLPLATE(LogicalFile.INI, "general", "is_wellplate", SettingType.FLAG),
  @Setting(brief = "Machine file, general: laser af characterization mode", type = SettingType.FLAG)
  LASER_AF_CHARACTERIZATION_MODE(
      LogicalFile.INI, "general", "laser_af_characterization_mode", SettingType.FLAG),
  @Setting(
      brief = "Machine file, general: laser af spot detection mode",
      type = SettingType.CHOICE,
      choices = {SpotDetection.class, SpecialValue.class})
  LASER_AF_SPOT_DETECTION_MODE(
      LogicalFile.INI, "general", "laser_af_spot_detection_mode", SpotDetection.class),
  @Setting(
      brief = "Machine file, general: ldi intensity mode",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  LDI_INTENSITY_MODE(LogicalFile.INI, "general", "ldi_intensity_mode", MachineWord.class),
  @Setting(
      brief = "Machine file, general: ldi shutter mode",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  LDI_SHUTTER_MODE(LogicalFile.INI, "general", "ldi_shutter_mode", MachineWord.class),
  @Setting(brief = "Machine file, general: led matrix b factor", type = SettingType.NUMBER)
  LED_MATRIX_B_FACTOR(LogicalFile.INI, "general", "led_matrix_b_factor", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: led matrix g factor", type = SettingType.NUMBER)
  LED_MATRIX_G_FACTOR(LogicalFile.INI, "general", "led_matrix_g_factor", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: led matrix r factor", type = SettingType.NUMBER)
  LED_MATRIX_R_FACTOR(LogicalFile.INI, "general", "led_matrix_r_factor", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: main camera model",
      type = SettingType.CHOICE,
      choices = {CameraModel.class, SpecialValue.class})
  MAIN_CAMERA_MODEL(LogicalFile.INI, "general", "main_camera_model", CameraModel.class),
  @Setting(brief = "Machine file, general: max acceleration x mm", type = SettingType.NUMBER)
  MAX_ACCELERATION_X_MM(LogicalFile.INI, "general", "max_acceleration_x_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: max acceleration y mm", type = SettingType.NUMBER)
  MAX_ACCELERATION_Y_MM(LogicalFile.INI, "general", "max_acceleration_y_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: max acceleration z mm", type = SettingType.NUMBER)
  MAX_ACCELERATION_Z_MM(LogicalFile.INI, "general", "max_acceleration_z_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: max velocity x mm", type = SettingType.NUMBER)
  MAX_VELOCITY_X_MM(LogicalFile.INI, "general", "max_velocity_x_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: max velocity y mm", type = SettingType.NUMBER)
  MAX_VELOCITY_Y_MM(LogicalFile.INI, "general", "max_velocity_y_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: max velocity z mm", type = SettingType.NUMBER)
  MAX_VELOCITY_Z_MM(LogicalFile.INI, "general", "max_velocity_z_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: microstepping default theta", type = SettingType.NUMBER)
  MICROSTEPPING_DEFAULT_THETA(
      LogicalFile.INI, "general", "microstepping_default_theta", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: microstepping default x", type = SettingType.NUMBER)
  MICROSTEPPING_DEFAULT_X(
      LogicalFile.INI, "general", "microstepping_default_x", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: microstepping default y", type = SettingType.NUMBER)
  MICROSTEPPING_DEFAULT_Y(
      LogicalFile.INI, "general", "microstepping_default_y", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: microstepping default z", type = SettingType.NUMBER)
  MICROSTEPPING_DEFAULT_Z(
      LogicalFile.INI, "general", "microstepping_default_z", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: mosaic view target pixel size um",
      type = SettingType.NUMBER)
  MOSAIC_VIEW_TARGET_PIXEL_SIZE_UM(
      LogicalFile.INI, "general", "mosaic_view_target_pixel_size_um", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: multipoint autofocus channel",
      type = SettingType.CHOICE,
      choices = {ChannelName.class, SpecialValue.class})
  MULTIPOINT_AUTOFOCUS_CHANNEL(
      LogicalFile.INI, "general", "multipoint_autofocus_channel", ChannelName.class),
  @Setting(
      brief = "Machine file, general: multipoint autofocus enable by default",
      type = SettingType.FLAG)
  MULTIPOINT_AUTOFOCUS_ENABLE_BY_DEFAULT(
      LogicalFile.INI, "general", "multipoint_autofocus_enable_by_default", SettingType.FLAG),
  @Setting(
      brief = "Machine file, general: multipoint bf saving option",
      type = SettingType.CHOICE,
      choices = {BrightfieldSaving.class, SpecialValue.class})
  MULTIPOINT_BF_SAVING_OPTION(
      LogicalFile.INI, "general", "multipoint_bf_saving_option", BrightfieldSaving.class),
  @Setting(
      brief = "Machine file, general: multipoint use piezo for zstacks",
      type = SettingType.FLAG)
  MULTIPOINT_USE_PIEZO_FOR_ZSTACKS(
      LogicalFile.INI, "general", "multipoint_use_piezo_for_zstacks", SettingType.FLAG),
  @Setting(
      brief = "Machine file, general: objective piezo control voltage range",
      type = SettingType.NUMBER)
  OBJECTIVE_PIEZO_CONTROL_VOLTAGE_RANGE(
      LogicalFile.INI, "general", "objective_piezo_control_voltage_range", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: objective piezo flip dir", type = SettingType.FLAG)
  OBJECTIVE_PIEZO_FLIP_DIR(
      LogicalFile.INI, "general", "objective_piezo_flip_dir", SettingType.FLAG),
  @Setting(brief = "Machine file, general: objective piezo home um", type = SettingType.NUMBER)
  OBJECTIVE_PIEZO_HOME_UM(
      LogicalFile.INI, "general", "objective_piezo_home_um", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: objective piezo range um", type = SettingType.NUMBER)
  OBJECTIVE_PIEZO_RANGE_UM(
      LogicalFile.INI, "general", "objective_piezo_range_um", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: optospin emission filter wheel delay ms",
      type = SettingType.NUMBER)
  OPTOSPIN_EMISSION_FILTER_WHEEL_DELAY_MS(
      LogicalFile.INI, "general", "optospin_emission_filter_wheel_delay_ms", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: optospin emission filter wheel speed hz",
      type = SettingType.NUMBER)
  OPTOSPIN_EMISSION_FILTER_WHEEL_SPEED_HZ(
      LogicalFile.INI, "general", "optospin_emission_filter_wheel_speed_hz", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: optospin emission filter wheel ttl trigger",
      type = SettingType.FLAG)
  OPTOSPIN_EMISSION_FILTER_WHEEL_TTL_TRIGGER(
      LogicalFile.INI, "general", "optospin_emission_filter_wheel_ttl_trigger", SettingType.FLAG),
  @Setting(brief = "Machine file, general: pid enabled x", type = SettingType.FLAG)
  PID_ENABLED_X(LogicalFile.INI, "general", "pid_enabled_x", SettingType.FLAG),
  @Setting(brief = "Machine file, general: pid enabled y", type = SettingType.FLAG)
  PID_ENABLED_Y(LogicalFile.INI, "general", "pid_enabled_y", SettingType.FLAG),
  @Setting(brief = "Machine file, general: pid enabled z", type = SettingType.FLAG)
  PID_ENABLED_Z(LogicalFile.INI, "general", "pid_enabled_z", SettingType.FLAG),
  @Setting(brief = "Machine file, general: rotate image angle", type = SettingType.NUMBER)
  ROTATE_IMAGE_ANGLE(LogicalFile.INI, "general", "rotate_image_angle", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: run custom multipoint", type = SettingType.FLAG)
  RUN_CUSTOM_MULTIPOINT(LogicalFile.INI, "general", "run_custom_multipoint", SettingType.FLAG),
  @Setting(brief = "Machine file, general: run fluidics", type = SettingType.FLAG)
  RUN_FLUIDICS(LogicalFile.INI, "general", "run_fluidics", SettingType.FLAG),
  @Setting(brief = "Machine file, general: scan stabilization time ms x", type = SettingType.NUMBER)
  SCAN_STABILIZATION_TIME_MS_X(
      LogicalFile.INI, "general", "scan_stabilization_time_ms_x", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: scan stabilization time ms y", type = SettingType.NUMBER)
  SCAN_STABILIZATION_TIME_MS_Y(
      LogicalFile.INI, "general", "scan_stabilization_time_ms_y", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: scan stabilization time ms z", type = SettingType.NUMBER)
  SCAN_STABILIZATION_TIME_MS_Z(
      LogicalFile.INI, "general", "scan_stabilization_time_ms_z", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: scimicroscopy led array default na",
      type = SettingType.NUMBER)
  SCIMICROSCOPY_LED_ARRAY_DEFAULT_NA(
      LogicalFile.INI, "general", "scimicroscopy_led_array_default_na", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: scimicroscopy led array distance",
      type = SettingType.NUMBER)
  SCIMICROSCOPY_LED_ARRAY_DISTANCE(
      LogicalFile.INI, "general", "scimicroscopy_led_array_distance", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: scimicroscopy led array turn on delay",
      type = SettingType.NUMBER)
  SCIMICROSCOPY_LED_ARRAY_TURN_ON_DELAY(
      LogicalFile.INI, "general", "scimicroscopy_led_array_turn_on_delay", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: screw pitch x mm", type = SettingType.NUMBER)
  SCREW_PITCH_X_MM(LogicalFile.INI, "general", "screw_pitch_x_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: screw pitch y mm", type = SettingType.NUMBER)
  SCREW_PITCH_Y_MM(LogicalFile.INI, "general", "screw_pitch_y_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: screw pitch z mm", type = SettingType.NUMBER)
  SCREW_PITCH_Z_MM(LogicalFile.INI, "general", "screw_pitch_z_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: segmentation crop", type = SettingType.NUMBER)
  SEGMENTATION_CROP(LogicalFile.INI, "general", "segmentation_crop", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: sleep time s", type = SettingType.NUMBER)
  SLEEP_TIME_S(LogicalFile.INI, "general", "sleep_time_s", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: sort during multipoint", type = SettingType.FLAG)
  SORT_DURING_MULTIPOINT(LogicalFile.INI, "general", "sort_during_multipoint", SettingType.FLAG),
  @Setting(brief = "Machine file, general: stage movement sign theta", type = SettingType.NUMBER)
  STAGE_MOVEMENT_SIGN_THETA(
      LogicalFile.INI, "general", "stage_movement_sign_theta", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: stage movement sign x", type = SettingType.NUMBER)
  STAGE_MOVEMENT_SIGN_X(LogicalFile.INI, "general", "stage_movement_sign_x", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: stage movement sign y", type = SettingType.NUMBER)
  STAGE_MOVEMENT_SIGN_Y(LogicalFile.INI, "general", "stage_movement_sign_y", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: stage movement sign z", type = SettingType.NUMBER)
  STAGE_MOVEMENT_SIGN_Z(LogicalFile.INI, "general", "stage_movement_sign_z", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: stage pos sign theta", type = SettingType.NUMBER)
  STAGE_POS_SIGN_THETA(LogicalFile.INI, "general", "stage_pos_sign_theta", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: stage pos sign x", type = SettingType.NUMBER)
  STAGE_POS_SIGN_X(LogicalFile.INI, "general", "stage_pos_sign_x", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: stage pos sign y", type = SettingType.NUMBER)
  STAGE_POS_SIGN_Y(LogicalFile.INI, "general", "stage_pos_sign_y", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: stage pos sign z", type = SettingType.NUMBER)
  STAGE_POS_SIGN_Z(LogicalFile.INI, "general", "stage_pos_sign_z", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: stitch complete acquisition", type = SettingType.FLAG)
  STITCH_COMPLETE_ACQUISITION(
      LogicalFile.INI, "general", "stitch_complete_acquisition", SettingType.FLAG),
  @Setting(brief = "Machine file, general: support laser autofocus", type = SettingType.FLAG)
  SUPPORT_LASER_AUTOFOCUS(LogicalFile.INI, "general", "support_laser_autofocus", SettingType.FLAG),
  @Setting(
      brief = "Machine file, general: support scimicroscopy led array",
      type = SettingType.FLAG)
  SUPPORT_SCIMICROSCOPY_LED_ARRAY(
      LogicalFile.INI, "general", "support_scimicroscopy_led_array", SettingType.FLAG),
  @Setting(brief = "Machine file, general: tracking movement sign theta", type = SettingType.NUMBER)
  TRACKING_MOVEMENT_SIGN_THETA(
      LogicalFile.INI, "general", "tracking_movement_sign_theta", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: tracking movement sign x", type = SettingType.NUMBER)
  TRACKING_MOVEMENT_SIGN_X(
      LogicalFile.INI, "general", "tracking_movement_sign_x", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: tracking movement sign y", type = SettingType.NUMBER)
  TRACKING_MOVEMENT_SIGN_Y(
      LogicalFile.INI, "general", "tracking_movement_sign_y", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: tracking movement sign z", type = SettingType.NUMBER)
  TRACKING_MOVEMENT_SIGN_Z(
      LogicalFile.INI, "general", "tracking_movement_sign_z", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: tracking show microscope configurations",
      type = SettingType.FLAG)
  TRACKING_SHOW_MICROSCOPE_CONFIGURATIONS(
      LogicalFile.INI, "general", "tracking_show_microscope_configurations", SettingType.FLAG),
  @Setting(brief = "Machine file, general: tube lens mm", type = SettingType.NUMBER)
  TUBE_LENS_MM(LogicalFile.INI, "general", "tube_lens_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: two classification models", type = SettingType.FLAG)
  TWO_CLASSIFICATION_MODELS(
      LogicalFile.INI, "general", "two_classification_models", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use andor hle", type = SettingType.FLAG)
  USE_ANDOR_HLE(LogicalFile.INI, "general", "use_andor_hle", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use celesta", type = SettingType.FLAG)
  USE_CELESTA(LogicalFile.INI, "general", "use_celesta", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use dragonfly", type = SettingType.FLAG)
  USE_DRAGONFLY(LogicalFile.INI, "general", "use_dragonfly", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use emission filter wheel", type = SettingType.FLAG)
  USE_EMISSION_FILTER_WHEEL(
      LogicalFile.INI, "general", "use_emission_filter_wheel", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use encoder theta", type = SettingType.FLAG)
  USE_ENCODER_THETA(LogicalFile.INI, "general", "use_encoder_theta", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use encoder x", type = SettingType.FLAG)
  USE_ENCODER_X(LogicalFile.INI, "general", "use_encoder_x", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use encoder y", type = SettingType.FLAG)
  USE_ENCODER_Y(LogicalFile.INI, "general", "use_encoder_y", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use encoder z", type = SettingType.FLAG)
  USE_ENCODER_Z(LogicalFile.INI, "general", "use_encoder_z", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use glass top", type = SettingType.FLAG)
  USE_GLASS_TOP(LogicalFile.INI, "general", "use_glass_top", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use ldi serial control", type = SettingType.FLAG)
  USE_LDI_SERIAL_CONTROL(LogicalFile.INI, "general", "use_ldi_serial_control", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use napari", type = SettingType.FLAG)
  USE_NAPARI(LogicalFile.INI, "general", "use_napari", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use napari for live view", type = SettingType.FLAG)
  USE_NAPARI_FOR_LIVE_VIEW(
      LogicalFile.INI, "general", "use_napari_for_live_view", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use napari for multichannel", type = SettingType.FLAG)
  USE_NAPARI_FOR_MULTICHANNEL(
      LogicalFile.INI, "general", "use_napari_for_multichannel", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use napari for multipoint", type = SettingType.FLAG)
  USE_NAPARI_FOR_MULTIPOINT(
      LogicalFile.INI, "general", "use_napari_for_multipoint", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use napari for tiled display", type = SettingType.FLAG)
  USE_NAPARI_FOR_TILED_DISPLAY(
      LogicalFile.INI, "general", "use_napari_for_tiled_display", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use objective turret", type = SettingType.FLAG)
  USE_OBJECTIVE_TURRET(LogicalFile.INI, "general", "use_objective_turret", SettingType.FLAG),
  @Setting(
      brief = "Machine file, general: use optospin emission filter wheel",
      type = SettingType.FLAG)
  USE_OPTOSPIN_EMISSION_FILTER_WHEEL(
      LogicalFile.INI, "general", "use_optospin_emission_filter_wheel", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use pi focus stage", type = SettingType.FLAG)
  USE_PI_FOCUS_STAGE(LogicalFile.INI, "general", "use_pi_focus_stage", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use prior stage", type = SettingType.FLAG)
  USE_PRIOR_STAGE(LogicalFile.INI, "general", "use_prior_stage", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use squid laser engine", type = SettingType.FLAG)
  USE_SQUID_LASER_ENGINE(LogicalFile.INI, "general", "use_squid_laser_engine", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use trt segmentation", type = SettingType.FLAG)
  USE_TRT_SEGMENTATION(LogicalFile.INI, "general", "use_trt_segmentation", SettingType.FLAG),
  @Setting(brief = "Machine file, general: use xeryon", type = SettingType.FLAG)
  USE_XERYON(LogicalFile.INI, "general", "use_xeryon", SettingType.FLAG),
  @Setting(brief = "Machine file, general: version", type = SettingType.NUMBER)
  VERSION(LogicalFile.INI, "general", "version", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: wellplate format",
      type = SettingType.CHOICE,
      choices = {WellplateFormat.class, SpecialValue.class})
  WELLPLATE_FORMAT(LogicalFile.INI, "general", "wellplate_format", WellplateFormat.class),
  @Setting(brief = "Machine file, general: wellplate offset x mm", type = SettingType.NUMBER)
  WELLPLATE_OFFSET_X_MM(LogicalFile.INI, "general", "wellplate_offset_x_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: wellplate offset y mm", type = SettingType.NUMBER)
  WELLPLATE_OFFSET_Y_MM(LogicalFile.INI, "general", "wellplate_offset_y_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: wellplate selector", type = SettingType.FLAG)
  WELLPLATE_SELECTOR(LogicalFile.INI, "general", "wellplate_selector", SettingType.FLAG),
  @Setting(brief = "Machine file, general: x mm 384 wellplate upperleft", type = SettingType.NUMBER)
  X_MM_384_WELLPLATE_UPPERLEFT(
      LogicalFile.INI, "general", "x_mm_384_wellplate_upperleft", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: x motor i hold", type = SettingType.NUMBER)
  X_MOTOR_I_HOLD(LogicalFile.INI, "general", "x_motor_i_hold", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: x motor rms current ma", type = SettingType.NUMBER)
  X_MOTOR_RMS_CURRENT_MA(LogicalFile.INI, "general", "x_motor_rms_current_ma", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: xeryon objective switcher pos 2 offset mm",
      type = SettingType.NUMBER)
  XERYON_OBJECTIVE_SWITCHER_POS_2_OFFSET_MM(
      LogicalFile.INI, "general", "xeryon_objective_switcher_pos_2_offset_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: xeryon speed", type = SettingType.NUMBER)
  XERYON_SPEED(LogicalFile.INI, "general", "xeryon_speed", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: xlight illumination iris default",
      type = SettingType.NUMBER)
  XLIGHT_ILLUMINATION_IRIS_DEFAULT(
      LogicalFile.INI, "general", "xlight_illumination_iris_default", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: xlight sleep time for wheel", type = SettingType.NUMBER)
  XLIGHT_SLEEP_TIME_FOR_WHEEL(
      LogicalFile.INI, "general", "xlight_sleep_time_for_wheel", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: xlight validate wheel pos", type = SettingType.FLAG)
  XLIGHT_VALIDATE_WHEEL_POS(
      LogicalFile.INI, "general", "xlight_validate_wheel_pos", SettingType.FLAG),
  @Setting(brief = "Machine file, general: y mm 384 wellplate upperleft", type = SettingType.NUMBER)
  Y_MM_384_WELLPLATE_UPPERLEFT(
      LogicalFile.INI, "general", "y_mm_384_wellplate_upperleft", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: y motor i hold", type = SettingType.NUMBER)
  Y_MOTOR_I_HOLD(LogicalFile.INI, "general", "y_motor_i_hold", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: y motor rms current ma", type = SettingType.NUMBER)
  Y_MOTOR_RMS_CURRENT_MA(LogicalFile.INI, "general", "y_motor_rms_current_ma", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: z motor config",
      type = SettingType.CHOICE,
      choices = {ZDrive.class, SpecialValue.class})
  Z_MOTOR_CONFIG(LogicalFile.INI, "general", "z_motor_config", ZDrive.class),
  @Setting(brief = "Machine file, general: z motor i hold", type = SettingType.NUMBER)
  Z_MOTOR_I_HOLD(LogicalFile.INI, "general", "z_motor_i_hold", SettingType.NUMBER),
  @Setting(brief = "Machine file, general: z motor rms current ma", type = SettingType.NUMBER)
  Z_MOTOR_RMS_CURRENT_MA(LogicalFile.INI, "general", "z_motor_rms_current_ma", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, general: z stacking config",
      type = SettingType.CHOICE,
      choices = {ZMode.class, SpecialValue.class})
  Z_STACKING_CONFIG(LogicalFile.INI, "general", "z_stacking_config", ZMode.class),
  @Setting(brief = "Machine file, camera config: awb ratios b", type = SettingType.NUMBER)
  CAMERA_CONFIG_AWB_RATIOS_B(LogicalFile.INI, "camera_config", "awb_ratios_b", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: awb ratios g", type = SettingType.NUMBER)
  CAMERA_CONFIG_AWB_RATIOS_G(LogicalFile.INI, "camera_config", "awb_ratios_g", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: awb ratios r", type = SettingType.NUMBER)
  CAMERA_CONFIG_AWB_RATIOS_R(LogicalFile.INI, "camera_config", "awb_ratios_r", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: binning factor default", type = SettingType.NUMBER)
  CAMERA_CONFIG_BINNING_FACTOR_DEFAULT(
      LogicalFile.INI, "camera_config", "binning_factor_default", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, camera config: blacklevel value default",
      type = SettingType.NUMBER)
  CAMERA_CONFIG_BLACKLEVEL_VALUE_DEFAULT(
      LogicalFile.INI, "camera_config", "blacklevel_value_default", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: camera crop height", type = SettingType.NUMBER)
  CAMERA_CONFIG_CAMERA_CROP_HEIGHT(
      LogicalFile.INI, "camera_config", "camera_crop_height", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: camera crop width", type = SettingType.NUMBER)
  CAMERA_CONFIG_CAMERA_CROP_WIDTH(
      LogicalFile.INI, "camera_config", "camera_crop_width", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: crop height unbinned", type = SettingType.NUMBER)
  CAMERA_CONFIG_CROP_HEIGHT_UNBINNED(
      LogicalFile.INI, "camera_config", "crop_height_unbinned", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: crop width unbinned", type = SettingType.NUMBER)
  CAMERA_CONFIG_CROP_WIDTH_UNBINNED(
      LogicalFile.INI, "camera_config", "crop_width_unbinned", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: fan speed default", type = SettingType.NUMBER)
  CAMERA_CONFIG_FAN_SPEED_DEFAULT(
      LogicalFile.INI, "camera_config", "fan_speed_default", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, camera config: flip image",
      type = SettingType.CHOICE,
      choices = {ImageFlip.class, SpecialValue.class})
  CAMERA_CONFIG_FLIP_IMAGE(LogicalFile.INI, "camera_config", "flip_image", ImageFlip.class),
  @Setting(
      brief = "Machine file, camera config: pixel format default",
      type = SettingType.CHOICE,
      choices = {PixelFormat.class, SpecialValue.class})
  CAMERA_CONFIG_PIXEL_FORMAT_DEFAULT(
      LogicalFile.INI, "camera_config", "pixel_format_default", PixelFormat.class),
  @Setting(brief = "Machine file, camera config: roi height default", type = SettingType.NUMBER)
  CAMERA_CONFIG_ROI_HEIGHT_DEFAULT(
      LogicalFile.INI, "camera_config", "roi_height_default", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: roi offset x default", type = SettingType.NUMBER)
  CAMERA_CONFIG_ROI_OFFSET_X_DEFAULT(
      LogicalFile.INI, "camera_config", "roi_offset_x_default", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: roi offset y default", type = SettingType.NUMBER)
  CAMERA_CONFIG_ROI_OFFSET_Y_DEFAULT(
      LogicalFile.INI, "camera_config", "roi_offset_y_default", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: roi width default", type = SettingType.NUMBER)
  CAMERA_CONFIG_ROI_WIDTH_DEFAULT(
      LogicalFile.INI, "camera_config", "roi_width_default", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: rotate image angle", type = SettingType.NUMBER)
  CAMERA_CONFIG_ROTATE_IMAGE_ANGLE(
      LogicalFile.INI, "camera_config", "rotate_image_angle", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, camera config: simulated pixel size um",
      type = SettingType.NUMBER)
  CAMERA_CONFIG_SIMULATED_PIXEL_SIZE_UM(
      LogicalFile.INI, "camera_config", "simulated_pixel_size_um", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, camera config: simulated sensor height px",
      type = SettingType.NUMBER)
  CAMERA_CONFIG_SIMULATED_SENSOR_HEIGHT_PX(
      LogicalFile.INI, "camera_config", "simulated_sensor_height_px", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, camera config: simulated sensor width px",
      type = SettingType.NUMBER)
  CAMERA_CONFIG_SIMULATED_SENSOR_WIDTH_PX(
      LogicalFile.INI, "camera_config", "simulated_sensor_width_px", SettingType.NUMBER),
  @Setting(brief = "Machine file, camera config: temperature default", type = SettingType.NUMBER)
  CAMERA_CONFIG_TEMPERATURE_DEFAULT(
      LogicalFile.INI, "camera_config", "temperature_default", SettingType.NUMBER),
  @Setting(brief = "Machine file, limit switch polarity: x home", type = SettingType.NUMBER)
  LIMIT_SWITCH_POLARITY_X_HOME(
      LogicalFile.INI, "limit_switch_polarity", "x_home", SettingType.NUMBER),
  @Setting(brief = "Machine file, limit switch polarity: y home", type = SettingType.NUMBER)
  LIMIT_SWITCH_POLARITY_Y_HOME(
      LogicalFile.INI, "limit_switch_polarity", "y_home", SettingType.NUMBER),
  @Setting(brief = "Machine file, limit switch polarity: z home", type = SettingType.NUMBER)
  LIMIT_SWITCH_POLARITY_Z_HOME(
      LogicalFile.INI, "limit_switch_polarity", "z_home", SettingType.NUMBER),
  @Setting(brief = "Machine file, plate reader: column spacing mm", type = SettingType.NUMBER)
  PLATE_READER_COLUMN_SPACING_MM(
      LogicalFile.INI, "plate_reader", "column_spacing_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, plate reader: number of columns", type = SettingType.NUMBER)
  PLATE_READER_NUMBER_OF_COLUMNS(
      LogicalFile.INI, "plate_reader", "number_of_columns", SettingType.NUMBER),
  @Setting(brief = "Machine file, plate reader: number of rows", type = SettingType.NUMBER)
  PLATE_READER_NUMBER_OF_ROWS(
      LogicalFile.INI, "plate_reader", "number_of_rows", SettingType.NUMBER),
  @Setting(brief = "Machine file, plate reader: offset column 1 mm", type = SettingType.NUMBER)
  PLATE_READER_OFFSET_COLUMN_1_MM(
      LogicalFile.INI, "plate_reader", "offset_column_1_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, plate reader: offset row a mm", type = SettingType.NUMBER)
  PLATE_READER_OFFSET_ROW_A_MM(
      LogicalFile.INI, "plate_reader", "offset_row_a_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, plate reader: row spacing mm", type = SettingType.NUMBER)
  PLATE_READER_ROW_SPACING_MM(
      LogicalFile.INI, "plate_reader", "row_spacing_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, af: crop height", type = SettingType.NUMBER)
  AF_CROP_HEIGHT(LogicalFile.INI, "af", "crop_height", SettingType.NUMBER),
  @Setting(brief = "Machine file, af: crop width", type = SettingType.NUMBER)
  AF_CROP_WIDTH(LogicalFile.INI, "af", "crop_width", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, af: multipoint autofocus enable by default",
      type = SettingType.FLAG)
  AF_MULTIPOINT_AUTOFOCUS_ENABLE_BY_DEFAULT(
      LogicalFile.INI, "af", "multipoint_autofocus_enable_by_default", SettingType.FLAG),
  @Setting(
      brief = "Machine file, af: multipoint reflection autofocus enable by default",
      type = SettingType.FLAG)
  AF_MULTIPOINT_REFLECTION_AUTOFOCUS_ENABLE_BY_DEFAULT(
      LogicalFile.INI, "af", "multipoint_reflection_autofocus_enable_by_default", SettingType.FLAG),
  @Setting(brief = "Machine file, af: stop threshold", type = SettingType.NUMBER)
  AF_STOP_THRESHOLD(LogicalFile.INI, "af", "stop_threshold", SettingType.NUMBER),
  @Setting(brief = "Machine file, tracking: bbox scale factor", type = SettingType.NUMBER)
  TRACKING_BBOX_SCALE_FACTOR(LogicalFile.INI, "tracking", "bbox_scale_factor", SettingType.NUMBER),
  @Setting(brief = "Machine file, tracking: cropped img ratio", type = SettingType.NUMBER)
  TRACKING_CROPPED_IMG_RATIO(LogicalFile.INI, "tracking", "cropped_img_ratio", SettingType.NUMBER),
  @Setting(brief = "Machine file, tracking: default display crop", type = SettingType.NUMBER)
  TRACKING_DEFAULT_DISPLAY_CROP(
      LogicalFile.INI, "tracking", "default_display_crop", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, tracking: default init method",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  TRACKING_DEFAULT_INIT_METHOD(
      LogicalFile.INI, "tracking", "default_init_method", MachineWord.class),
  @Setting(
      brief = "Machine file, tracking: default tracker",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  TRACKING_DEFAULT_TRACKER(LogicalFile.INI, "tracking", "default_tracker", MachineWord.class),
  @Setting(brief = "Machine file, tracking: enable tracking", type = SettingType.FLAG)
  TRACKING_ENABLE_TRACKING(LogicalFile.INI, "tracking", "enable_tracking", SettingType.FLAG),
  @Setting(brief = "Machine file, tracking: search area ratio", type = SettingType.NUMBER)
  TRACKING_SEARCH_AREA_RATIO(LogicalFile.INI, "tracking", "search_area_ratio", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, tracking: tracking show microscope configurations",
      type = SettingType.FLAG)
  TRACKING_TRACKING_SHOW_MICROSCOPE_CONFIGURATIONS(
      LogicalFile.INI, "tracking", "tracking_show_microscope_configurations", SettingType.FLAG),
  @Setting(brief = "Machine file, acquisition: crop height", type = SettingType.NUMBER)
  ACQUISITION_CROP_HEIGHT(LogicalFile.INI, "acquisition", "crop_height", SettingType.NUMBER),
  @Setting(brief = "Machine file, acquisition: crop width", type = SettingType.NUMBER)
  ACQUISITION_CROP_WIDTH(LogicalFile.INI, "acquisition", "crop_width", SettingType.NUMBER),
  @Setting(brief = "Machine file, acquisition: dx", type = SettingType.NUMBER)
  ACQUISITION_DX(LogicalFile.INI, "acquisition", "dx", SettingType.NUMBER),
  @Setting(brief = "Machine file, acquisition: dy", type = SettingType.NUMBER)
  ACQUISITION_DY(LogicalFile.INI, "acquisition", "dy", SettingType.NUMBER),
  @Setting(brief = "Machine file, acquisition: dz", type = SettingType.NUMBER)
  ACQUISITION_DZ(LogicalFile.INI, "acquisition", "dz", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, acquisition: image display scaling factor",
      type = SettingType.NUMBER)
  ACQUISITION_IMAGE_DISPLAY_SCALING_FACTOR(
      LogicalFile.INI, "acquisition", "image_display_scaling_factor", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, acquisition: image format",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  ACQUISITION_IMAGE_FORMAT(LogicalFile.INI, "acquisition", "image_format", MachineWord.class),
  @Setting(brief = "Machine file, acquisition: number of fovs per af", type = SettingType.NUMBER)
  ACQUISITION_NUMBER_OF_FOVS_PER_AF(
      LogicalFile.INI, "acquisition", "number_of_fovs_per_af", SettingType.NUMBER),
  @Setting(brief = "Machine file, software pos limit: x negative", type = SettingType.NUMBER)
  SOFTWARE_POS_LIMIT_X_NEGATIVE(
      LogicalFile.INI, "software_pos_limit", "x_negative", SettingType.NUMBER),
  @Setting(brief = "Machine file, software pos limit: x positive", type = SettingType.NUMBER)
  SOFTWARE_POS_LIMIT_X_POSITIVE(
      LogicalFile.INI, "software_pos_limit", "x_positive", SettingType.NUMBER),
  @Setting(brief = "Machine file, software pos limit: y negative", type = SettingType.NUMBER)
  SOFTWARE_POS_LIMIT_Y_NEGATIVE(
      LogicalFile.INI, "software_pos_limit", "y_negative", SettingType.NUMBER),
  @Setting(brief = "Machine file, software pos limit: y positive", type = SettingType.NUMBER)
  SOFTWARE_POS_LIMIT_Y_POSITIVE(
      LogicalFile.INI, "software_pos_limit", "y_positive", SettingType.NUMBER),
  @Setting(brief = "Machine file, software pos limit: z negative", type = SettingType.NUMBER)
  SOFTWARE_POS_LIMIT_Z_NEGATIVE(
      LogicalFile.INI, "software_pos_limit", "z_negative", SettingType.NUMBER),
  @Setting(brief = "Machine file, software pos limit: z positive", type = SettingType.NUMBER)
  SOFTWARE_POS_LIMIT_Z_POSITIVE(
      LogicalFile.INI, "software_pos_limit", "z_positive", SettingType.NUMBER),
  @Setting(brief = "Machine file, slide position: loading x mm", type = SettingType.NUMBER)
  SLIDE_POSITION_LOADING_X_MM(
      LogicalFile.INI, "slide_position", "loading_x_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, slide position: loading y mm", type = SettingType.NUMBER)
  SLIDE_POSITION_LOADING_Y_MM(
      LogicalFile.INI, "slide_position", "loading_y_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, slide position: scanning x mm", type = SettingType.NUMBER)
  SLIDE_POSITION_SCANNING_X_MM(
      LogicalFile.INI, "slide_position", "scanning_x_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, slide position: scanning y mm", type = SettingType.NUMBER)
  SLIDE_POSITION_SCANNING_Y_MM(
      LogicalFile.INI, "slide_position", "scanning_y_mm", SettingType.NUMBER),
  @Setting(brief = "Machine file, output gains: channel0 gain", type = SettingType.FLAG)
  OUTPUT_GAINS_CHANNEL0_GAIN(LogicalFile.INI, "output_gains", "channel0_gain", SettingType.FLAG),
  @Setting(brief = "Machine file, output gains: channel1 gain", type = SettingType.FLAG)
  OUTPUT_GAINS_CHANNEL1_GAIN(LogicalFile.INI, "output_gains", "channel1_gain", SettingType.FLAG),
  @Setting(brief = "Machine file, output gains: channel2 gain", type = SettingType.FLAG)
  OUTPUT_GAINS_CHANNEL2_GAIN(LogicalFile.INI, "output_gains", "channel2_gain", SettingType.FLAG),
  @Setting(brief = "Machine file, output gains: channel3 gain", type = SettingType.FLAG)
  OUTPUT_GAINS_CHANNEL3_GAIN(LogicalFile.INI, "output_gains", "channel3_gain", SettingType.FLAG),
  @Setting(brief = "Machine file, output gains: channel4 gain", type = SettingType.FLAG)
  OUTPUT_GAINS_CHANNEL4_GAIN(LogicalFile.INI, "output_gains", "channel4_gain", SettingType.FLAG),
  @Setting(brief = "Machine file, output gains: channel5 gain", type = SettingType.FLAG)
  OUTPUT_GAINS_CHANNEL5_GAIN(LogicalFile.INI, "output_gains", "channel5_gain", SettingType.FLAG),
  @Setting(brief = "Machine file, output gains: channel6 gain", type = SettingType.FLAG)
  OUTPUT_GAINS_CHANNEL6_GAIN(LogicalFile.INI, "output_gains", "channel6_gain", SettingType.FLAG),
  @Setting(brief = "Machine file, output gains: channel7 gain", type = SettingType.FLAG)
  OUTPUT_GAINS_CHANNEL7_GAIN(LogicalFile.INI, "output_gains", "channel7_gain", SettingType.FLAG),
  @Setting(brief = "Machine file, output gains: refdiv", type = SettingType.FLAG)
  OUTPUT_GAINS_REFDIV(LogicalFile.INI, "output_gains", "refdiv", SettingType.FLAG),
  @Setting(brief = "Machine file, views: display mosaic view", type = SettingType.FLAG)
  VIEWS_DISPLAY_MOSAIC_VIEW(LogicalFile.INI, "views", "display_mosaic_view", SettingType.FLAG),
  @Setting(brief = "Machine file, views: display plate view", type = SettingType.FLAG)
  VIEWS_DISPLAY_PLATE_VIEW(LogicalFile.INI, "views", "display_plate_view", SettingType.FLAG),
  @Setting(
      brief = "Machine file, views: downsampled interpolation method",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  VIEWS_DOWNSAMPLED_INTERPOLATION_METHOD(
      LogicalFile.INI, "views", "downsampled_interpolation_method", MachineWord.class),
  @Setting(
      brief = "Machine file, views: downsampled plate resolution um",
      type = SettingType.NUMBER)
  VIEWS_DOWNSAMPLED_PLATE_RESOLUTION_UM(
      LogicalFile.INI, "views", "downsampled_plate_resolution_um", SettingType.NUMBER),
  @Setting(
      brief = "Machine file, views: downsampled z projection",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  VIEWS_DOWNSAMPLED_Z_PROJECTION(
      LogicalFile.INI, "views", "downsampled_z_projection", MachineWord.class),
  @Setting(brief = "Machine file, views: enable ndviewer", type = SettingType.FLAG)
  VIEWS_ENABLE_NDVIEWER(LogicalFile.INI, "views", "enable_ndviewer", SettingType.FLAG),
  @Setting(
      brief = "Machine file, views: mosaic view target pixel size um",
      type = SettingType.NUMBER)
  VIEWS_MOSAIC_VIEW_TARGET_PIXEL_SIZE_UM(
      LogicalFile.INI, "views", "mosaic_view_target_pixel_size_um", SettingType.NUMBER),
  @Setting(brief = "Machine file, views: save downsampled well images", type = SettingType.FLAG)
  VIEWS_SAVE_DOWNSAMPLED_WELL_IMAGES(
      LogicalFile.INI, "views", "save_downsampled_well_images", SettingType.FLAG),
  @Setting(
      brief = "Machine file, development: simulated disk io compression",
      type = SettingType.FLAG)
  DEVELOPMENT_SIMULATED_DISK_IO_COMPRESSION(
      LogicalFile.INI, "development", "simulated_disk_io_compression", SettingType.FLAG),
  @Setting(brief = "Machine file, development: simulated disk io enabled", type = SettingType.FLAG)
  DEVELOPMENT_SIMULATED_DISK_IO_ENABLED(
      LogicalFile.INI, "development", "simulated_disk_io_enabled", SettingType.FLAG),
  @Setting(
      brief = "Machine file, development: simulated disk io speed mb s",
      type = SettingType.NUMBER)
  DEVELOPMENT_SIMULATED_DISK_IO_SPEED_MB_S(
      LogicalFile.INI, "development", "simulated_disk_io_speed_mb_s", SettingType.NUMBER),
  @Setting(brief = "Machine file, simulation: simulate camera", type = SettingType.FLAG)
  SIMULATION_SIMULATE_CAMERA(LogicalFile.INI, "simulation", "simulate_camera", SettingType.FLAG),
  @Setting(brief = "Machine file, simulation: simulate filter wheel", type = SettingType.FLAG)
  SIMULATION_SIMULATE_FILTER_WHEEL(
      LogicalFile.INI, "simulation", "simulate_filter_wheel", SettingType.FLAG),
  @Setting(brief = "Machine file, simulation: simulate laser af camera", type = SettingType.FLAG)
  SIMULATION_SIMULATE_LASER_AF_CAMERA(
      LogicalFile.INI, "simulation", "simulate_laser_af_camera", SettingType.FLAG),
  @Setting(brief = "Machine file, simulation: simulate microcontroller", type = SettingType.FLAG)
  SIMULATION_SIMULATE_MICROCONTROLLER(
      LogicalFile.INI, "simulation", "simulate_microcontroller", SettingType.FLAG),
  @Setting(brief = "Machine file, simulation: simulate objective changer", type = SettingType.FLAG)
  SIMULATION_SIMULATE_OBJECTIVE_CHANGER(
      LogicalFile.INI, "simulation", "simulate_objective_changer", SettingType.FLAG),
  @Setting(brief = "Machine file, simulation: simulate spinning disk", type = SettingType.FLAG)
  SIMULATION_SIMULATE_SPINNING_DISK(
      LogicalFile.INI, "simulation", "simulate_spinning_disk", SettingType.FLAG),
  @Setting(
      brief = "Machine file, z stage config: z motor config",
      type = SettingType.CHOICE,
      choices = {ZDrive.class, SpecialValue.class})
  Z_STAGE_CONFIG_Z_MOTOR_CONFIG(LogicalFile.INI, "z_stage_config", "z_motor_config", ZDrive.class),
  @Setting(
      brief = "Machine file, z stage config: z stage mode",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  Z_STAGE_CONFIG_Z_STAGE_MODE(LogicalFile.INI, "z_stage_config", "z_stage_mode", MachineWord.class),
  @Setting(brief = "Channel settings: enabled", type = SettingType.FLAG)
  CHANNEL_ENABLED(LogicalFile.CHANNEL_CONFIGS, "channel", "enabled", SettingType.FLAG),
  @Setting(brief = "Channel settings: exposure time in ms", type = SettingType.NUMBER)
  CHANNEL_EXPOSURE_TIME_MS(
      LogicalFile.CHANNEL_CONFIGS, "channel", "exposure_time_ms", SettingType.NUMBER),
  @Setting(brief = "Channel settings: gain", type = SettingType.NUMBER)
  CHANNEL_ANALOG_GAIN(LogicalFile.CHANNEL_CONFIGS, "channel", "analog_gain", SettingType.NUMBER),
  @Setting(
      brief = "Channel settings: pixel format",
      type = SettingType.CHOICE,
      choices = {PixelFormat.class, SpecialValue.class})
  CHANNEL_PIXEL_FORMAT(LogicalFile.CHANNEL_CONFIGS, "channel", "pixel_format", PixelFormat.class),
  @Setting(brief = "Channel settings: light in per cent", type = SettingType.NUMBER)
  CHANNEL_ILLUMINATION_INTENSITY(
      LogicalFile.CHANNEL_CONFIGS, "channel", "illumination_intensity", SettingType.NUMBER),
  @Setting(brief = "Channel settings: offset of the focus in um", type = SettingType.NUMBER)
  CHANNEL_Z_OFFSET_UM(LogicalFile.CHANNEL_CONFIGS, "channel", "z_offset_um", SettingType.NUMBER),
  @Setting(brief = "Channel settings: position of the filter wheel", type = SettingType.NUMBER)
  CHANNEL_FILTER_POSITION(
      LogicalFile.CHANNEL_CONFIGS, "channel", "filter_position", SettingType.NUMBER),
  @Setting(brief = "Channel settings: iris of the light", type = SettingType.NUMBER)
  CHANNEL_ILLUMINATION_IRIS(
      LogicalFile.CHANNEL_CONFIGS, "channel", "illumination_iris", SettingType.NUMBER),
  @Setting(brief = "Channel settings: iris of the emission", type = SettingType.NUMBER)
  CHANNEL_EMISSION_IRIS(
      LogicalFile.CHANNEL_CONFIGS, "channel", "emission_iris", SettingType.NUMBER),
  @Setting(brief = "Channel settings: confocal", type = SettingType.FLAG)
  CHANNEL_CONFOCAL(LogicalFile.CHANNEL_CONFIGS, "channel", "confocal", SettingType.FLAG),
  @Setting(
      brief = "Illumination: kind of light",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  ILLUMINATION_TYPE(LogicalFile.ILLUMINATION, "channel", "type", MachineWord.class),
  @Setting(
      brief = "Illumination: port of the controller",
      type = SettingType.CHOICE,
      choices = {ControllerPort.class, SpecialValue.class})
  ILLUMINATION_CONTROLLER_PORT(
      LogicalFile.ILLUMINATION, "channel", "controller_port", ControllerPort.class),
  @Setting(brief = "Illumination: wavelength in nm", type = SettingType.NUMBER)
  ILLUMINATION_WAVELENGTH_NM(
      LogicalFile.ILLUMINATION, "channel", "wavelength_nm", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port D1", type = SettingType.NUMBER)
  ILLUMINATION_PORT_D1(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D1", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port D2", type = SettingType.NUMBER)
  ILLUMINATION_PORT_D2(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D2", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port D3", type = SettingType.NUMBER)
  ILLUMINATION_PORT_D3(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D3", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port D4", type = SettingType.NUMBER)
  ILLUMINATION_PORT_D4(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D4", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port D5", type = SettingType.NUMBER)
  ILLUMINATION_PORT_D5(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D5", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port D6", type = SettingType.NUMBER)
  ILLUMINATION_PORT_D6(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D6", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port D7", type = SettingType.NUMBER)
  ILLUMINATION_PORT_D7(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D7", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port D8", type = SettingType.NUMBER)
  ILLUMINATION_PORT_D8(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D8", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port USB1", type = SettingType.NUMBER)
  ILLUMINATION_PORT_USB1(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB1", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port USB2", type = SettingType.NUMBER)
  ILLUMINATION_PORT_USB2(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB2", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port USB3", type = SettingType.NUMBER)
  ILLUMINATION_PORT_USB3(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB3", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port USB4", type = SettingType.NUMBER)
  ILLUMINATION_PORT_USB4(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB4", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port USB5", type = SettingType.NUMBER)
  ILLUMINATION_PORT_USB5(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB5", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port USB6", type = SettingType.NUMBER)
  ILLUMINATION_PORT_USB6(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB6", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port USB7", type = SettingType.NUMBER)
  ILLUMINATION_PORT_USB7(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB7", SettingType.NUMBER),
  @Setting(brief = "Illumination: source behind port USB8", type = SettingType.NUMBER)
  ILLUMINATION_PORT_USB8(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB8", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: x offset", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_X_OFFSET(LogicalFile.LASER_AF, "", "x_offset", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: y offset", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_Y_OFFSET(LogicalFile.LASER_AF, "", "y_offset", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: width", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_WIDTH(LogicalFile.LASER_AF, "", "width", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: height", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_HEIGHT(LogicalFile.LASER_AF, "", "height", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: pixel to um", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_PIXEL_TO_UM(LogicalFile.LASER_AF, "", "pixel_to_um", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: has reference", type = SettingType.FLAG)
  LASER_AUTOFOCUS_HAS_REFERENCE(LogicalFile.LASER_AF, "", "has_reference", SettingType.FLAG),
  @Setting(brief = "Laser autofocus: laser af averaging n", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_AVERAGING_N(LogicalFile.LASER_AF, "", "laser_af_averaging_n", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: displacement success window um", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_DISPLACEMENT_SUCCESS_WINDOW_UM(
      LogicalFile.LASER_AF, "", "displacement_success_window_um", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: spot crop size", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_SPOT_CROP_SIZE(LogicalFile.LASER_AF, "", "spot_crop_size", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: correlation threshold", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_CORRELATION_THRESHOLD(
      LogicalFile.LASER_AF, "", "correlation_threshold", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: pixel to um calibration distance", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_PIXEL_TO_UM_CALIBRATION_DISTANCE(
      LogicalFile.LASER_AF, "", "pixel_to_um_calibration_distance", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: laser af range", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_RANGE(LogicalFile.LASER_AF, "", "laser_af_range", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: focus camera exposure time ms", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_FOCUS_CAMERA_EXPOSURE_TIME_MS(
      LogicalFile.LASER_AF, "", "focus_camera_exposure_time_ms", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: focus camera analog gain", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_FOCUS_CAMERA_ANALOG_GAIN(
      LogicalFile.LASER_AF, "", "focus_camera_analog_gain", SettingType.NUMBER),
  @Setting(
      brief = "Laser autofocus: spot detection mode",
      type = SettingType.CHOICE,
      choices = {SpotDetection.class, SpecialValue.class})
  LASER_AUTOFOCUS_SPOT_DETECTION_MODE(
      LogicalFile.LASER_AF, "", "spot_detection_mode", SpotDetection.class),
  @Setting(brief = "Laser autofocus: y window", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_Y_WINDOW(LogicalFile.LASER_AF, "", "y_window", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: x window", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_X_WINDOW(LogicalFile.LASER_AF, "", "x_window", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: min peak width", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_MIN_PEAK_WIDTH(LogicalFile.LASER_AF, "", "min_peak_width", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: min peak distance", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_MIN_PEAK_DISTANCE(
      LogicalFile.LASER_AF, "", "min_peak_distance", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: min peak prominence", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_MIN_PEAK_PROMINENCE(
      LogicalFile.LASER_AF, "", "min_peak_prominence", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: spot spacing", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_SPOT_SPACING(LogicalFile.LASER_AF, "", "spot_spacing", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: filter sigma", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_FILTER_SIGMA(LogicalFile.LASER_AF, "", "filter_sigma", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: x reference", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_X_REFERENCE(LogicalFile.LASER_AF, "", "x_reference", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: initialize crop width", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_INITIALIZE_CROP_WIDTH(
      LogicalFile.LASER_AF, "", "initialize_crop_width", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: initialize crop height", type = SettingType.NUMBER)
  LASER_AUTOFOCUS_INITIALIZE_CROP_HEIGHT(
      LogicalFile.LASER_AF, "", "initialize_crop_height", SettingType.NUMBER),
  @Setting(brief = "Laser autofocus: has two interfaces", type = SettingType.FLAG)
  LASER_AUTOFOCUS_HAS_TWO_INTERFACES(
      LogicalFile.LASER_AF, "", "has_two_interfaces", SettingType.FLAG),
  @Setting(brief = "Laser autofocus: use glass top", type = SettingType.FLAG)
  LASER_AUTOFOCUS_USE_GLASS_TOP(LogicalFile.LASER_AF, "", "use_glass_top", SettingType.FLAG),
  @Setting(brief = "Acquisition panel: xy enabled", type = SettingType.FLAG)
  MULTIPOINT_XY_ENABLED(LogicalFile.CACHE_MULTIPOINT, "", "xy_enabled", SettingType.FLAG),
  @Setting(
      brief = "Acquisition panel: xy mode",
      type = SettingType.CHOICE,
      choices = {XyMode.class, SpecialValue.class})
  MULTIPOINT_XY_MODE(LogicalFile.CACHE_MULTIPOINT, "", "xy_mode", XyMode.class),
  @Setting(brief = "Acquisition panel: z enabled", type = SettingType.FLAG)
  MULTIPOINT_Z_ENABLED(LogicalFile.CACHE_MULTIPOINT, "", "z_enabled", SettingType.FLAG),
  @Setting(
      brief = "Acquisition panel: z mode",
      type = SettingType.CHOICE,
      choices = {ZMode.class, SpecialValue.class})
  MULTIPOINT_Z_MODE(LogicalFile.CACHE_MULTIPOINT, "", "z_mode", ZMode.class),
  @Setting(brief = "Acquisition panel: time enabled", type = SettingType.FLAG)
  MULTIPOINT_TIME_ENABLED(LogicalFile.CACHE_MULTIPOINT, "", "time_enabled", SettingType.FLAG),
  @Setting(brief = "Acquisition panel: fov overlap", type = SettingType.NUMBER)
  MULTIPOINT_FOV_OVERLAP(LogicalFile.CACHE_MULTIPOINT, "", "fov_overlap", SettingType.NUMBER),
  @Setting(brief = "Acquisition panel: dt", type = SettingType.NUMBER)
  MULTIPOINT_DT(LogicalFile.CACHE_MULTIPOINT, "", "dt", SettingType.NUMBER),
  @Setting(brief = "Acquisition panel: nt", type = SettingType.NUMBER)
  MULTIPOINT_NT(LogicalFile.CACHE_MULTIPOINT, "", "nt", SettingType.NUMBER),
  @Setting(brief = "Acquisition panel: dz", type = SettingType.NUMBER)
  MULTIPOINT_DZ(LogicalFile.CACHE_MULTIPOINT, "", "dz", SettingType.NUMBER),
  @Setting(brief = "Acquisition panel: nz", type = SettingType.NUMBER)
  MULTIPOINT_NZ(LogicalFile.CACHE_MULTIPOINT, "", "nz", SettingType.NUMBER),
  @Setting(brief = "Acquisition panel: number of selected channels", type = SettingType.NUMBER)
  MULTIPOINT_SELECTED_CHANNELS(
      LogicalFile.CACHE_MULTIPOINT, "", "selected_channels", SettingType.NUMBER),
  @Setting(brief = "Acquisition panel: contrast af", type = SettingType.FLAG)
  MULTIPOINT_CONTRAST_AF(LogicalFile.CACHE_MULTIPOINT, "", "contrast_af", SettingType.FLAG),
  @Setting(brief = "Acquisition panel: laser af", type = SettingType.FLAG)
  MULTIPOINT_LASER_AF(LogicalFile.CACHE_MULTIPOINT, "", "laser_af", SettingType.FLAG),
  @Setting(
      brief = "Acquisition panel: autofocus mode",
      type = SettingType.CHOICE,
      choices = {MachineWord.class, SpecialValue.class})
  MULTIPOINT_AUTOFOCUS_MODE(LogicalFile.CACHE_MULTIPOINT, "", "autofocus_mode", MachineWord.class),
  @Setting(brief = "Camera as last used: binning x", type = SettingType.NUMBER)
  CAMERA_CACHE_BINNING_X(LogicalFile.CACHE_CAMERA, "", "binning_x", SettingType.NUMBER),
  @Setting(brief = "Camera as last used: binning y", type = SettingType.NUMBER)
  CAMERA_CACHE_BINNING_Y(LogicalFile.CACHE_CAMERA, "", "binning_y", SettingType.NUMBER),
  @Setting(
      brief = "Camera as last used: pixel format",
      type = SettingType.CHOICE,
      choices = {PixelFormat.class, SpecialValue.class})
  CAMERA_CACHE_PIXEL_FORMAT(LogicalFile.CACHE_CAMERA, "", "pixel_format", PixelFormat.class);

  private final LogicalFile file;
  private final String section;
  private final String key;
  private final SettingType type;
  private final @Nullable Class<? extends Labelled> choices;

  SquidSetting(LogicalFile file, String section, String key, SettingType type) {
    this.file = file;
    this.section = section;
    this.key = key;
    this.type = type;
    this.choices = null;
  }

  SquidSetting(LogicalFile file, String section, String key, Class<? extends Labelled> choices) {
    this.file = file;
    this.section = section;
    this.key = key;
    this.type = SettingType.CHOICE;
    this.choices = choices;
  }

  /** Returns the file it stands in. */
  public LogicalFile file() {
    return file;
  }

  /** Returns the section, or the table around it; may be empty. */
  String section() {
    return section;
  }

  /** Returns the key within the section. */
  String key() {
    return key;
  }

  /** Returns the type of its value. */
  public SettingType type() {
    return type;
  }

  /** Returns the closed list of its values, for a choice. */
  @Nullable Class<? extends Labelled> choices() {
    return choices;
  }
}

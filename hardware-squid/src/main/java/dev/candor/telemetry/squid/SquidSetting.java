package dev.candor.telemetry.squid;

import dev.candor.telemetry.SettingType;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of a Squid that may be told, and where it stands. What is not here is not taken
 * from any file: serial numbers, paths, names that people typed, pictures, positions.
 *
 * <p>A change may name any of them; a snapshot tells the values of {@link SnapshotSetting} only.
 */
public enum SquidSetting {
  /** Machine file, general: acquisition max pending jobs. */
  ACQUISITION_MAX_PENDING_JOBS(
      LogicalFile.INI, "general", "acquisition_max_pending_jobs", SettingType.NUMBER),
  /** Machine file, general: acquisition max pending mb. */
  ACQUISITION_MAX_PENDING_MB(
      LogicalFile.INI, "general", "acquisition_max_pending_mb", SettingType.NUMBER),
  /** Machine file, general: acquisition throttle timeout s. */
  ACQUISITION_THROTTLE_TIMEOUT_S(
      LogicalFile.INI, "general", "acquisition_throttle_timeout_s", SettingType.NUMBER),
  /** Machine file, general: acquisition throttling enabled. */
  ACQUISITION_THROTTLING_ENABLED(
      LogicalFile.INI, "general", "acquisition_throttling_enabled", SettingType.FLAG),
  /** Machine file, general: awb ratios b. */
  AWB_RATIOS_B(LogicalFile.INI, "general", "awb_ratios_b", SettingType.NUMBER),
  /** Machine file, general: awb ratios g. */
  AWB_RATIOS_G(LogicalFile.INI, "general", "awb_ratios_g", SettingType.NUMBER),
  /** Machine file, general: awb ratios r. */
  AWB_RATIOS_R(LogicalFile.INI, "general", "awb_ratios_r", SettingType.NUMBER),
  /** Machine file, general: camera reverse x. */
  CAMERA_REVERSE_X(LogicalFile.INI, "general", "camera_reverse_x", SettingType.FLAG),
  /** Machine file, general: camera reverse y. */
  CAMERA_REVERSE_Y(LogicalFile.INI, "general", "camera_reverse_y", SettingType.FLAG),
  /** Machine file, general: camera sensor. */
  CAMERA_SENSOR(LogicalFile.INI, "general", "camera_sensor", CameraSensor.class),
  /** Machine file, general: camera type. */
  CAMERA_TYPE(LogicalFile.INI, "general", "camera_type", CameraType.class),
  /** Machine file, general: classification test mode. */
  CLASSIFICATION_TEST_MODE(
      LogicalFile.INI, "general", "classification_test_mode", SettingType.FLAG),
  /** Machine file, general: classification th. */
  CLASSIFICATION_TH(LogicalFile.INI, "general", "classification_th", SettingType.NUMBER),
  /** Machine file, general: controller version. */
  CONTROLLER_VERSION(LogicalFile.INI, "general", "controller_version", MachineWord.class),
  /** Machine file, general: default display crop. */
  DEFAULT_DISPLAY_CROP(LogicalFile.INI, "general", "default_display_crop", SettingType.NUMBER),
  /** Machine file, general: default multipoint nx. */
  DEFAULT_MULTIPOINT_NX(LogicalFile.INI, "general", "default_multipoint_nx", SettingType.NUMBER),
  /** Machine file, general: default multipoint ny. */
  DEFAULT_MULTIPOINT_NY(LogicalFile.INI, "general", "default_multipoint_ny", SettingType.NUMBER),
  /** Machine file, general: default objective. */
  DEFAULT_OBJECTIVE(LogicalFile.INI, "general", "default_objective", ObjectiveName.class),
  /** Machine file, general: default pixel format. */
  DEFAULT_PIXEL_FORMAT(LogicalFile.INI, "general", "default_pixel_format", PixelFormat.class),
  /** Machine file, general: default z pos mm. */
  DEFAULT_Z_POS_MM(LogicalFile.INI, "general", "default_z_pos_mm", SettingType.NUMBER),
  /** Machine file, general: disp th during multipoint. */
  DISP_TH_DURING_MULTIPOINT(
      LogicalFile.INI, "general", "disp_th_during_multipoint", SettingType.NUMBER),
  /** Machine file, general: do fluorescence rtp. */
  DO_FLUORESCENCE_RTP(LogicalFile.INI, "general", "do_fluorescence_rtp", SettingType.FLAG),
  /** Machine file, general: emission filter wheel type. */
  EMISSION_FILTER_WHEEL_TYPE(
      LogicalFile.INI, "general", "emission_filter_wheel_type", FilterWheelType.class),
  /** Machine file, general: enable cellx. */
  ENABLE_CELLX(LogicalFile.INI, "general", "enable_cellx", SettingType.FLAG),
  /** Machine file, general: enable flexible multipoint. */
  ENABLE_FLEXIBLE_MULTIPOINT(
      LogicalFile.INI, "general", "enable_flexible_multipoint", SettingType.FLAG),
  /** Machine file, general: enable memory profiling. */
  ENABLE_MEMORY_PROFILING(LogicalFile.INI, "general", "enable_memory_profiling", SettingType.FLAG),
  /** Machine file, general: enable nl5. */
  ENABLE_NL5(LogicalFile.INI, "general", "enable_nl5", SettingType.FLAG),
  /** Machine file, general: enable objective piezo. */
  ENABLE_OBJECTIVE_PIEZO(LogicalFile.INI, "general", "enable_objective_piezo", SettingType.FLAG),
  /** Machine file, general: enable pid x. */
  ENABLE_PID_X(LogicalFile.INI, "general", "enable_pid_x", SettingType.FLAG),
  /** Machine file, general: enable pid y. */
  ENABLE_PID_Y(LogicalFile.INI, "general", "enable_pid_y", SettingType.FLAG),
  /** Machine file, general: enable pid z. */
  ENABLE_PID_Z(LogicalFile.INI, "general", "enable_pid_z", SettingType.FLAG),
  /** Machine file, general: enable spinning disk confocal. */
  ENABLE_SPINNING_DISK_CONFOCAL(
      LogicalFile.INI, "general", "enable_spinning_disk_confocal", SettingType.FLAG),
  /** Machine file, general: enable stitcher. */
  ENABLE_STITCHER(LogicalFile.INI, "general", "enable_stitcher", SettingType.FLAG),
  /** Machine file, general: enable tracking. */
  ENABLE_TRACKING(LogicalFile.INI, "general", "enable_tracking", SettingType.FLAG),
  /** Machine file, general: encoder count x. */
  ENCODER_COUNT_X(LogicalFile.INI, "general", "encoder_count_x", SettingType.NUMBER),
  /** Machine file, general: encoder count y. */
  ENCODER_COUNT_Y(LogicalFile.INI, "general", "encoder_count_y", SettingType.NUMBER),
  /** Machine file, general: encoder count z. */
  ENCODER_COUNT_Z(LogicalFile.INI, "general", "encoder_count_z", SettingType.NUMBER),
  /** Machine file, general: encoder flip dir x. */
  ENCODER_FLIP_DIR_X(LogicalFile.INI, "general", "encoder_flip_dir_x", SettingType.FLAG),
  /** Machine file, general: encoder flip dir y. */
  ENCODER_FLIP_DIR_Y(LogicalFile.INI, "general", "encoder_flip_dir_y", SettingType.FLAG),
  /** Machine file, general: encoder flip dir z. */
  ENCODER_FLIP_DIR_Z(LogicalFile.INI, "general", "encoder_flip_dir_z", SettingType.FLAG),
  /** Machine file, general: encoder pos sign theta. */
  ENCODER_POS_SIGN_THETA(LogicalFile.INI, "general", "encoder_pos_sign_theta", SettingType.NUMBER),
  /** Machine file, general: encoder pos sign x. */
  ENCODER_POS_SIGN_X(LogicalFile.INI, "general", "encoder_pos_sign_x", SettingType.NUMBER),
  /** Machine file, general: encoder pos sign y. */
  ENCODER_POS_SIGN_Y(LogicalFile.INI, "general", "encoder_pos_sign_y", SettingType.NUMBER),
  /** Machine file, general: encoder pos sign z. */
  ENCODER_POS_SIGN_Z(LogicalFile.INI, "general", "encoder_pos_sign_z", SettingType.NUMBER),
  /** Machine file, general: encoder resolution um x. */
  ENCODER_RESOLUTION_UM_X(
      LogicalFile.INI, "general", "encoder_resolution_um_x", SettingType.NUMBER),
  /** Machine file, general: encoder resolution um y. */
  ENCODER_RESOLUTION_UM_Y(
      LogicalFile.INI, "general", "encoder_resolution_um_y", SettingType.NUMBER),
  /** Machine file, general: encoder resolution um z. */
  ENCODER_RESOLUTION_UM_Z(
      LogicalFile.INI, "general", "encoder_resolution_um_z", SettingType.NUMBER),
  /** Machine file, general: encoder step size theta. */
  ENCODER_STEP_SIZE_THETA(
      LogicalFile.INI, "general", "encoder_step_size_theta", SettingType.NUMBER),
  /** Machine file, general: encoder step size x mm. */
  ENCODER_STEP_SIZE_X_MM(LogicalFile.INI, "general", "encoder_step_size_x_mm", SettingType.NUMBER),
  /** Machine file, general: encoder step size y mm. */
  ENCODER_STEP_SIZE_Y_MM(LogicalFile.INI, "general", "encoder_step_size_y_mm", SettingType.NUMBER),
  /** Machine file, general: encoder step size z mm. */
  ENCODER_STEP_SIZE_Z_MM(LogicalFile.INI, "general", "encoder_step_size_z_mm", SettingType.NUMBER),
  /** Machine file, general: file saving option. */
  FILE_SAVING_OPTION(LogicalFile.INI, "general", "file_saving_option", FileSaving.class),
  /** Machine file, general: filter controller enable. */
  FILTER_CONTROLLER_ENABLE(
      LogicalFile.INI, "general", "filter_controller_enable", SettingType.FLAG),
  /** Machine file, general: flip image. */
  FLIP_IMAGE(LogicalFile.INI, "general", "flip_image", ImageFlip.class),
  /** Machine file, general: focus camera exposure time ms. */
  FOCUS_CAMERA_EXPOSURE_TIME_MS(
      LogicalFile.INI, "general", "focus_camera_exposure_time_ms", SettingType.NUMBER),
  /** Machine file, general: focus camera model. */
  FOCUS_CAMERA_MODEL(LogicalFile.INI, "general", "focus_camera_model", CameraModel.class),
  /** Machine file, general: focus camera type. */
  FOCUS_CAMERA_TYPE(LogicalFile.INI, "general", "focus_camera_type", CameraType.class),
  /** Machine file, general: focus measure operator. */
  FOCUS_MEASURE_OPERATOR(LogicalFile.INI, "general", "focus_measure_operator", MachineWord.class),
  /** Machine file, general: fullsteps per rev theta. */
  FULLSTEPS_PER_REV_THETA(
      LogicalFile.INI, "general", "fullsteps_per_rev_theta", SettingType.NUMBER),
  /** Machine file, general: fullsteps per rev x. */
  FULLSTEPS_PER_REV_X(LogicalFile.INI, "general", "fullsteps_per_rev_x", SettingType.NUMBER),
  /** Machine file, general: fullsteps per rev y. */
  FULLSTEPS_PER_REV_Y(LogicalFile.INI, "general", "fullsteps_per_rev_y", SettingType.NUMBER),
  /** Machine file, general: fullsteps per rev z. */
  FULLSTEPS_PER_REV_Z(LogicalFile.INI, "general", "fullsteps_per_rev_z", SettingType.NUMBER),
  /** Machine file, general: has encoder x. */
  HAS_ENCODER_X(LogicalFile.INI, "general", "has_encoder_x", SettingType.FLAG),
  /** Machine file, general: has encoder y. */
  HAS_ENCODER_Y(LogicalFile.INI, "general", "has_encoder_y", SettingType.FLAG),
  /** Machine file, general: has encoder z. */
  HAS_ENCODER_Z(LogicalFile.INI, "general", "has_encoder_z", SettingType.FLAG),
  /** Machine file, general: has objective piezo. */
  HAS_OBJECTIVE_PIEZO(LogicalFile.INI, "general", "has_objective_piezo", SettingType.FLAG),
  /** Machine file, general: has two interfaces. */
  HAS_TWO_INTERFACES(LogicalFile.INI, "general", "has_two_interfaces", SettingType.FLAG),
  /** Machine file, general: homing enabled x. */
  HOMING_ENABLED_X(LogicalFile.INI, "general", "homing_enabled_x", SettingType.FLAG),
  /** Machine file, general: homing enabled y. */
  HOMING_ENABLED_Y(LogicalFile.INI, "general", "homing_enabled_y", SettingType.FLAG),
  /** Machine file, general: homing enabled z. */
  HOMING_ENABLED_Z(LogicalFile.INI, "general", "homing_enabled_z", SettingType.FLAG),
  /** Machine file, general: illumination intensity factor. */
  ILLUMINATION_INTENSITY_FACTOR(
      LogicalFile.INI, "general", "illumination_intensity_factor", SettingType.NUMBER),
  /** Machine file, general: inverted objective. */
  INVERTED_OBJECTIVE(LogicalFile.INI, "general", "inverted_objective", SettingType.FLAG),
  /** Machine file, general: is hcs. */
  IS_HCS(LogicalFile.INI, "general", "is_hcs", SettingType.FLAG),
  /** Machine file, general: is wellplate. */
  IS_WELLPLATE(LogicalFile.INI, "general", "is_wellplate", SettingType.FLAG),
  /** Machine file, general: laser af characterization mode. */
  LASER_AF_CHARACTERIZATION_MODE(
      LogicalFile.INI, "general", "laser_af_characterization_mode", SettingType.FLAG),
  /** Machine file, general: laser af spot detection mode. */
  LASER_AF_SPOT_DETECTION_MODE(
      LogicalFile.INI, "general", "laser_af_spot_detection_mode", SpotDetection.class),
  /** Machine file, general: ldi intensity mode. */
  LDI_INTENSITY_MODE(LogicalFile.INI, "general", "ldi_intensity_mode", MachineWord.class),
  /** Machine file, general: ldi shutter mode. */
  LDI_SHUTTER_MODE(LogicalFile.INI, "general", "ldi_shutter_mode", MachineWord.class),
  /** Machine file, general: led matrix b factor. */
  LED_MATRIX_B_FACTOR(LogicalFile.INI, "general", "led_matrix_b_factor", SettingType.NUMBER),
  /** Machine file, general: led matrix g factor. */
  LED_MATRIX_G_FACTOR(LogicalFile.INI, "general", "led_matrix_g_factor", SettingType.NUMBER),
  /** Machine file, general: led matrix r factor. */
  LED_MATRIX_R_FACTOR(LogicalFile.INI, "general", "led_matrix_r_factor", SettingType.NUMBER),
  /** Machine file, general: main camera model. */
  MAIN_CAMERA_MODEL(LogicalFile.INI, "general", "main_camera_model", CameraModel.class),
  /** Machine file, general: max acceleration x mm. */
  MAX_ACCELERATION_X_MM(LogicalFile.INI, "general", "max_acceleration_x_mm", SettingType.NUMBER),
  /** Machine file, general: max acceleration y mm. */
  MAX_ACCELERATION_Y_MM(LogicalFile.INI, "general", "max_acceleration_y_mm", SettingType.NUMBER),
  /** Machine file, general: max acceleration z mm. */
  MAX_ACCELERATION_Z_MM(LogicalFile.INI, "general", "max_acceleration_z_mm", SettingType.NUMBER),
  /** Machine file, general: max velocity x mm. */
  MAX_VELOCITY_X_MM(LogicalFile.INI, "general", "max_velocity_x_mm", SettingType.NUMBER),
  /** Machine file, general: max velocity y mm. */
  MAX_VELOCITY_Y_MM(LogicalFile.INI, "general", "max_velocity_y_mm", SettingType.NUMBER),
  /** Machine file, general: max velocity z mm. */
  MAX_VELOCITY_Z_MM(LogicalFile.INI, "general", "max_velocity_z_mm", SettingType.NUMBER),
  /** Machine file, general: microstepping default theta. */
  MICROSTEPPING_DEFAULT_THETA(
      LogicalFile.INI, "general", "microstepping_default_theta", SettingType.NUMBER),
  /** Machine file, general: microstepping default x. */
  MICROSTEPPING_DEFAULT_X(
      LogicalFile.INI, "general", "microstepping_default_x", SettingType.NUMBER),
  /** Machine file, general: microstepping default y. */
  MICROSTEPPING_DEFAULT_Y(
      LogicalFile.INI, "general", "microstepping_default_y", SettingType.NUMBER),
  /** Machine file, general: microstepping default z. */
  MICROSTEPPING_DEFAULT_Z(
      LogicalFile.INI, "general", "microstepping_default_z", SettingType.NUMBER),
  /** Machine file, general: mosaic view target pixel size um. */
  MOSAIC_VIEW_TARGET_PIXEL_SIZE_UM(
      LogicalFile.INI, "general", "mosaic_view_target_pixel_size_um", SettingType.NUMBER),
  /** Machine file, general: multipoint autofocus channel. */
  MULTIPOINT_AUTOFOCUS_CHANNEL(
      LogicalFile.INI, "general", "multipoint_autofocus_channel", ChannelName.class),
  /** Machine file, general: multipoint autofocus enable by default. */
  MULTIPOINT_AUTOFOCUS_ENABLE_BY_DEFAULT(
      LogicalFile.INI, "general", "multipoint_autofocus_enable_by_default", SettingType.FLAG),
  /** Machine file, general: multipoint bf saving option. */
  MULTIPOINT_BF_SAVING_OPTION(
      LogicalFile.INI, "general", "multipoint_bf_saving_option", BrightfieldSaving.class),
  /** Machine file, general: multipoint use piezo for zstacks. */
  MULTIPOINT_USE_PIEZO_FOR_ZSTACKS(
      LogicalFile.INI, "general", "multipoint_use_piezo_for_zstacks", SettingType.FLAG),
  /** Machine file, general: objective piezo control voltage range. */
  OBJECTIVE_PIEZO_CONTROL_VOLTAGE_RANGE(
      LogicalFile.INI, "general", "objective_piezo_control_voltage_range", SettingType.NUMBER),
  /** Machine file, general: objective piezo flip dir. */
  OBJECTIVE_PIEZO_FLIP_DIR(
      LogicalFile.INI, "general", "objective_piezo_flip_dir", SettingType.FLAG),
  /** Machine file, general: objective piezo home um. */
  OBJECTIVE_PIEZO_HOME_UM(
      LogicalFile.INI, "general", "objective_piezo_home_um", SettingType.NUMBER),
  /** Machine file, general: objective piezo range um. */
  OBJECTIVE_PIEZO_RANGE_UM(
      LogicalFile.INI, "general", "objective_piezo_range_um", SettingType.NUMBER),
  /** Machine file, general: optospin emission filter wheel delay ms. */
  OPTOSPIN_EMISSION_FILTER_WHEEL_DELAY_MS(
      LogicalFile.INI, "general", "optospin_emission_filter_wheel_delay_ms", SettingType.NUMBER),
  /** Machine file, general: optospin emission filter wheel speed hz. */
  OPTOSPIN_EMISSION_FILTER_WHEEL_SPEED_HZ(
      LogicalFile.INI, "general", "optospin_emission_filter_wheel_speed_hz", SettingType.NUMBER),
  /** Machine file, general: optospin emission filter wheel ttl trigger. */
  OPTOSPIN_EMISSION_FILTER_WHEEL_TTL_TRIGGER(
      LogicalFile.INI, "general", "optospin_emission_filter_wheel_ttl_trigger", SettingType.FLAG),
  /** Machine file, general: pid enabled x. */
  PID_ENABLED_X(LogicalFile.INI, "general", "pid_enabled_x", SettingType.FLAG),
  /** Machine file, general: pid enabled y. */
  PID_ENABLED_Y(LogicalFile.INI, "general", "pid_enabled_y", SettingType.FLAG),
  /** Machine file, general: pid enabled z. */
  PID_ENABLED_Z(LogicalFile.INI, "general", "pid_enabled_z", SettingType.FLAG),
  /** Machine file, general: rotate image angle. */
  ROTATE_IMAGE_ANGLE(LogicalFile.INI, "general", "rotate_image_angle", SettingType.NUMBER),
  /** Machine file, general: run custom multipoint. */
  RUN_CUSTOM_MULTIPOINT(LogicalFile.INI, "general", "run_custom_multipoint", SettingType.FLAG),
  /** Machine file, general: run fluidics. */
  RUN_FLUIDICS(LogicalFile.INI, "general", "run_fluidics", SettingType.FLAG),
  /** Machine file, general: scan stabilization time ms x. */
  SCAN_STABILIZATION_TIME_MS_X(
      LogicalFile.INI, "general", "scan_stabilization_time_ms_x", SettingType.NUMBER),
  /** Machine file, general: scan stabilization time ms y. */
  SCAN_STABILIZATION_TIME_MS_Y(
      LogicalFile.INI, "general", "scan_stabilization_time_ms_y", SettingType.NUMBER),
  /** Machine file, general: scan stabilization time ms z. */
  SCAN_STABILIZATION_TIME_MS_Z(
      LogicalFile.INI, "general", "scan_stabilization_time_ms_z", SettingType.NUMBER),
  /** Machine file, general: scimicroscopy led array default na. */
  SCIMICROSCOPY_LED_ARRAY_DEFAULT_NA(
      LogicalFile.INI, "general", "scimicroscopy_led_array_default_na", SettingType.NUMBER),
  /** Machine file, general: scimicroscopy led array distance. */
  SCIMICROSCOPY_LED_ARRAY_DISTANCE(
      LogicalFile.INI, "general", "scimicroscopy_led_array_distance", SettingType.NUMBER),
  /** Machine file, general: scimicroscopy led array turn on delay. */
  SCIMICROSCOPY_LED_ARRAY_TURN_ON_DELAY(
      LogicalFile.INI, "general", "scimicroscopy_led_array_turn_on_delay", SettingType.NUMBER),
  /** Machine file, general: screw pitch x mm. */
  SCREW_PITCH_X_MM(LogicalFile.INI, "general", "screw_pitch_x_mm", SettingType.NUMBER),
  /** Machine file, general: screw pitch y mm. */
  SCREW_PITCH_Y_MM(LogicalFile.INI, "general", "screw_pitch_y_mm", SettingType.NUMBER),
  /** Machine file, general: screw pitch z mm. */
  SCREW_PITCH_Z_MM(LogicalFile.INI, "general", "screw_pitch_z_mm", SettingType.NUMBER),
  /** Machine file, general: segmentation crop. */
  SEGMENTATION_CROP(LogicalFile.INI, "general", "segmentation_crop", SettingType.NUMBER),
  /** Machine file, general: sleep time s. */
  SLEEP_TIME_S(LogicalFile.INI, "general", "sleep_time_s", SettingType.NUMBER),
  /** Machine file, general: sort during multipoint. */
  SORT_DURING_MULTIPOINT(LogicalFile.INI, "general", "sort_during_multipoint", SettingType.FLAG),
  /** Machine file, general: stage movement sign theta. */
  STAGE_MOVEMENT_SIGN_THETA(
      LogicalFile.INI, "general", "stage_movement_sign_theta", SettingType.NUMBER),
  /** Machine file, general: stage movement sign x. */
  STAGE_MOVEMENT_SIGN_X(LogicalFile.INI, "general", "stage_movement_sign_x", SettingType.NUMBER),
  /** Machine file, general: stage movement sign y. */
  STAGE_MOVEMENT_SIGN_Y(LogicalFile.INI, "general", "stage_movement_sign_y", SettingType.NUMBER),
  /** Machine file, general: stage movement sign z. */
  STAGE_MOVEMENT_SIGN_Z(LogicalFile.INI, "general", "stage_movement_sign_z", SettingType.NUMBER),
  /** Machine file, general: stage pos sign theta. */
  STAGE_POS_SIGN_THETA(LogicalFile.INI, "general", "stage_pos_sign_theta", SettingType.NUMBER),
  /** Machine file, general: stage pos sign x. */
  STAGE_POS_SIGN_X(LogicalFile.INI, "general", "stage_pos_sign_x", SettingType.NUMBER),
  /** Machine file, general: stage pos sign y. */
  STAGE_POS_SIGN_Y(LogicalFile.INI, "general", "stage_pos_sign_y", SettingType.NUMBER),
  /** Machine file, general: stage pos sign z. */
  STAGE_POS_SIGN_Z(LogicalFile.INI, "general", "stage_pos_sign_z", SettingType.NUMBER),
  /** Machine file, general: stitch complete acquisition. */
  STITCH_COMPLETE_ACQUISITION(
      LogicalFile.INI, "general", "stitch_complete_acquisition", SettingType.FLAG),
  /** Machine file, general: support laser autofocus. */
  SUPPORT_LASER_AUTOFOCUS(LogicalFile.INI, "general", "support_laser_autofocus", SettingType.FLAG),
  /** Machine file, general: support scimicroscopy led array. */
  SUPPORT_SCIMICROSCOPY_LED_ARRAY(
      LogicalFile.INI, "general", "support_scimicroscopy_led_array", SettingType.FLAG),
  /** Machine file, general: tracking movement sign theta. */
  TRACKING_MOVEMENT_SIGN_THETA(
      LogicalFile.INI, "general", "tracking_movement_sign_theta", SettingType.NUMBER),
  /** Machine file, general: tracking movement sign x. */
  TRACKING_MOVEMENT_SIGN_X(
      LogicalFile.INI, "general", "tracking_movement_sign_x", SettingType.NUMBER),
  /** Machine file, general: tracking movement sign y. */
  TRACKING_MOVEMENT_SIGN_Y(
      LogicalFile.INI, "general", "tracking_movement_sign_y", SettingType.NUMBER),
  /** Machine file, general: tracking movement sign z. */
  TRACKING_MOVEMENT_SIGN_Z(
      LogicalFile.INI, "general", "tracking_movement_sign_z", SettingType.NUMBER),
  /** Machine file, general: tracking show microscope configurations. */
  TRACKING_SHOW_MICROSCOPE_CONFIGURATIONS(
      LogicalFile.INI, "general", "tracking_show_microscope_configurations", SettingType.FLAG),
  /** Machine file, general: tube lens mm. */
  TUBE_LENS_MM(LogicalFile.INI, "general", "tube_lens_mm", SettingType.NUMBER),
  /** Machine file, general: two classification models. */
  TWO_CLASSIFICATION_MODELS(
      LogicalFile.INI, "general", "two_classification_models", SettingType.FLAG),
  /** Machine file, general: use andor hle. */
  USE_ANDOR_HLE(LogicalFile.INI, "general", "use_andor_hle", SettingType.FLAG),
  /** Machine file, general: use celesta. */
  USE_CELESTA(LogicalFile.INI, "general", "use_celesta", SettingType.FLAG),
  /** Machine file, general: use dragonfly. */
  USE_DRAGONFLY(LogicalFile.INI, "general", "use_dragonfly", SettingType.FLAG),
  /** Machine file, general: use emission filter wheel. */
  USE_EMISSION_FILTER_WHEEL(
      LogicalFile.INI, "general", "use_emission_filter_wheel", SettingType.FLAG),
  /** Machine file, general: use encoder theta. */
  USE_ENCODER_THETA(LogicalFile.INI, "general", "use_encoder_theta", SettingType.FLAG),
  /** Machine file, general: use encoder x. */
  USE_ENCODER_X(LogicalFile.INI, "general", "use_encoder_x", SettingType.FLAG),
  /** Machine file, general: use encoder y. */
  USE_ENCODER_Y(LogicalFile.INI, "general", "use_encoder_y", SettingType.FLAG),
  /** Machine file, general: use encoder z. */
  USE_ENCODER_Z(LogicalFile.INI, "general", "use_encoder_z", SettingType.FLAG),
  /** Machine file, general: use glass top. */
  USE_GLASS_TOP(LogicalFile.INI, "general", "use_glass_top", SettingType.FLAG),
  /** Machine file, general: use ldi serial control. */
  USE_LDI_SERIAL_CONTROL(LogicalFile.INI, "general", "use_ldi_serial_control", SettingType.FLAG),
  /** Machine file, general: use napari. */
  USE_NAPARI(LogicalFile.INI, "general", "use_napari", SettingType.FLAG),
  /** Machine file, general: use napari for live view. */
  USE_NAPARI_FOR_LIVE_VIEW(
      LogicalFile.INI, "general", "use_napari_for_live_view", SettingType.FLAG),
  /** Machine file, general: use napari for multichannel. */
  USE_NAPARI_FOR_MULTICHANNEL(
      LogicalFile.INI, "general", "use_napari_for_multichannel", SettingType.FLAG),
  /** Machine file, general: use napari for multipoint. */
  USE_NAPARI_FOR_MULTIPOINT(
      LogicalFile.INI, "general", "use_napari_for_multipoint", SettingType.FLAG),
  /** Machine file, general: use napari for tiled display. */
  USE_NAPARI_FOR_TILED_DISPLAY(
      LogicalFile.INI, "general", "use_napari_for_tiled_display", SettingType.FLAG),
  /** Machine file, general: use objective turret. */
  USE_OBJECTIVE_TURRET(LogicalFile.INI, "general", "use_objective_turret", SettingType.FLAG),
  /** Machine file, general: use optospin emission filter wheel. */
  USE_OPTOSPIN_EMISSION_FILTER_WHEEL(
      LogicalFile.INI, "general", "use_optospin_emission_filter_wheel", SettingType.FLAG),
  /** Machine file, general: use pi focus stage. */
  USE_PI_FOCUS_STAGE(LogicalFile.INI, "general", "use_pi_focus_stage", SettingType.FLAG),
  /** Machine file, general: use prior stage. */
  USE_PRIOR_STAGE(LogicalFile.INI, "general", "use_prior_stage", SettingType.FLAG),
  /** Machine file, general: use squid laser engine. */
  USE_SQUID_LASER_ENGINE(LogicalFile.INI, "general", "use_squid_laser_engine", SettingType.FLAG),
  /** Machine file, general: use trt segmentation. */
  USE_TRT_SEGMENTATION(LogicalFile.INI, "general", "use_trt_segmentation", SettingType.FLAG),
  /** Machine file, general: use xeryon. */
  USE_XERYON(LogicalFile.INI, "general", "use_xeryon", SettingType.FLAG),
  /** Machine file, general: version. */
  VERSION(LogicalFile.INI, "general", "version", SettingType.NUMBER),
  /** Machine file, general: wellplate format. */
  WELLPLATE_FORMAT(LogicalFile.INI, "general", "wellplate_format", WellplateFormat.class),
  /** Machine file, general: wellplate offset x mm. */
  WELLPLATE_OFFSET_X_MM(LogicalFile.INI, "general", "wellplate_offset_x_mm", SettingType.NUMBER),
  /** Machine file, general: wellplate offset y mm. */
  WELLPLATE_OFFSET_Y_MM(LogicalFile.INI, "general", "wellplate_offset_y_mm", SettingType.NUMBER),
  /** Machine file, general: wellplate selector. */
  WELLPLATE_SELECTOR(LogicalFile.INI, "general", "wellplate_selector", SettingType.FLAG),
  /** Machine file, general: x mm 384 wellplate upperleft. */
  X_MM_384_WELLPLATE_UPPERLEFT(
      LogicalFile.INI, "general", "x_mm_384_wellplate_upperleft", SettingType.NUMBER),
  /** Machine file, general: x motor i hold. */
  X_MOTOR_I_HOLD(LogicalFile.INI, "general", "x_motor_i_hold", SettingType.NUMBER),
  /** Machine file, general: x motor rms current ma. */
  X_MOTOR_RMS_CURRENT_MA(LogicalFile.INI, "general", "x_motor_rms_current_ma", SettingType.NUMBER),
  /** Machine file, general: xeryon objective switcher pos 2 offset mm. */
  XERYON_OBJECTIVE_SWITCHER_POS_2_OFFSET_MM(
      LogicalFile.INI, "general", "xeryon_objective_switcher_pos_2_offset_mm", SettingType.NUMBER),
  /** Machine file, general: xeryon speed. */
  XERYON_SPEED(LogicalFile.INI, "general", "xeryon_speed", SettingType.NUMBER),
  /** Machine file, general: xlight illumination iris default. */
  XLIGHT_ILLUMINATION_IRIS_DEFAULT(
      LogicalFile.INI, "general", "xlight_illumination_iris_default", SettingType.NUMBER),
  /** Machine file, general: xlight sleep time for wheel. */
  XLIGHT_SLEEP_TIME_FOR_WHEEL(
      LogicalFile.INI, "general", "xlight_sleep_time_for_wheel", SettingType.NUMBER),
  /** Machine file, general: xlight validate wheel pos. */
  XLIGHT_VALIDATE_WHEEL_POS(
      LogicalFile.INI, "general", "xlight_validate_wheel_pos", SettingType.FLAG),
  /** Machine file, general: y mm 384 wellplate upperleft. */
  Y_MM_384_WELLPLATE_UPPERLEFT(
      LogicalFile.INI, "general", "y_mm_384_wellplate_upperleft", SettingType.NUMBER),
  /** Machine file, general: y motor i hold. */
  Y_MOTOR_I_HOLD(LogicalFile.INI, "general", "y_motor_i_hold", SettingType.NUMBER),
  /** Machine file, general: y motor rms current ma. */
  Y_MOTOR_RMS_CURRENT_MA(LogicalFile.INI, "general", "y_motor_rms_current_ma", SettingType.NUMBER),
  /** Machine file, general: z motor config. */
  Z_MOTOR_CONFIG(LogicalFile.INI, "general", "z_motor_config", ZDrive.class),
  /** Machine file, general: z motor i hold. */
  Z_MOTOR_I_HOLD(LogicalFile.INI, "general", "z_motor_i_hold", SettingType.NUMBER),
  /** Machine file, general: z motor rms current ma. */
  Z_MOTOR_RMS_CURRENT_MA(LogicalFile.INI, "general", "z_motor_rms_current_ma", SettingType.NUMBER),
  /** Machine file, general: z stacking config. */
  Z_STACKING_CONFIG(LogicalFile.INI, "general", "z_stacking_config", ZMode.class),
  /** Machine file, camera config: awb ratios b. */
  CAMERA_CONFIG_AWB_RATIOS_B(LogicalFile.INI, "camera_config", "awb_ratios_b", SettingType.NUMBER),
  /** Machine file, camera config: awb ratios g. */
  CAMERA_CONFIG_AWB_RATIOS_G(LogicalFile.INI, "camera_config", "awb_ratios_g", SettingType.NUMBER),
  /** Machine file, camera config: awb ratios r. */
  CAMERA_CONFIG_AWB_RATIOS_R(LogicalFile.INI, "camera_config", "awb_ratios_r", SettingType.NUMBER),
  /** Machine file, camera config: binning factor default. */
  CAMERA_CONFIG_BINNING_FACTOR_DEFAULT(
      LogicalFile.INI, "camera_config", "binning_factor_default", SettingType.NUMBER),
  /** Machine file, camera config: blacklevel value default. */
  CAMERA_CONFIG_BLACKLEVEL_VALUE_DEFAULT(
      LogicalFile.INI, "camera_config", "blacklevel_value_default", SettingType.NUMBER),
  /** Machine file, camera config: camera crop height. */
  CAMERA_CONFIG_CAMERA_CROP_HEIGHT(
      LogicalFile.INI, "camera_config", "camera_crop_height", SettingType.NUMBER),
  /** Machine file, camera config: camera crop width. */
  CAMERA_CONFIG_CAMERA_CROP_WIDTH(
      LogicalFile.INI, "camera_config", "camera_crop_width", SettingType.NUMBER),
  /** Machine file, camera config: crop height unbinned. */
  CAMERA_CONFIG_CROP_HEIGHT_UNBINNED(
      LogicalFile.INI, "camera_config", "crop_height_unbinned", SettingType.NUMBER),
  /** Machine file, camera config: crop width unbinned. */
  CAMERA_CONFIG_CROP_WIDTH_UNBINNED(
      LogicalFile.INI, "camera_config", "crop_width_unbinned", SettingType.NUMBER),
  /** Machine file, camera config: fan speed default. */
  CAMERA_CONFIG_FAN_SPEED_DEFAULT(
      LogicalFile.INI, "camera_config", "fan_speed_default", SettingType.NUMBER),
  /** Machine file, camera config: flip image. */
  CAMERA_CONFIG_FLIP_IMAGE(LogicalFile.INI, "camera_config", "flip_image", ImageFlip.class),
  /** Machine file, camera config: pixel format default. */
  CAMERA_CONFIG_PIXEL_FORMAT_DEFAULT(
      LogicalFile.INI, "camera_config", "pixel_format_default", PixelFormat.class),
  /** Machine file, camera config: roi height default. */
  CAMERA_CONFIG_ROI_HEIGHT_DEFAULT(
      LogicalFile.INI, "camera_config", "roi_height_default", SettingType.NUMBER),
  /** Machine file, camera config: roi offset x default. */
  CAMERA_CONFIG_ROI_OFFSET_X_DEFAULT(
      LogicalFile.INI, "camera_config", "roi_offset_x_default", SettingType.NUMBER),
  /** Machine file, camera config: roi offset y default. */
  CAMERA_CONFIG_ROI_OFFSET_Y_DEFAULT(
      LogicalFile.INI, "camera_config", "roi_offset_y_default", SettingType.NUMBER),
  /** Machine file, camera config: roi width default. */
  CAMERA_CONFIG_ROI_WIDTH_DEFAULT(
      LogicalFile.INI, "camera_config", "roi_width_default", SettingType.NUMBER),
  /** Machine file, camera config: rotate image angle. */
  CAMERA_CONFIG_ROTATE_IMAGE_ANGLE(
      LogicalFile.INI, "camera_config", "rotate_image_angle", SettingType.NUMBER),
  /** Machine file, camera config: simulated pixel size um. */
  CAMERA_CONFIG_SIMULATED_PIXEL_SIZE_UM(
      LogicalFile.INI, "camera_config", "simulated_pixel_size_um", SettingType.NUMBER),
  /** Machine file, camera config: simulated sensor height px. */
  CAMERA_CONFIG_SIMULATED_SENSOR_HEIGHT_PX(
      LogicalFile.INI, "camera_config", "simulated_sensor_height_px", SettingType.NUMBER),
  /** Machine file, camera config: simulated sensor width px. */
  CAMERA_CONFIG_SIMULATED_SENSOR_WIDTH_PX(
      LogicalFile.INI, "camera_config", "simulated_sensor_width_px", SettingType.NUMBER),
  /** Machine file, camera config: temperature default. */
  CAMERA_CONFIG_TEMPERATURE_DEFAULT(
      LogicalFile.INI, "camera_config", "temperature_default", SettingType.NUMBER),
  /** Machine file, limit switch polarity: x home. */
  LIMIT_SWITCH_POLARITY_X_HOME(
      LogicalFile.INI, "limit_switch_polarity", "x_home", SettingType.NUMBER),
  /** Machine file, limit switch polarity: y home. */
  LIMIT_SWITCH_POLARITY_Y_HOME(
      LogicalFile.INI, "limit_switch_polarity", "y_home", SettingType.NUMBER),
  /** Machine file, limit switch polarity: z home. */
  LIMIT_SWITCH_POLARITY_Z_HOME(
      LogicalFile.INI, "limit_switch_polarity", "z_home", SettingType.NUMBER),
  /** Machine file, plate reader: column spacing mm. */
  PLATE_READER_COLUMN_SPACING_MM(
      LogicalFile.INI, "plate_reader", "column_spacing_mm", SettingType.NUMBER),
  /** Machine file, plate reader: number of columns. */
  PLATE_READER_NUMBER_OF_COLUMNS(
      LogicalFile.INI, "plate_reader", "number_of_columns", SettingType.NUMBER),
  /** Machine file, plate reader: number of rows. */
  PLATE_READER_NUMBER_OF_ROWS(
      LogicalFile.INI, "plate_reader", "number_of_rows", SettingType.NUMBER),
  /** Machine file, plate reader: offset column 1 mm. */
  PLATE_READER_OFFSET_COLUMN_1_MM(
      LogicalFile.INI, "plate_reader", "offset_column_1_mm", SettingType.NUMBER),
  /** Machine file, plate reader: offset row a mm. */
  PLATE_READER_OFFSET_ROW_A_MM(
      LogicalFile.INI, "plate_reader", "offset_row_a_mm", SettingType.NUMBER),
  /** Machine file, plate reader: row spacing mm. */
  PLATE_READER_ROW_SPACING_MM(
      LogicalFile.INI, "plate_reader", "row_spacing_mm", SettingType.NUMBER),
  /** Machine file, af: crop height. */
  AF_CROP_HEIGHT(LogicalFile.INI, "af", "crop_height", SettingType.NUMBER),
  /** Machine file, af: crop width. */
  AF_CROP_WIDTH(LogicalFile.INI, "af", "crop_width", SettingType.NUMBER),
  /** Machine file, af: multipoint autofocus enable by default. */
  AF_MULTIPOINT_AUTOFOCUS_ENABLE_BY_DEFAULT(
      LogicalFile.INI, "af", "multipoint_autofocus_enable_by_default", SettingType.FLAG),
  /** Machine file, af: multipoint reflection autofocus enable by default. */
  AF_MULTIPOINT_REFLECTION_AUTOFOCUS_ENABLE_BY_DEFAULT(
      LogicalFile.INI, "af", "multipoint_reflection_autofocus_enable_by_default", SettingType.FLAG),
  /** Machine file, af: stop threshold. */
  AF_STOP_THRESHOLD(LogicalFile.INI, "af", "stop_threshold", SettingType.NUMBER),
  /** Machine file, tracking: bbox scale factor. */
  TRACKING_BBOX_SCALE_FACTOR(LogicalFile.INI, "tracking", "bbox_scale_factor", SettingType.NUMBER),
  /** Machine file, tracking: cropped img ratio. */
  TRACKING_CROPPED_IMG_RATIO(LogicalFile.INI, "tracking", "cropped_img_ratio", SettingType.NUMBER),
  /** Machine file, tracking: default display crop. */
  TRACKING_DEFAULT_DISPLAY_CROP(
      LogicalFile.INI, "tracking", "default_display_crop", SettingType.NUMBER),
  /** Machine file, tracking: default init method. */
  TRACKING_DEFAULT_INIT_METHOD(
      LogicalFile.INI, "tracking", "default_init_method", MachineWord.class),
  /** Machine file, tracking: default tracker. */
  TRACKING_DEFAULT_TRACKER(LogicalFile.INI, "tracking", "default_tracker", MachineWord.class),
  /** Machine file, tracking: enable tracking. */
  TRACKING_ENABLE_TRACKING(LogicalFile.INI, "tracking", "enable_tracking", SettingType.FLAG),
  /** Machine file, tracking: search area ratio. */
  TRACKING_SEARCH_AREA_RATIO(LogicalFile.INI, "tracking", "search_area_ratio", SettingType.NUMBER),
  /** Machine file, tracking: tracking show microscope configurations. */
  TRACKING_TRACKING_SHOW_MICROSCOPE_CONFIGURATIONS(
      LogicalFile.INI, "tracking", "tracking_show_microscope_configurations", SettingType.FLAG),
  /** Machine file, acquisition: crop height. */
  ACQUISITION_CROP_HEIGHT(LogicalFile.INI, "acquisition", "crop_height", SettingType.NUMBER),
  /** Machine file, acquisition: crop width. */
  ACQUISITION_CROP_WIDTH(LogicalFile.INI, "acquisition", "crop_width", SettingType.NUMBER),
  /** Machine file, acquisition: dx. */
  ACQUISITION_DX(LogicalFile.INI, "acquisition", "dx", SettingType.NUMBER),
  /** Machine file, acquisition: dy. */
  ACQUISITION_DY(LogicalFile.INI, "acquisition", "dy", SettingType.NUMBER),
  /** Machine file, acquisition: dz. */
  ACQUISITION_DZ(LogicalFile.INI, "acquisition", "dz", SettingType.NUMBER),
  /** Machine file, acquisition: image display scaling factor. */
  ACQUISITION_IMAGE_DISPLAY_SCALING_FACTOR(
      LogicalFile.INI, "acquisition", "image_display_scaling_factor", SettingType.NUMBER),
  /** Machine file, acquisition: image format. */
  ACQUISITION_IMAGE_FORMAT(LogicalFile.INI, "acquisition", "image_format", MachineWord.class),
  /** Machine file, acquisition: number of fovs per af. */
  ACQUISITION_NUMBER_OF_FOVS_PER_AF(
      LogicalFile.INI, "acquisition", "number_of_fovs_per_af", SettingType.NUMBER),
  /** Machine file, software pos limit: x negative. */
  SOFTWARE_POS_LIMIT_X_NEGATIVE(
      LogicalFile.INI, "software_pos_limit", "x_negative", SettingType.NUMBER),
  /** Machine file, software pos limit: x positive. */
  SOFTWARE_POS_LIMIT_X_POSITIVE(
      LogicalFile.INI, "software_pos_limit", "x_positive", SettingType.NUMBER),
  /** Machine file, software pos limit: y negative. */
  SOFTWARE_POS_LIMIT_Y_NEGATIVE(
      LogicalFile.INI, "software_pos_limit", "y_negative", SettingType.NUMBER),
  /** Machine file, software pos limit: y positive. */
  SOFTWARE_POS_LIMIT_Y_POSITIVE(
      LogicalFile.INI, "software_pos_limit", "y_positive", SettingType.NUMBER),
  /** Machine file, software pos limit: z negative. */
  SOFTWARE_POS_LIMIT_Z_NEGATIVE(
      LogicalFile.INI, "software_pos_limit", "z_negative", SettingType.NUMBER),
  /** Machine file, software pos limit: z positive. */
  SOFTWARE_POS_LIMIT_Z_POSITIVE(
      LogicalFile.INI, "software_pos_limit", "z_positive", SettingType.NUMBER),
  /** Machine file, slide position: loading x mm. */
  SLIDE_POSITION_LOADING_X_MM(
      LogicalFile.INI, "slide_position", "loading_x_mm", SettingType.NUMBER),
  /** Machine file, slide position: loading y mm. */
  SLIDE_POSITION_LOADING_Y_MM(
      LogicalFile.INI, "slide_position", "loading_y_mm", SettingType.NUMBER),
  /** Machine file, slide position: scanning x mm. */
  SLIDE_POSITION_SCANNING_X_MM(
      LogicalFile.INI, "slide_position", "scanning_x_mm", SettingType.NUMBER),
  /** Machine file, slide position: scanning y mm. */
  SLIDE_POSITION_SCANNING_Y_MM(
      LogicalFile.INI, "slide_position", "scanning_y_mm", SettingType.NUMBER),
  /** Machine file, output gains: channel0 gain. */
  OUTPUT_GAINS_CHANNEL0_GAIN(LogicalFile.INI, "output_gains", "channel0_gain", SettingType.FLAG),
  /** Machine file, output gains: channel1 gain. */
  OUTPUT_GAINS_CHANNEL1_GAIN(LogicalFile.INI, "output_gains", "channel1_gain", SettingType.FLAG),
  /** Machine file, output gains: channel2 gain. */
  OUTPUT_GAINS_CHANNEL2_GAIN(LogicalFile.INI, "output_gains", "channel2_gain", SettingType.FLAG),
  /** Machine file, output gains: channel3 gain. */
  OUTPUT_GAINS_CHANNEL3_GAIN(LogicalFile.INI, "output_gains", "channel3_gain", SettingType.FLAG),
  /** Machine file, output gains: channel4 gain. */
  OUTPUT_GAINS_CHANNEL4_GAIN(LogicalFile.INI, "output_gains", "channel4_gain", SettingType.FLAG),
  /** Machine file, output gains: channel5 gain. */
  OUTPUT_GAINS_CHANNEL5_GAIN(LogicalFile.INI, "output_gains", "channel5_gain", SettingType.FLAG),
  /** Machine file, output gains: channel6 gain. */
  OUTPUT_GAINS_CHANNEL6_GAIN(LogicalFile.INI, "output_gains", "channel6_gain", SettingType.FLAG),
  /** Machine file, output gains: channel7 gain. */
  OUTPUT_GAINS_CHANNEL7_GAIN(LogicalFile.INI, "output_gains", "channel7_gain", SettingType.FLAG),
  /** Machine file, output gains: refdiv. */
  OUTPUT_GAINS_REFDIV(LogicalFile.INI, "output_gains", "refdiv", SettingType.FLAG),
  /** Machine file, views: display mosaic view. */
  VIEWS_DISPLAY_MOSAIC_VIEW(LogicalFile.INI, "views", "display_mosaic_view", SettingType.FLAG),
  /** Machine file, views: display plate view. */
  VIEWS_DISPLAY_PLATE_VIEW(LogicalFile.INI, "views", "display_plate_view", SettingType.FLAG),
  /** Machine file, views: downsampled interpolation method. */
  VIEWS_DOWNSAMPLED_INTERPOLATION_METHOD(
      LogicalFile.INI, "views", "downsampled_interpolation_method", MachineWord.class),
  /** Machine file, views: downsampled plate resolution um. */
  VIEWS_DOWNSAMPLED_PLATE_RESOLUTION_UM(
      LogicalFile.INI, "views", "downsampled_plate_resolution_um", SettingType.NUMBER),
  /** Machine file, views: downsampled z projection. */
  VIEWS_DOWNSAMPLED_Z_PROJECTION(
      LogicalFile.INI, "views", "downsampled_z_projection", MachineWord.class),
  /** Machine file, views: enable ndviewer. */
  VIEWS_ENABLE_NDVIEWER(LogicalFile.INI, "views", "enable_ndviewer", SettingType.FLAG),
  /** Machine file, views: mosaic view target pixel size um. */
  VIEWS_MOSAIC_VIEW_TARGET_PIXEL_SIZE_UM(
      LogicalFile.INI, "views", "mosaic_view_target_pixel_size_um", SettingType.NUMBER),
  /** Machine file, views: save downsampled well images. */
  VIEWS_SAVE_DOWNSAMPLED_WELL_IMAGES(
      LogicalFile.INI, "views", "save_downsampled_well_images", SettingType.FLAG),
  /** Machine file, development: simulated disk io compression. */
  DEVELOPMENT_SIMULATED_DISK_IO_COMPRESSION(
      LogicalFile.INI, "development", "simulated_disk_io_compression", SettingType.FLAG),
  /** Machine file, development: simulated disk io enabled. */
  DEVELOPMENT_SIMULATED_DISK_IO_ENABLED(
      LogicalFile.INI, "development", "simulated_disk_io_enabled", SettingType.FLAG),
  /** Machine file, development: simulated disk io speed mb s. */
  DEVELOPMENT_SIMULATED_DISK_IO_SPEED_MB_S(
      LogicalFile.INI, "development", "simulated_disk_io_speed_mb_s", SettingType.NUMBER),
  /** Machine file, simulation: simulate camera. */
  SIMULATION_SIMULATE_CAMERA(LogicalFile.INI, "simulation", "simulate_camera", SettingType.FLAG),
  /** Machine file, simulation: simulate filter wheel. */
  SIMULATION_SIMULATE_FILTER_WHEEL(
      LogicalFile.INI, "simulation", "simulate_filter_wheel", SettingType.FLAG),
  /** Machine file, simulation: simulate laser af camera. */
  SIMULATION_SIMULATE_LASER_AF_CAMERA(
      LogicalFile.INI, "simulation", "simulate_laser_af_camera", SettingType.FLAG),
  /** Machine file, simulation: simulate microcontroller. */
  SIMULATION_SIMULATE_MICROCONTROLLER(
      LogicalFile.INI, "simulation", "simulate_microcontroller", SettingType.FLAG),
  /** Machine file, simulation: simulate objective changer. */
  SIMULATION_SIMULATE_OBJECTIVE_CHANGER(
      LogicalFile.INI, "simulation", "simulate_objective_changer", SettingType.FLAG),
  /** Machine file, simulation: simulate spinning disk. */
  SIMULATION_SIMULATE_SPINNING_DISK(
      LogicalFile.INI, "simulation", "simulate_spinning_disk", SettingType.FLAG),
  /** Machine file, z stage config: z motor config. */
  Z_STAGE_CONFIG_Z_MOTOR_CONFIG(LogicalFile.INI, "z_stage_config", "z_motor_config", ZDrive.class),
  /** Machine file, z stage config: z stage mode. */
  Z_STAGE_CONFIG_Z_STAGE_MODE(LogicalFile.INI, "z_stage_config", "z_stage_mode", MachineWord.class),
  /** Channel settings: enabled. */
  CHANNEL_ENABLED(LogicalFile.CHANNEL_CONFIGS, "channel", "enabled", SettingType.FLAG),
  /** Channel settings: exposure time in ms. */
  CHANNEL_EXPOSURE_TIME_MS(
      LogicalFile.CHANNEL_CONFIGS, "channel", "exposure_time_ms", SettingType.NUMBER),
  /** Channel settings: gain. */
  CHANNEL_ANALOG_GAIN(LogicalFile.CHANNEL_CONFIGS, "channel", "analog_gain", SettingType.NUMBER),
  /** Channel settings: pixel format. */
  CHANNEL_PIXEL_FORMAT(LogicalFile.CHANNEL_CONFIGS, "channel", "pixel_format", PixelFormat.class),
  /** Channel settings: light in per cent. */
  CHANNEL_ILLUMINATION_INTENSITY(
      LogicalFile.CHANNEL_CONFIGS, "channel", "illumination_intensity", SettingType.NUMBER),
  /** Channel settings: offset of the focus in um. */
  CHANNEL_Z_OFFSET_UM(LogicalFile.CHANNEL_CONFIGS, "channel", "z_offset_um", SettingType.NUMBER),
  /** Channel settings: position of the filter wheel. */
  CHANNEL_FILTER_POSITION(
      LogicalFile.CHANNEL_CONFIGS, "channel", "filter_position", SettingType.NUMBER),
  /** Channel settings: iris of the light. */
  CHANNEL_ILLUMINATION_IRIS(
      LogicalFile.CHANNEL_CONFIGS, "channel", "illumination_iris", SettingType.NUMBER),
  /** Channel settings: iris of the emission. */
  CHANNEL_EMISSION_IRIS(
      LogicalFile.CHANNEL_CONFIGS, "channel", "emission_iris", SettingType.NUMBER),
  /** Channel settings: confocal. */
  CHANNEL_CONFOCAL(LogicalFile.CHANNEL_CONFIGS, "channel", "confocal", SettingType.FLAG),
  /** Illumination: kind of light. */
  ILLUMINATION_TYPE(LogicalFile.ILLUMINATION, "channel", "type", MachineWord.class),
  /** Illumination: port of the controller. */
  ILLUMINATION_CONTROLLER_PORT(
      LogicalFile.ILLUMINATION, "channel", "controller_port", ControllerPort.class),
  /** Illumination: wavelength in nm. */
  ILLUMINATION_WAVELENGTH_NM(
      LogicalFile.ILLUMINATION, "channel", "wavelength_nm", SettingType.NUMBER),
  /** Illumination: source behind port D1. */
  ILLUMINATION_PORT_D1(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D1", SettingType.NUMBER),
  /** Illumination: source behind port D2. */
  ILLUMINATION_PORT_D2(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D2", SettingType.NUMBER),
  /** Illumination: source behind port D3. */
  ILLUMINATION_PORT_D3(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D3", SettingType.NUMBER),
  /** Illumination: source behind port D4. */
  ILLUMINATION_PORT_D4(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D4", SettingType.NUMBER),
  /** Illumination: source behind port D5. */
  ILLUMINATION_PORT_D5(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D5", SettingType.NUMBER),
  /** Illumination: source behind port D6. */
  ILLUMINATION_PORT_D6(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D6", SettingType.NUMBER),
  /** Illumination: source behind port D7. */
  ILLUMINATION_PORT_D7(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D7", SettingType.NUMBER),
  /** Illumination: source behind port D8. */
  ILLUMINATION_PORT_D8(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "D8", SettingType.NUMBER),
  /** Illumination: source behind port USB1. */
  ILLUMINATION_PORT_USB1(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB1", SettingType.NUMBER),
  /** Illumination: source behind port USB2. */
  ILLUMINATION_PORT_USB2(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB2", SettingType.NUMBER),
  /** Illumination: source behind port USB3. */
  ILLUMINATION_PORT_USB3(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB3", SettingType.NUMBER),
  /** Illumination: source behind port USB4. */
  ILLUMINATION_PORT_USB4(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB4", SettingType.NUMBER),
  /** Illumination: source behind port USB5. */
  ILLUMINATION_PORT_USB5(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB5", SettingType.NUMBER),
  /** Illumination: source behind port USB6. */
  ILLUMINATION_PORT_USB6(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB6", SettingType.NUMBER),
  /** Illumination: source behind port USB7. */
  ILLUMINATION_PORT_USB7(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB7", SettingType.NUMBER),
  /** Illumination: source behind port USB8. */
  ILLUMINATION_PORT_USB8(
      LogicalFile.ILLUMINATION, "controller_port_mapping", "USB8", SettingType.NUMBER),
  /** Laser autofocus: x offset. */
  LASER_AUTOFOCUS_X_OFFSET(LogicalFile.LASER_AF, "", "x_offset", SettingType.NUMBER),
  /** Laser autofocus: y offset. */
  LASER_AUTOFOCUS_Y_OFFSET(LogicalFile.LASER_AF, "", "y_offset", SettingType.NUMBER),
  /** Laser autofocus: width. */
  LASER_AUTOFOCUS_WIDTH(LogicalFile.LASER_AF, "", "width", SettingType.NUMBER),
  /** Laser autofocus: height. */
  LASER_AUTOFOCUS_HEIGHT(LogicalFile.LASER_AF, "", "height", SettingType.NUMBER),
  /** Laser autofocus: pixel to um. */
  LASER_AUTOFOCUS_PIXEL_TO_UM(LogicalFile.LASER_AF, "", "pixel_to_um", SettingType.NUMBER),
  /** Laser autofocus: has reference. */
  LASER_AUTOFOCUS_HAS_REFERENCE(LogicalFile.LASER_AF, "", "has_reference", SettingType.FLAG),
  /** Laser autofocus: laser af averaging n. */
  LASER_AUTOFOCUS_AVERAGING_N(LogicalFile.LASER_AF, "", "laser_af_averaging_n", SettingType.NUMBER),
  /** Laser autofocus: displacement success window um. */
  LASER_AUTOFOCUS_DISPLACEMENT_SUCCESS_WINDOW_UM(
      LogicalFile.LASER_AF, "", "displacement_success_window_um", SettingType.NUMBER),
  /** Laser autofocus: spot crop size. */
  LASER_AUTOFOCUS_SPOT_CROP_SIZE(LogicalFile.LASER_AF, "", "spot_crop_size", SettingType.NUMBER),
  /** Laser autofocus: correlation threshold. */
  LASER_AUTOFOCUS_CORRELATION_THRESHOLD(
      LogicalFile.LASER_AF, "", "correlation_threshold", SettingType.NUMBER),
  /** Laser autofocus: pixel to um calibration distance. */
  LASER_AUTOFOCUS_PIXEL_TO_UM_CALIBRATION_DISTANCE(
      LogicalFile.LASER_AF, "", "pixel_to_um_calibration_distance", SettingType.NUMBER),
  /** Laser autofocus: laser af range. */
  LASER_AUTOFOCUS_RANGE(LogicalFile.LASER_AF, "", "laser_af_range", SettingType.NUMBER),
  /** Laser autofocus: focus camera exposure time ms. */
  LASER_AUTOFOCUS_FOCUS_CAMERA_EXPOSURE_TIME_MS(
      LogicalFile.LASER_AF, "", "focus_camera_exposure_time_ms", SettingType.NUMBER),
  /** Laser autofocus: focus camera analog gain. */
  LASER_AUTOFOCUS_FOCUS_CAMERA_ANALOG_GAIN(
      LogicalFile.LASER_AF, "", "focus_camera_analog_gain", SettingType.NUMBER),
  /** Laser autofocus: spot detection mode. */
  LASER_AUTOFOCUS_SPOT_DETECTION_MODE(
      LogicalFile.LASER_AF, "", "spot_detection_mode", SpotDetection.class),
  /** Laser autofocus: y window. */
  LASER_AUTOFOCUS_Y_WINDOW(LogicalFile.LASER_AF, "", "y_window", SettingType.NUMBER),
  /** Laser autofocus: x window. */
  LASER_AUTOFOCUS_X_WINDOW(LogicalFile.LASER_AF, "", "x_window", SettingType.NUMBER),
  /** Laser autofocus: min peak width. */
  LASER_AUTOFOCUS_MIN_PEAK_WIDTH(LogicalFile.LASER_AF, "", "min_peak_width", SettingType.NUMBER),
  /** Laser autofocus: min peak distance. */
  LASER_AUTOFOCUS_MIN_PEAK_DISTANCE(
      LogicalFile.LASER_AF, "", "min_peak_distance", SettingType.NUMBER),
  /** Laser autofocus: min peak prominence. */
  LASER_AUTOFOCUS_MIN_PEAK_PROMINENCE(
      LogicalFile.LASER_AF, "", "min_peak_prominence", SettingType.NUMBER),
  /** Laser autofocus: spot spacing. */
  LASER_AUTOFOCUS_SPOT_SPACING(LogicalFile.LASER_AF, "", "spot_spacing", SettingType.NUMBER),
  /** Laser autofocus: filter sigma. */
  LASER_AUTOFOCUS_FILTER_SIGMA(LogicalFile.LASER_AF, "", "filter_sigma", SettingType.NUMBER),
  /** Laser autofocus: x reference. */
  LASER_AUTOFOCUS_X_REFERENCE(LogicalFile.LASER_AF, "", "x_reference", SettingType.NUMBER),
  /** Laser autofocus: initialize crop width. */
  LASER_AUTOFOCUS_INITIALIZE_CROP_WIDTH(
      LogicalFile.LASER_AF, "", "initialize_crop_width", SettingType.NUMBER),
  /** Laser autofocus: initialize crop height. */
  LASER_AUTOFOCUS_INITIALIZE_CROP_HEIGHT(
      LogicalFile.LASER_AF, "", "initialize_crop_height", SettingType.NUMBER),
  /** Laser autofocus: has two interfaces. */
  LASER_AUTOFOCUS_HAS_TWO_INTERFACES(
      LogicalFile.LASER_AF, "", "has_two_interfaces", SettingType.FLAG),
  /** Laser autofocus: use glass top. */
  LASER_AUTOFOCUS_USE_GLASS_TOP(LogicalFile.LASER_AF, "", "use_glass_top", SettingType.FLAG),
  /** Acquisition panel: xy enabled. */
  MULTIPOINT_XY_ENABLED(LogicalFile.CACHE_MULTIPOINT, "", "xy_enabled", SettingType.FLAG),
  /** Acquisition panel: xy mode. */
  MULTIPOINT_XY_MODE(LogicalFile.CACHE_MULTIPOINT, "", "xy_mode", XyMode.class),
  /** Acquisition panel: z enabled. */
  MULTIPOINT_Z_ENABLED(LogicalFile.CACHE_MULTIPOINT, "", "z_enabled", SettingType.FLAG),
  /** Acquisition panel: z mode. */
  MULTIPOINT_Z_MODE(LogicalFile.CACHE_MULTIPOINT, "", "z_mode", ZMode.class),
  /** Acquisition panel: time enabled. */
  MULTIPOINT_TIME_ENABLED(LogicalFile.CACHE_MULTIPOINT, "", "time_enabled", SettingType.FLAG),
  /** Acquisition panel: fov overlap. */
  MULTIPOINT_FOV_OVERLAP(LogicalFile.CACHE_MULTIPOINT, "", "fov_overlap", SettingType.NUMBER),
  /** Acquisition panel: dt. */
  MULTIPOINT_DT(LogicalFile.CACHE_MULTIPOINT, "", "dt", SettingType.NUMBER),
  /** Acquisition panel: nt. */
  MULTIPOINT_NT(LogicalFile.CACHE_MULTIPOINT, "", "nt", SettingType.NUMBER),
  /** Acquisition panel: dz. */
  MULTIPOINT_DZ(LogicalFile.CACHE_MULTIPOINT, "", "dz", SettingType.NUMBER),
  /** Acquisition panel: nz. */
  MULTIPOINT_NZ(LogicalFile.CACHE_MULTIPOINT, "", "nz", SettingType.NUMBER),
  /** Acquisition panel: number of selected channels. */
  MULTIPOINT_SELECTED_CHANNELS(
      LogicalFile.CACHE_MULTIPOINT, "", "selected_channels", SettingType.NUMBER),
  /** Acquisition panel: contrast af. */
  MULTIPOINT_CONTRAST_AF(LogicalFile.CACHE_MULTIPOINT, "", "contrast_af", SettingType.FLAG),
  /** Acquisition panel: laser af. */
  MULTIPOINT_LASER_AF(LogicalFile.CACHE_MULTIPOINT, "", "laser_af", SettingType.FLAG),
  /** Acquisition panel: autofocus mode. */
  MULTIPOINT_AUTOFOCUS_MODE(LogicalFile.CACHE_MULTIPOINT, "", "autofocus_mode", MachineWord.class),
  /** Camera as last used: binning x. */
  CAMERA_CACHE_BINNING_X(LogicalFile.CACHE_CAMERA, "", "binning_x", SettingType.NUMBER),
  /** Camera as last used: binning y. */
  CAMERA_CACHE_BINNING_Y(LogicalFile.CACHE_CAMERA, "", "binning_y", SettingType.NUMBER),
  /** Camera as last used: pixel format. */
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

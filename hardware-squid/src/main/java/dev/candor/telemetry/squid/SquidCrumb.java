package dev.candor.telemetry.squid;

import dev.candor.telemetry.Crumb;

/**
 * The templates of Squid's log. A record is reduced to the template that it fits; what stands in
 * the holes ({@code *}) is never kept.
 */
public enum SquidCrumb implements Crumb {
  /** A call of the camera. */
  CAMERA_CALL("Camera", "* -> *(*)"),
  /** Callbacks of the camera on or off. */
  CAMERA_CALLBACKS("Camera", "enable_callbacks: enabled=*"),
  /** A callback was removed. */
  CAMERA_CALLBACK_REMOVED("Camera", "Removing callback with id=* at idx=*."),
  /** The camera starts to stream. */
  CAMERA_STREAM_START("Camera", "Starting streaming thread..."),
  /** The camera stops to stream. */
  CAMERA_STREAM_STOP("Camera", "Stopping streaming..."),
  /** The settings of the camera were kept. */
  CAMERA_SETTINGS_SAVED("camera.settings_cache", "Camera settings saved: *"),
  /** A channel is set. */
  MODE_SET("LiveController", "setting microscope mode to *"),
  /** A channel was set. */
  MODE_SET_DONE("LiveController", "Done setting microscope mode."),
  /** A saving job runs. */
  JOB_RUN("JobRunner", "Running job * (waited *ms in queue)..."),
  /** A saving job returned. */
  JOB_RETURNED("JobRunner", "Job * returned in *ms. Sending result to output queue."),
  /** A result is queued. */
  JOB_RESULT_QUEUED("JobRunner", "Result for * is on output queue."),
  /** A saving job failed. */
  JOB_FAILED("JobRunner", "Job * failed! Returning exception result."),
  /** The saving process started. */
  JOB_RUNNER_STARTED("JobRunner", "JobRunner subprocess started (PID=*)"),
  /** The saving process ends. */
  JOB_RUNNER_STOPPED("JobRunner", "Shutdown request received, exiting run."),
  /** A saving job completed. */
  JOB_COMPLETED("MultiPointWorker", "Got result for job *, it completed!"),
  /** A saving job gave an error. */
  JOB_ERROR("MultiPointWorker", "Error while running job *: *"),
  /** Failed jobs end the acquisition. */
  JOBS_FAILED_ABORT(
      "MultiPointWorker",
      "Some jobs failed, aborting acquisition because abort_on_failed_job=True"),
  /** An image is taken. */
  IMAGE_ACQUIRE("MultiPointWorker", "Acquiring image: ID=*, Metadata={*}"),
  /** An image arrived. */
  IMAGE_CALLBACK("MultiPointWorker", "In Image callback for frame_id=*"),
  /** The stage moves to a position. */
  MOVE_TO_POSITION("MultiPointWorker", "moving to coordinate (*)"),
  /** The focus moves. */
  MOVE_Z("MultiPointWorker", "moving z"),
  /** It waits for images. */
  FRAMES_WAIT("MultiPointWorker", "Waiting for any outstanding frames."),
  /** It waits for saving jobs. */
  JOBS_WAIT(
      "MultiPointWorker",
      "Waiting for jobs to finish on * job runners before shutting them down..."),
  /** The saving processes are stopped. */
  JOB_RUNNERS_STOP("MultiPointWorker", "Shutting down job runners (non-blocking)..."),
  /** A plate is scanned. */
  PLATE_SCAN(
      "MultiPointWorker",
      "Plate-based scan detected (*); plate layout will be emitted on first image."),
  /** The layout of the plate is known. */
  PLATE_LAYOUT("MultiPointWorker", "Emitted plate layout: *"),
  /** Saving in processes of its own. */
  MULTIPROCESSING("MultiPointWorker", "Acquisition.USE_MULTIPROCESSING = *"),
  /** A waiting process saves. */
  JOB_RUNNER_REUSED("MultiPointWorker", "Using pre-warmed job runner for * jobs"),
  /** The overlap of images. */
  OVERLAP("MultiPointWorker", "Calculated overlap pixels: *"),
  /** A time point starts. */
  TIME_POINT_START("MultiPointWorker", "multipoint acquisition - time point *"),
  /** A time point ended. */
  TIME_POINT_DONE("MultiPointWorker", "Single time point took: * [s]"),
  /** How long it took. */
  ACQUISITION_TIME("MultiPointWorker", "Time taken for acquisition: *"),
  /** How long it took with processing. */
  ACQUISITION_PROCESSING_TIME("MultiPointWorker", "Time taken for acquisition/processing: * [s]"),
  /** A person or an error ends it. */
  ABORT_REQUESTED("MultiPointWorker", "In run, abort_acquisition_requested=*"),
  /** A table of times. */
  TIMINGS("MultiPointWorker", "Timings For *"),
  /** The disk is full. */
  NO_SPACE("MultiPointWorker", "[Errno 28] No space left on device"),
  /** An acquisition starts. */
  ACQUISITION_START("MultiPointController", "start multipoint"),
  /** A saving process is made ready. */
  JOB_RUNNER_WARM_UP("MultiPointController", "Pre-warming job runner subprocess..."),
  /** A waiting process is stopped. */
  JOB_RUNNER_COOL_DOWN("MultiPointController", "Shutting down pre-warmed job runner..."),
  /** How many positions. */
  FOV_COUNT("MultiPointController", "num fovs: *"),
  /** How many regions. */
  REGION_COUNT("MultiPointController", "num regions: *"),
  /** The regions are listed. */
  REGION_IDS("MultiPointController", "region ids: *"),
  /** The regions are placed. */
  REGION_CENTERS("MultiPointController", "region centers: *"),
  /** An acquisition ended. */
  ACQUISITION_COMPLETED(
      "MultiPointController", "MultiPointController._on_acquisition_completed called"),
  /** How long it took with the way back. */
  ACQUISITION_TOTAL_TIME(
      "MultiPointController", "total time for acquisition + processing + reset: *"),
  /** The stage moves back. */
  MOVE_BACK("MultiPointController", "Moving back to start position: *"),
  /** A command to the controller. */
  COMMAND_SEND("Microcontroller", "[MCU] >>> sending command *, type=*"),
  /** A command was done. */
  COMMAND_DONE("Microcontroller", "[MCU] <<< command * (*) complete (took *ms)"),
  /** An answer to another command. */
  COMMAND_ACK_EARLY(
      "Microcontroller", "[MCU] !!! received ack for command *, but waiting for command *"),
  /** The light is set. */
  ILLUMINATION_SET("Microcontroller", "[MCU] set_illumination: source=*, intensity=*"),
  /** The light is on. */
  ILLUMINATION_ON("Microcontroller", "[MCU] turn_on_illumination"),
  /** The light is off. */
  ILLUMINATION_OFF("Microcontroller", "[MCU] turn_off_illumination"),
  /** All lights are off. */
  PORTS_OFF("Microcontroller", "[MCU] turn_off_all_ports"),
  /** The watchdog of the light is set. */
  WATCHDOG_SET("Microcontroller", "[MCU] set_watchdog_timeout: *"),
  /** The heartbeat to the controller starts. */
  HEARTBEAT_START("Microcontroller", "[MCU] Heartbeat started: *"),
  /** The heartbeat to the controller stops. */
  HEARTBEAT_STOP("Microcontroller", "[MCU] Heartbeat stopped"),
  /** The controller is set up. */
  CONTROLLER_RESET_START("Microcontroller", "Resetting and initializing microcontroller."),
  /** The controller is reset. */
  CONTROLLER_RESET("Microcontroller", "reset the microcontroller"),
  /** The motors are set up. */
  DRIVERS_INITIALIZE("Microcontroller", "initialize the drivers"),
  /** The controller's version is known. */
  FIRMWARE_VERSION("Microcontroller", "Detected firmware version: *"),
  /** A limit of the stage is set. */
  STAGE_LIMIT_SET("Microcontroller", "Set lim: limit_code=*, usteps=*"),
  /** A move was cut at a limit. */
  STAGE_CLAMPED("CephlaStage", "Clamped * move target * mm to soft limit * mm."),
  /** The limits of the stage are set. */
  STAGE_LIMITS("Microscope", "Setting stage limits: *"),
  /** The stage makes room for homing. */
  HOMING_PREPARE(
      "Microscope", "Moving y+*, then x->home->+* to make sure system is clear for homing."),
  /** The stage finds its home. */
  HOMING("Microscope", "Homing the * ax*s..."),
  /** The watchdog of the light is on. */
  LIGHT_WATCHDOG("Microscope", "Illumination watchdog enabled: *"),
  /** A profile is made. */
  PROFILE_NONE("Microscope", "No profiles found, creating '*' profile"),
  /** Another profile. */
  PROFILE_SWITCHED("config.repository", "Switched to profile: *"),
  /** A profile was made. */
  PROFILE_CREATED("config.repository", "Created profile: *"),
  /** A profile was filled. */
  PROFILE_DEFAULTS("config.repository", "Generated default configs for profile '*'"),
  /** A configuration was written. */
  CONFIG_SAVED("config.repository", "Saved config to *"),
  /** A configuration is missing. */
  CONFIG_MISSING("config.repository", "Config file not found: *"),
  /** No regions. */
  REGIONS_CLEARED("ScanCoordinates", "Cleared All Regions"),
  /** A region was added. */
  REGION_ADDED("ScanCoordinates", "Added Flexible Region: *"),
  /** A folder is made. */
  DIRECTORY_ENSURED("control.utils", "Making sure directory '*' exists."),
  /** A timer is made. */
  TIMER_CREATED("TimingManager", "Creating timer=* for manager=*"),
  /** A timer starts. */
  TIMER_STARTED("Timer", "Starting name=*"),
  /** A timer stops. */
  TIMER_STOPPED("Timer", "Stopping name=* with elapsed=* [s]"),
  /** Memory in use. */
  MEMORY("MemoryProfiler", "[MEM] *: process=*MB"),
  /** Memory is watched. */
  MEMORY_MONITOR("MemoryMonitor.worker", "Memory monitor started (*)"),
  /** A report of memory. */
  MEMORY_REPORT("MemoryMonitor.worker", "[MEM] * REPORT: *"),
  /** The machine file is read. */
  CONFIG_LOAD("control._def", "load machine-specific configuration"),
  /** A value of the machine file. */
  CONFIG_LOADED("control._def", "Loaded *=* from config"),
  /** A log file is opened. */
  LOG_FILE_OPENED("squid.logging", "Adding new file handler writing to file '*'"),
  /** A log file could not be closed. */
  LOG_FILE_CLOSE_FAILED("squid.logging", "Failed to close handler *"),
  /** The version of the program. */
  REPOSITORY_STATE("", "Squid Repository State: * (dirty=*)"),
  /** An error that nobody caught. */
  UNCAUGHT("", "Uncaught Exception!"),
  /** A record that no template fits. */
  OTHER("", "");

  @SuppressWarnings("ImmutableEnumChecker") // its list is a copy that nobody can change
  private final LogTemplate template;

  SquidCrumb(String logger, String pattern) {
    this.template = LogTemplate.of(logger, pattern);
  }

  /** Returns the template that a record fits, or {@link #OTHER}. */
  static SquidCrumb of(LogRecord record) {
    for (SquidCrumb crumb : values()) {
      if (crumb != OTHER && crumb.template.matches(record)) {
        return crumb;
      }
    }
    return OTHER;
  }
}

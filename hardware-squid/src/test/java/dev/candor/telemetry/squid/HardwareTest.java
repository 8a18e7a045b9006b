package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.RunEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardwareTest {
  @TempDir Path folder;

  @Test
  @Tag("SQ-37")
  void of_fullMachine_namesEveryPart() throws IOException {
    DeviceConnect device =
        device(
            """
            [GENERAL]
            camera_type = Hamamatsu
            main_camera_model = C15440-20UP
            support_laser_autofocus = True
            focus_camera_type = Default
            use_prior_stage = True
            prior_stage_sn = "AQ0427ZH"
            z_motor_config = "STEPPER + PIEZO"  # "STEPPER"
            use_emission_filter_wheel = True
            emission_filter_wheel_type = "ZABER"
            enable_spinning_disk_confocal = True
            use_ldi_serial_control = True
            use_xeryon = True
            run_fluidics = True
            """);

    assertThat(device.camera()).isEqualTo(CameraType.HAMAMATSU);
    assertThat(device.cameraModel()).isEqualTo(CameraModel.C15440_20UP);
    assertThat(device.focusCamera()).isEqualTo(CameraType.DEFAULT);
    assertThat(device.stage()).isEqualTo(StageType.PRIOR);
    assertThat(device.zDrive()).isEqualTo(ZDrive.STEPPER_PIEZO);
    assertThat(device.filterWheel()).isEqualTo(FilterWheelType.ZABER);
    assertThat(device.confocal()).isEqualTo(ConfocalType.XLIGHT);
    assertThat(device.objectiveChanger()).isEqualTo(ObjectiveChangerType.XERYON);
    assertThat(device.lights()).containsExactly(LightSourceType.LDI);
    assertThat(device.addons()).containsExactly(Addon.LASER_AUTOFOCUS, Addon.FLUIDICS);
  }

  @Test
  @Tag("SQ-37")
  @Tag("P4")
  void of_unknownValues_areOther() throws IOException {
    DeviceConnect device =
        device(
            """
            [GENERAL]
            camera_type = Smithcam
            main_camera_model = 12769710
            use_emission_filter_wheel = True
            emission_filter_wheel_type = bobs wheel
            z_motor_config = a spring
            use_dragonfly = True
            enable_spinning_disk_confocal = True
            use_objective_turret = True
            """);

    assertThat(device.camera()).isEqualTo(CameraType.OTHER);
    assertThat(device.cameraModel()).isEqualTo(CameraModel.OTHER);
    assertThat(device.filterWheel()).isEqualTo(FilterWheelType.OTHER);
    assertThat(device.zDrive()).isEqualTo(ZDrive.OTHER);
    assertThat(device.confocal()).isEqualTo(ConfocalType.DRAGONFLY);
    assertThat(device.objectiveChanger()).isEqualTo(ObjectiveChangerType.TURRET);
  }

  @Test
  @Tag("SQ-37")
  void of_emptyMachine_saysNone() throws IOException {
    DeviceConnect device = device("[GENERAL]\nuse_optospin_emission_filter_wheel = True");

    assertThat(device.camera()).isEqualTo(CameraType.NONE);
    assertThat(device.zDrive()).isEqualTo(ZDrive.UNKNOWN);
    assertThat(device.filterWheel()).isEqualTo(FilterWheelType.OPTOSPIN);
    assertThat(device.lights()).containsExactly(LightSourceType.SQUID_LASERS);
  }

  @ParameterizedTest
  @CsvSource({
    "True, True, SIMULATION",
    "True, False, MIXED",
    "False, False, PRODUCTION",
    "1, x, UNKNOWN"
  })
  @Tag("SQ-36")
  @Tag("SQ-56")
  void environment_flags_decide(String camera, String stage, RunEnvironment environment)
      throws IOException {
    Path ini =
        Files.writeString(
            folder.resolve("configuration_a.ini"),
            "[SIMULATION]\nsimulate_camera = "
                + camera
                + "\nsimulate_microcontroller = "
                + stage
                + "\n");

    assertThat(Hardware.environment(SnapshotReader.create().read(ini.getParent())))
        .isEqualTo(environment);
  }

  private DeviceConnect device(String ini) throws IOException {
    Files.writeString(folder.resolve("configuration_a.ini"), ini);
    return Hardware.of(SnapshotReader.create().read(folder), RunEnvironment.UNKNOWN);
  }
}

package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.SettingValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSnapshotTest {
  private static final Path CONFIG = Fixtures.RECORDINGS.resolve("config");

  @TempDir Path folder;
  private final SnapshotReader reader = SnapshotReader.create();

  @Test
  @Tag("SQ-25")
  @Tag("SQ-76")
  void read_recordedConfiguration_takesItsFiles() {
    ConfigSnapshot snapshot = reader.read(CONFIG);

    assertThat(snapshot.files())
        .containsExactly(
            LogicalFile.INI,
            LogicalFile.CHANNEL_CONFIGS,
            LogicalFile.ILLUMINATION,
            LogicalFile.CACHE_CAMERA);
    assertThat(snapshot.unreadable()).isZero();
    assertThat(snapshot.get(SquidSetting.CAMERA_TYPE))
        .isEqualTo(SettingValue.choice(CameraType.TOUPCAM));
    assertThat(snapshot.get(SquidSetting.WELLPLATE_FORMAT))
        .isEqualTo(SettingValue.choice(WellplateFormat.WELLS_384));
    assertThat(snapshot.get(SquidSetting.ENCODER_STEP_SIZE_X_MM))
        .isEqualTo(SettingValue.number(0.0001));
    assertThat(snapshot.get(SquidSetting.CAMERA_CACHE_BINNING_X)).isEqualTo(SettingValue.number(2));
    assertThat(snapshot.values())
        .containsEntry(
            new SettingAddress(
                ObjectiveName.X20,
                ChannelName.FLUORESCENCE_405_NM_EX,
                0,
                SquidSetting.CHANNEL_EXPOSURE_TIME_MS),
            SettingValue.number(20));
  }

  @Test
  @Tag("SQ-23")
  @Tag("SQ-28")
  @Tag("SQ-76")
  void read_everyKindOfFile_hasTheSixPartsOfTheShape() throws IOException {
    Path all = copy(CONFIG);
    Path lab = Fixtures.FILES.resolve("allenlab-2026-02");
    place(lab.resolve("cache/multipoint_widget_config.yaml"), all.resolve("cache"));
    place(
        lab.resolve("software/user_profiles/default_profile/laser_af_configs/20x.yaml"),
        all.resolve("user_profiles/default/laser_af_configs"));

    ConfigSnapshot snapshot = reader.read(all);

    assertThat(snapshot.files()).isEqualTo(EnumSet.allOf(LogicalFile.class));
    assertThat(snapshot.get(SquidSetting.MULTIPOINT_XY_MODE))
        .isEqualTo(SettingValue.choice(XyMode.SELECT_WELLS));
    assertThat(snapshot.get(SquidSetting.MULTIPOINT_SELECTED_CHANNELS))
        .isEqualTo(SettingValue.number(1));
    assertThat(snapshot.values())
        .containsEntry(
            new SettingAddress(
                ObjectiveName.X20,
                ChannelName.NONE,
                0,
                SquidSetting.LASER_AUTOFOCUS_SPOT_DETECTION_MODE),
            SettingValue.choice(SpotDetection.SINGLE));
  }

  @Test
  @Tag("SQ-20")
  void read_olderGenerations_takesTheSameSettings() throws IOException {
    Path older = Files.createDirectories(folder.resolve("older"));
    place(
        Fixtures.FILES.resolve("octopi-history-2022-11/software/channel_config_main_camera.xml"),
        older);
    Path json = Files.createDirectories(folder.resolve("json"));
    place(
        Fixtures.FILES.resolve("octopi-history-2022-12/software/channel_config_main_camera.json"),
        json);

    assertThat(exposure(reader.read(older), ObjectiveName.NONE)).isEqualTo(SettingValue.number(9));
    assertThat(exposure(reader.read(json), ObjectiveName.NONE)).isEqualTo(SettingValue.number(5));
  }

  @Test
  @Tag("SQ-20")
  void read_channelsByName_takesTheSameSettings() throws IOException {
    Path settings = folder.resolve("acquisition_configurations/Somebody/10x/channel_settings.json");
    Files.createDirectories(settings.getParent());
    Files.writeString(
        settings, "{\"Fluorescence 405 nm Ex\": {\"exposure_time\": 7, \"confocal\": true}}");

    assertThat(exposure(reader.read(folder), ObjectiveName.X10)).isEqualTo(SettingValue.number(7));
  }

  @Test
  @Tag("SQ-22")
  @Tag("SQ-65")
  void read_laserAutofocusWithPicture_takesNothingOfThePicture() throws IOException {
    Path laser = folder.resolve("acquisition_configurations/default_profile");
    Path source =
        Fixtures.FILES.resolve("allenlab-2026-03/acquisition_configurations/default_profile");
    place(source.resolve("60x/laser_af_settings.json"), laser.resolve("60x"));

    ConfigSnapshot snapshot = reader.read(folder);

    assertThat(snapshot.values()).hasSizeGreaterThan(20);
    assertThat(snapshot.values().toString()).doesNotContainPattern("[A-Za-z0-9+/]{65,}");
  }

  @Test
  @Tag("SQ-19")
  @Tag("SQ-63")
  @Tag("SQ-64")
  @Tag("P4")
  void read_everyMachineFile_takesNoSerialNumberAndNoPath() throws IOException {
    List<String> identities =
        List.of(
            "12769710",
            "A10MNGD0",
            "AQ0427ZH",
            "A10OOYEE",
            "95130303033351E02050",
            "CXM24B097",
            "AB0PKT2R",
            "A10MNX9N",
            "11987",
            "prakashlab",
            "Downloads",
            "model",
            "merfish");
    StringBuilder all = new StringBuilder();
    for (Path file : Fixtures.configurationFiles()) {
      if (file.toString().endsWith(".ini")) {
        Path one = Files.createTempDirectory(folder, "one");
        place(file, one);
        all.append(reader.read(one).values());
      }
    }

    assertThat(all).hasSizeGreaterThan(100_000);
    assertThat(identities)
        .allSatisfy(identity -> assertThat(all.toString().contains(identity)).isFalse());
  }

  @Test
  @Tag("SQ-25")
  void hash_otherOrderCommentsAndFormat_isTheSame() throws IOException {
    Path other = copy(CONFIG);
    Path ini = other.resolve("configuration_Squid+.ini");
    List<String> general = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (String line : Files.readAllLines(ini)) {
      boolean inRest = !rest.isEmpty() || line.startsWith("[CAMERA_CONFIG]");
      (inRest ? rest : general).add(line.replace(" = ", ":"));
    }
    String header = general.remove(0);
    Collections.reverse(general);
    Files.writeString(
        ini,
        "# moved\r\n"
            + header.toLowerCase(Locale.ROOT)
            + "\r\n"
            + String.join("\r\n", general)
            + "\r\n"
            + String.join("\r\n", rest));

    assertThat(reader.read(other).hash()).isEqualTo(reader.read(CONFIG).hash()).hasSize(64);
    assertThat(reader.read(Fixtures.RECORDINGS.resolve("config-changed")).hash())
        .isNotEqualTo(reader.read(CONFIG).hash());
  }

  @Test
  @Tag("SQ-24")
  @Tag("P4")
  void read_secretsBesideTheCache_neverOpensThem() throws IOException {
    Path all = copy(CONFIG);
    List<String> secrets =
        List.of("slack_settings.yaml", "claude_api_key.yaml", "last_saving_path.txt");
    for (String secret : secrets) {
      Files.writeString(all.resolve("cache").resolve(secret), "token: xoxb-secret");
    }
    List<String> opened = Collections.synchronizedList(new ArrayList<>());

    SnapshotReader.with(
            path -> {
              opened.add(path.getFileName().toString());
              return Files.newInputStream(path);
            })
        .read(all);

    assertThat(opened)
        .hasSizeGreaterThan(8)
        .doesNotContainAnyElementsOf(secrets)
        .allMatch(name -> name.endsWith(".ini") || name.endsWith(".yaml"));
  }

  @Test
  @Tag("SQ-29")
  void read_brokenFiles_countsThemAndTakesTheRest() throws IOException {
    Path broken = copy(CONFIG);
    place(
        Fixtures.FILES.resolve(
            "octopi-history-2024-06/software/configurations/configuration_HCS_v2.ini"),
        broken);
    Files.delete(broken.resolve("configuration_Squid+.ini"));
    Files.writeString(broken.resolve("cache/camera_settings.yaml"), "binning: [2");

    ConfigSnapshot snapshot = reader.read(broken);

    assertThat(snapshot.unreadable()).isEqualTo(2);
    assertThat(snapshot.files())
        .containsExactly(LogicalFile.CHANNEL_CONFIGS, LogicalFile.ILLUMINATION);
  }

  @Test
  @Tag("SQ-19")
  void read_severalMachineFiles_takesTheOneTheProgramChose() throws IOException {
    Path several = copy(CONFIG);
    Path second = several.resolve("configuration_other.ini");
    Files.writeString(second, "[GENERAL]\ncamera_type = FLIR\n");

    assertThat(reader.read(several).get(SquidSetting.CAMERA_TYPE))
        .isEqualTo(SettingValue.choice(CameraType.TOUPCAM));
    Files.writeString(
        several.resolve("cache/config_file_path.txt"), "C:\\Users\\x\\configuration_other.ini");
    assertThat(reader.read(several).get(SquidSetting.CAMERA_TYPE))
        .isEqualTo(SettingValue.choice(CameraType.FLIR));
    Files.delete(several.resolve("cache/config_file_path.txt"));
    assertThat(reader.read(several).files()).doesNotContain(LogicalFile.INI);
  }

  @Test
  @Tag("SQ-29")
  void read_emptyFolder_isAnEmptySnapshot() {
    ConfigSnapshot snapshot = reader.read(folder);

    assertThat(snapshot.values()).isEmpty();
    assertThat(snapshot.event().files()).isEmpty();
  }

  @Test
  void settings_ofTheSnapshotEvent_areSettingsOfTheSnapshot() {
    assertThat(Arrays.stream(SnapshotSetting.values()).map(SnapshotSetting::setting))
        .doesNotHaveDuplicates();
  }

  private static SettingValue exposure(ConfigSnapshot snapshot, ObjectiveName objective) {
    return snapshot
        .values()
        .get(
            new SettingAddress(
                objective,
                ChannelName.FLUORESCENCE_405_NM_EX,
                0,
                SquidSetting.CHANNEL_EXPOSURE_TIME_MS));
  }

  private Path copy(Path source) throws IOException {
    Path target = Files.createTempDirectory(folder, "copy");
    try (Stream<Path> all = Files.walk(source)) {
      for (Path path : all.toList()) {
        Path to = target.resolve(source.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(to);
        } else {
          Files.write(to, Files.readAllBytes(path));
        }
      }
    }
    return target;
  }

  private static void place(Path file, Path into) throws IOException {
    Files.createDirectories(into);
    Files.write(into.resolve(file.getFileName()), Files.readAllBytes(file));
  }
}

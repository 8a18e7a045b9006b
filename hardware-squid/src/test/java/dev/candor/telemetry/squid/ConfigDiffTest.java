package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.SettingValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("SQ-31")
@Tag("SQ-77")
class ConfigDiffTest {
  @TempDir Path folder;

  @Test
  @Tag("SQ-54")
  void between_equalSnapshots_isNoChange() throws IOException {
    assertThat(diff("a = 1\nis_hcs = True", "is_hcs=True # same\na = 2")).isEmpty();
  }

  @Test
  void between_addedRemovedChanged_tellsOldAndNew() throws IOException {
    assertThat(
            diff("is_hcs = True\ntube_lens_mm = 50", "tube_lens_mm = 180\nenable_tracking = False"))
        .containsExactlyInAnyOrder(
            change(
                SquidSetting.IS_HCS,
                ChangeKind.REMOVED,
                SettingValue.flag(true),
                SettingValue.absent()),
            change(
                SquidSetting.TUBE_LENS_MM,
                ChangeKind.CHANGED,
                SettingValue.number(50),
                SettingValue.number(180)),
            change(
                SquidSetting.ENABLE_TRACKING,
                ChangeKind.ADDED,
                SettingValue.absent(),
                SettingValue.flag(false)));
  }

  @Test
  void between_otherType_isTypeChange() throws IOException {
    assertThat(diff("is_hcs = True", "is_hcs = sometimes"))
        .containsExactly(
            change(
                SquidSetting.IS_HCS,
                ChangeKind.TYPE_CHANGED,
                SettingValue.flag(true),
                SettingValue.choice(SpecialValue.OTHER)));
  }

  @Test
  void between_valueAndNone_isChange() throws IOException {
    assertThat(diff("flip_image = None", "flip_image = Both"))
        .containsExactly(
            change(
                SquidSetting.FLIP_IMAGE,
                ChangeKind.CHANGED,
                SettingValue.choice(SpecialValue.NONE),
                SettingValue.choice(ImageFlip.BOTH)));
  }

  @Test
  @Tag("SQ-26")
  @Tag("SQ-30")
  @Tag("SQ-58")
  void between_nestedValueOfOneChannel_tellsFileObjectiveChannelAndKey() {
    SnapshotReader reader = SnapshotReader.create();

    List<ConfigChange> changes =
        ConfigDiff.between(
            reader.read(Fixtures.RECORDINGS.resolve("config")),
            reader.read(Fixtures.RECORDINGS.resolve("config-changed")));

    assertThat(changes)
        .containsExactly(
            change(
                SquidSetting.SUPPORT_LASER_AUTOFOCUS,
                ChangeKind.CHANGED,
                SettingValue.flag(true),
                SettingValue.flag(false)),
            new ConfigChange(
                LogicalFile.CHANNEL_CONFIGS,
                ObjectiveName.X20,
                ChannelName.FLUORESCENCE_405_NM_EX,
                SquidSetting.CHANNEL_EXPOSURE_TIME_MS,
                ChangeKind.CHANGED,
                SettingValue.number(20),
                SettingValue.number(50)));
  }

  @Test
  @Tag("SQ-29")
  void between_fileThatCannotBeRead_isNoChange() throws IOException {
    assertThat(diff("is_hcs = True", "is_hcs = True\nis_hcs")).isEmpty();
    assertThat(diff("is_hcs", "is_hcs = True")).isEmpty();
  }

  @Test
  @Tag("SQ-64")
  void between_settingsThatMayNotBeTold_isNoChange() throws IOException {
    assertThat(
            diff(
                "default_saving_path = /home/alice\ncontroller_sn = 12769710",
                "default_saving_path = /home/bob\ncontroller_sn = 12769711"))
        .isEmpty();
  }

  private List<ConfigChange> diff(String before, String after) throws IOException {
    SnapshotReader reader = SnapshotReader.create();
    return ConfigDiff.between(reader.read(ini(before)), reader.read(ini(after)));
  }

  private Path ini(String general) throws IOException {
    Path installation = Files.createTempDirectory(folder, "installation");
    Files.writeString(installation.resolve("configuration_a.ini"), "[GENERAL]\n" + general);
    return installation;
  }

  private static ConfigChange change(
      SquidSetting key, ChangeKind kind, SettingValue before, SettingValue after) {
    return new ConfigChange(
        LogicalFile.INI, ObjectiveName.NONE, ChannelName.NONE, key, kind, before, after);
  }
}

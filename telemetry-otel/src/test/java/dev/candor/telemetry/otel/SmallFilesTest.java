package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFilesTest {
  @TempDir Path folder;

  @Test
  void readString_exactlyTheMost_isReadWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "größe");

    assertThat(SmallFiles.readString(file, 7)).isEqualTo("größe");
  }

  @Test
  void read_oneByteMore_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "12345678");

    assertThatIOException().isThrownBy(() -> SmallFiles.read(file, 7));
  }

  @Test
  void read_missing_isToldFromUnreadable() {
    assertThatIOException()
        .isThrownBy(() -> SmallFiles.read(folder.resolve("none"), 7))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void read_folder_isDamagedRatherThanUnreadable() {
    assertThatIOException()
        .isThrownBy(() -> SmallFiles.read(folder, 7))
        .isNotInstanceOf(FileSystemException.class);
  }

  @Test
  void readString_notUtf8_isRefused() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {'"', (byte) 0xff, '"'});

    assertThatIOException()
        .isThrownBy(() -> SmallFiles.readString(file, 7))
        .isInstanceOf(CharacterCodingException.class);
  }
}

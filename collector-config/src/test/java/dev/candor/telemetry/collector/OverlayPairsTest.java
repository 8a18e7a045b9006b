package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The overlays that come with this module in every pair, as they are written. No Collector reads
 * them, so that ClickHouse, which our distribution does not have, is among them; {@link OverlaysIT}
 * has the others read.
 */
@Tag("P4")
class OverlayPairsTest {
  private static final Path FOLDER = Path.of("collector");
  private static final JsonNode BASE = read(CollectorFiles.BASE).merged();

  static List<Arguments> pairs() {
    List<CollectorFiles> overlays = new ArrayList<>(List.of(CollectorFiles.values()));
    overlays.remove(CollectorFiles.BASE);
    List<Arguments> pairs = new ArrayList<>();
    for (int i = 0; i < overlays.size(); i++) {
      for (CollectorFiles other : overlays.subList(i + 1, overlays.size())) {
        pairs.add(Arguments.of(overlays.get(i), other));
      }
    }
    return pairs;
  }

  private static ConfigFiles read(CollectorFiles... files) {
    return ConfigFiles.read(Stream.of(files).map(file -> FOLDER.resolve(file.file())).toList());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void faults_pairAsWritten_areNone(CollectorFiles one, CollectorFiles other) {
    ConfigFiles files = read(CollectorFiles.BASE, one, other);
    JsonNode merged = files.merged();

    List<ConfigFault> faults = new ArrayList<>(ConfigRules.faults(merged));
    faults.addAll(MergedConfig.of(merged).faultsAgainst(BASE));
    files.sources().forEach(source -> faults.addAll(SecretRules.faults(source.tree())));

    assertThat(files.unreadable()).isEmpty();
    assertThat(faults).isEmpty();
  }

  /** Otherwise one would take away what the other has written. */
  @ParameterizedTest
  @MethodSource("pairs")
  void merged_pairInEitherOrder_isTheSame(CollectorFiles one, CollectorFiles other) {
    assertThat(read(one, other).merged()).isEqualTo(read(other, one).merged());
  }
}

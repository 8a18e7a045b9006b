package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P4")
@Tag("SQ-64")
class PythonModulesTest {
  @ParameterizedTest
  @CsvSource({
    "/home/alice/Desktop/Squid/software/control/core/job_processing.py, control.core.job_processing, true",
    "/home/alice/Desktop/Squid/software/main_hcs.py, main_hcs, true",
    "C:\\Users\\alice\\Squid\\software\\control\\x.py, control.x, true",
    "C:\\\\Users\\\\alice\\\\Squid\\\\software\\\\control\\\\x.py, control.x, true",
    "/home/alice/.local/lib/python3.11/site-packages/imageio/v2.py, imageio.v2, false",
    "/home/alice/venv/lib/python3.9/site-packages/foo-1.0-py3.9.egg/foo/x.py, foo.x, false",
    "/usr/lib/python3/dist-packages/yaml/__init__.py, yaml, false",
    "/usr/lib/python3.11/threading.py, threading, false",
    "/usr/lib/python3.11/lib-dynload/_json.cpython-311-x86_64-linux-gnu.so, _json, false",
    "/usr/local/lib/python311.zip/threading.pyc, threading, false",
    "C:\\Users\\alice\\AppData\\Local\\Programs\\Python\\Python311\\Lib\\json\\decoder.py, json.decoder, false",
    "/Users/alice/miniconda3/envs/alice/lib/python3.10/asyncio/base_events.py, asyncio.base_events, false",
    "control/core.py, control.core, true",
    "squid/stage/utils.py, squid.stage.utils, true",
    "<frozen importlib._bootstrap>, importlib._bootstrap, false",
    "<frozen alice smith>, unknown, false",
    "<string>, <string>, true",
    "<ipython-input-3-patient0042>, <generated>, false",
  })
  void of_knownRoot_keepsWhatLiesBehindIt(String path, String name, boolean inApp) {
    assertThat(of(path)).isEqualTo(new PythonModules.Module(name, inApp));
  }

  @ParameterizedTest
  @CsvSource({
    "/home/alice/alice_smith.py, unknown",
    "/home/alice/src/alice_project/run.py, run",
    "/home/alice/src/alice_project/analysis.py, unknown",
    "/home/alice/software/patient_0042.py, unknown",
    "/home/alice/Documents/src/smithlab/analysis.py, unknown",
    "/home/alice/x/src/patient_0042/analysis.py, unknown",
    "/home/alice/x/src/Smith Lab/analysis.py, unknown",
    "D:\\src\\smithlab\\analysis.py, unknown",
    "patient_0042.py, unknown",
    "home/alice/x.py, unknown",
    "Smith/x.py, unknown",
    "smith lab/x.py, unknown",
    "../smith/x.py, unknown",
    "./main.py, main",
    "'', unknown",
    "///, unknown",
    "/x/site-packages/, unknown",
    "/x/site-packages/Ärger.py, unknown",
  })
  void of_noRoot_leaksNoName(String path, String name) {
    assertThat(of(path).name()).isEqualTo(name);
  }

  private static PythonModules.Module of(String path) {
    return new PythonModules(Set.of()).of(path);
  }
}

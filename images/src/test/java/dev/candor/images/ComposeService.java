package dev.candor.images;

import static dev.candor.images.ComposeFile.mapping;
import static dev.candor.images.ComposeFile.words;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One service of a compose file, with everything that it says.
 *
 * @param command empty for the image's own
 * @param memory bytes
 */
record ComposeService(
    String image,
    List<String> command,
    Map<String, String> environment,
    List<Port> ports,
    List<Mount> mounts,
    List<String> networks,
    boolean readOnly,
    List<String> capDrop,
    List<String> securityOpt,
    long memory,
    long pids,
    Duration stopGrace,
    String restart,
    Map<?, ?> logging) {
  private static final Set<String> KEYS =
      Set.of(
          "image",
          "command",
          "environment",
          "ports",
          "volumes",
          "networks",
          "read_only",
          "cap_drop",
          "security_opt",
          "mem_limit",
          "pids_limit",
          "stop_grace_period",
          "restart",
          "logging");

  /** What is published: a port of the container at an address and port of the machine. */
  record Port(String address, int published, int container) {
    static Port of(String text) {
      String[] parts = text.split(":");
      if (parts.length != 3) {
        throw new AssertionError("a port needs an address, or it is open to the network");
      }
      return new Port(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
  }

  /** A volume of a name, or a path of the machine. */
  record Mount(String type, String source, String target, boolean readOnly) {
    static Mount of(Map<?, ?> mount, Path folder) {
      String type = String.valueOf(mount.get("type"));
      String source = String.valueOf(mount.get("source"));
      return new Mount(
          type,
          type.equals("bind") ? folder.resolve(source).normalize().toString() : source,
          String.valueOf(mount.get("target")),
          Boolean.TRUE.equals(mount.get("read_only")));
    }
  }

  static ComposeService of(Map<?, ?> service, Path folder, Map<String, String> outside) {
    if (!KEYS.containsAll(service.keySet())) {
      throw new AssertionError("a service of compose.yaml has keys that no test looks at");
    }
    Object command = service.get("command");
    return new ComposeService(
        String.valueOf(service.get("image")),
        command == null ? List.of() : Arrays.asList(command.toString().trim().split("\\s+")),
        environment(mapping(service.get("environment")), outside),
        words(service.get("ports")).stream().map(Port::of).toList(),
        mounts(service.get("volumes"), folder),
        words(service.get("networks")),
        Boolean.TRUE.equals(service.get("read_only")),
        words(service.get("cap_drop")),
        words(service.get("security_opt")),
        mebibytes(String.valueOf(service.get("mem_limit"))) << 20,
        ((Number) service.get("pids_limit")).longValue(),
        Duration.parse("PT" + service.get("stop_grace_period")),
        String.valueOf(service.get("restart")),
        mapping(service.get("logging")));
  }

  // A name without a value is passed on from outside, if it is there.
  private static Map<String, String> environment(Map<?, ?> given, Map<String, String> outside) {
    Map<String, String> environment = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          String text = value == null ? outside.get(name.toString()) : value.toString();
          if (text != null) {
            environment.put(name.toString(), text);
          }
        });
    return environment;
  }

  private static List<Mount> mounts(Object volumes, Path folder) {
    List<Mount> mounts = new ArrayList<>();
    if (volumes instanceof List<?> list) {
      list.forEach(volume -> mounts.add(Mount.of(mapping(volume), folder)));
    }
    return mounts;
  }

  private static long mebibytes(String text) {
    if (!text.matches("[1-9][0-9]*m")) {
      throw new AssertionError("mem_limit must be given, in m");
    }
    return Long.parseLong(text.substring(0, text.length() - 1));
  }
}

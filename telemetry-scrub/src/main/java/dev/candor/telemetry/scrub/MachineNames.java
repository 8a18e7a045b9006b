package dev.candor.telemetry.scrub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the system itself calls this machine: host name, network and hardware addresses. Read from
 * the kernel; no name server is asked. What cannot be read is left out.
 */
final class MachineNames {
  private static final List<Path> HOST_FILES =
      List.of(Path.of("/proc/sys/kernel/hostname"), Path.of("/etc/hostname"));

  private MachineNames() {}

  /** The host name where the system keeps it in a file. */
  static Optional<String> host() {
    return HOST_FILES.stream()
        .map(MachineNames::firstLine)
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /** The addresses of every interface that leads somewhere. */
  static List<InetAddress> addresses() {
    List<InetAddress> addresses = new ArrayList<>();
    for (NetworkInterface one : interfaces()) {
      Collections.list(one.getInetAddresses()).stream()
          .filter(address -> !address.isLoopbackAddress())
          .forEach(addresses::add);
    }
    return addresses;
  }

  /** The hardware address of every interface that has one. */
  static List<byte[]> hardware() {
    List<byte[]> found = new ArrayList<>();
    for (NetworkInterface one : interfaces()) {
      byte[] address = hardware(one);
      if (address != null && address.length == 6) {
        found.add(address);
      }
    }
    return found;
  }

  private static byte @Nullable [] hardware(NetworkInterface one) {
    try {
      return one.getHardwareAddress();
    } catch (SocketException e) {
      return null;
    }
  }

  private static List<NetworkInterface> interfaces() {
    try {
      return Collections.list(NetworkInterface.getNetworkInterfaces());
    } catch (SocketException e) {
      return List.of();
    }
  }

  private static String firstLine(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }
}

package dev.candor.images;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.PortBinding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.ToStringConsumer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;

/**
 * Containers as {@code compose.yaml} describes them, with volumes and a network of their own.
 * Closing it removes them all.
 */
final class ComposeStack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, WaitStrategy> READY =
      Map.of(
          "collector", Wait.forLogMessage(".*Everything is ready.*\\n", 1),
          "gateway", Wait.forLogMessage(".*gateway\\.ready.*\\n", 1));

  private final String name = "candor-" + UUID.randomUUID();
  private final DockerClient docker = DockerClientFactory.instance().client();
  private final Network network = Network.newNetwork();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, GenericContainer<?>> running = new HashMap<>();

  /** Starts nothing yet. The images are built first. */
  ComposeStack(Path secrets, int port) {
    Scripts.build();
    environment.put("CANDOR_TAG", Scripts.TAG);
    environment.put("CANDOR_SECRETS", secrets.toString());
    environment.put("CANDOR_PORT", Integer.toString(port));
  }

  /** A line of {@code .env}. */
  ComposeStack with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** The file as it stands with this environment. */
  ComposeFile compose() {
    return ComposeFile.read(Scripts.FOLDER.resolve("compose.yaml"), environment);
  }

  /** The address at which containers reach this machine. */
  String bridge() {
    return docker
        .inspectNetworkCmd()
        .withNetworkId(network.getId())
        .exec()
        .getIpam()
        .getConfig()
        .get(0)
        .getGateway();
  }

  /** What an application is told, and all that it is told. */
  Map<String, String> forApplications(Secrets secrets) {
    return secrets.forApplications(Integer.parseInt(environment.get("CANDOR_PORT")));
  }

  /** Starts a service and waits until it serves. */
  GenericContainer<?> up(String service) {
    GenericContainer<?> container =
        container(compose().service(service))
            .withNetworkAliases(service)
            .waitingFor(READY.get(service).withStartupTimeout(PATIENCE));
    ToStringConsumer said = new ToStringConsumer();
    running.put(service, container);
    try {
      container.withLogConsumer(said).start();
    } catch (ContainerLaunchException e) {
      throw new AssertionError("the " + service + " did not start: " + said.toUtf8String(), e);
    }
    return container;
  }

  /** Runs one command in a container like a service's, as {@code docker compose run} does. */
  Finished run(String service, String... command) {
    try (GenericContainer<?> container = container(compose().service(service))) {
      if (command.length > 0) {
        container.withCommand(command);
      }
      container
          .withCreateContainerCmdModifier(ComposeStack::publishNothing)
          .withStartupCheckStrategy(new Ended())
          .start();
      Long exit =
          docker
              .inspectContainerCmd(container.getContainerId())
              .exec()
              .getState()
              .getExitCodeLong();
      return new Finished(exit == null ? -1 : exit, container.getLogs());
    }
  }

  private static void publishNothing(CreateContainerCmd command) {
    command.getHostConfig().withPortBindings(List.of());
  }

  /** However it ended. */
  private static final class Ended extends StartupCheckStrategy {
    Ended() {
      withTimeout(PATIENCE);
    }

    @Override
    public StartupStatus checkStartupState(DockerClient docker, String id) {
      return Boolean.TRUE.equals(getCurrentState(docker, id).getRunning())
          ? StartupStatus.NOT_YET_KNOWN
          : StartupStatus.SUCCESSFUL;
    }
  }

  /** Ends a service by force, at once, and starts the same container again. */
  void killAndStart(String service) {
    String id = running.get(service).getContainerId();
    docker.killContainerCmd(id).exec();
    docker.startContainerCmd(id).exec();
  }

  /** Stops a service, removes its container, and makes a new one, as an upgrade does. */
  void replace(String service) {
    GenericContainer<?> old = running.remove(service);
    docker
        .stopContainerCmd(old.getContainerId())
        .withTimeout((int) compose().service(service).stopGrace().toSeconds())
        .exec();
    old.stop();
    up(service);
  }

  InspectContainerResponse inspect(String service) {
    return docker.inspectContainerCmd(running.get(service).getContainerId()).exec();
  }

  String logs(String service) {
    return running.get(service).getLogs();
  }

  private GenericContainer<?> container(ComposeService service) {
    GenericContainer<?> container =
        new GenericContainer<>(service.image())
            .withImagePullPolicy(image -> false)
            .withEnv(service.environment())
            .withNetwork(network)
            .withCreateContainerCmdModifier(command -> describe(command, service));
    if (!service.command().isEmpty()) {
      container.setCommandParts(service.command().toArray(String[]::new));
    }
    return container;
  }

  private void describe(CreateContainerCmd command, ComposeService service) {
    List<PortBinding> ports =
        service.ports().stream()
            .map(
                port ->
                    PortBinding.parse(
                        port.address() + ":" + port.published() + ":" + port.container()))
            .toList();
    command.withExposedPorts(
        ports.stream().map(PortBinding::getExposedPort).toArray(ExposedPort[]::new));
    HostConfig host = command.getHostConfig();
    host.withPortBindings(ports)
        .withMounts(service.mounts().stream().map(this::mount).toList())
        .withReadonlyRootfs(service.readOnly())
        .withCapDrop(service.capDrop().stream().map(Capability::valueOf).toArray(Capability[]::new))
        .withSecurityOpts(service.securityOpt())
        .withMemory(service.memory())
        .withPidsLimit(service.pids());
  }

  private Mount mount(ComposeService.Mount mount) {
    boolean volume = mount.type().equals("volume");
    return new Mount()
        .withType(volume ? MountType.VOLUME : MountType.BIND)
        .withSource(volume ? volume(mount.source()) : mount.source())
        .withTarget(mount.target())
        .withReadOnly(mount.readOnly());
  }

  private String volume(String of) {
    return name + "-" + of;
  }

  @Override
  public void close() {
    running.values().forEach(GenericContainer::stop);
    network.close();
    compose().volumes().forEach(this::remove);
  }

  private void remove(String volume) {
    try {
      docker.removeVolumeCmd(volume(volume)).exec();
    } catch (NotFoundException neverUsed) {
      // Nothing to remove.
    }
  }
}

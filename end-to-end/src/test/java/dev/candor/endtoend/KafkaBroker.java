package dev.candor.endtoend;

import dev.candor.telemetry.testkit.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A Kafka broker of one node on loopback, in a process that can be killed. One thread. */
final class KafkaBroker implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);

  private final Path settings;
  private final String address;
  private ChildJvm process;

  private KafkaBroker(Path settings, String address) {
    this.settings = settings;
    this.address = address;
    this.process = launch();
  }

  /** Formats a store in the folder, starts a broker, and makes topics of one partition. */
  static KafkaBroker start(Path folder, String... topics) {
    return start(folder, 1, topics);
  }

  /** As {@link #start(Path, String...)}, with more partitions. */
  static KafkaBroker start(Path folder, int partitions, String... topics) {
    String address = "127.0.0.1:" + Ports.free();
    Path settings = folder.resolve("server.properties");
    write(
        settings,
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://%2$s,CONTROLLER://127.0.0.1:%1$d
        advertised.listeners=PLAINTEXT://%2$s
        log.dirs=%3$s
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        auto.create.topics.enable=false
        """
            .formatted(Ports.free(), address, folder.resolve("log")));
    try (ChildJvm format =
        java(
            "kafka.tools.StorageTool",
            "format",
            "-t",
            Uuid.randomUuid().toString(),
            "-c",
            settings)) {
      if (format.awaitExit(START) != 0) {
        throw new AssertionError("the broker's store cannot be formatted");
      }
    }
    KafkaBroker broker = new KafkaBroker(settings, address);
    broker.create(List.of(topics), partitions);
    return broker;
  }

  /** Host and port for clients. */
  String address() {
    return address;
  }

  /** Ends it as {@code kill -9} does, and starts it again on its store; does not wait for it. */
  void killAndRestart() {
    process.kill();
    process = launch();
  }

  /** Returns once it answers. */
  void awaitUp() {
    try (Admin admin = Admin.create(client())) {
      admin.describeCluster().nodes().get(START.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the broker does not answer: " + process.stdout(), e);
    }
  }

  /** All messages of a topic. */
  List<ConsumerRecord<byte[], byte[]>> messages(String topic) {
    List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(messages::add);
      }
    }
    return messages;
  }

  @Override
  public void close() {
    process.close();
  }

  private Map<String, Object> client() {
    return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address);
  }

  private ChildJvm launch() {
    return java("kafka.Kafka", settings);
  }

  private void create(List<String> topics, int partitions) {
    try (Admin admin = Admin.create(client())) {
      admin
          .createTopics(
              topics.stream().map(name -> new NewTopic(name, partitions, (short) 1)).toList())
          .all()
          .get(START.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the broker makes no topics: " + process.stdout(), e);
    }
  }

  private static ChildJvm java(String main, Object... args) {
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    try {
      return ChildJvm.of(Class.forName(main, false, KafkaBroker.class.getClassLoader()))
          .jvmArgs("-Xmx256m")
          .args(texts)
          .start();
    } catch (ClassNotFoundException e) {
      throw new AssertionError("the broker is not on the class path", e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

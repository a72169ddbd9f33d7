package io.coffer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker in this JVM. */
public final class KafkaBroker implements AutoCloseable {

  private final KafkaRaftServer server;

  private KafkaBroker(KafkaRaftServer server) {
    this.server = server;
  }

  /** Formats the directory if it is new and starts; returns when clients may come. */
  public static KafkaBroker start(BrokerSettings settings) {
    new KafkaData(settings.data().toAbsolutePath()).prepare();
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings.toProperties(), false), Time.SYSTEM);
    server.startup();
    return new KafkaBroker(server);
  }

  /** The file that holds the pid of the broker that is ready and has all topics. */
  public static Path readyMarker(Path data) {
    return data.resolveSibling(data.getFileName() + ".ready");
  }

  /** Whether this process is the broker of this directory and has all topics. */
  public static boolean isReady(Path data, LocalProcess broker) {
    try {
      return Files.readString(readyMarker(data)).equals(broker.toString()) && broker.isAlive();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** Returns when it has ended. */
  void awaitEnd() {
    server.awaitShutdown();
  }

  /** The file with what a principal shows, in the directory of the secrets. */
  public static Path loginFile(Path secrets, String principal) {
    return secrets.resolve(principal + ".properties");
  }
}

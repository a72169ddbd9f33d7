package io.coffer.local;

import java.nio.file.Path;
import java.util.Properties;

/**
 * One Kafka node that is broker and controller at once.
 *
 * @param data the directory of its logs, formatted at first start
 * @param port for clients, on 127.0.0.1
 * @param controllerPort for the quorum of one, on 127.0.0.1
 */
public record BrokerSettings(Path data, int port, int controllerPort) {

  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  /** The address clients start from. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  Properties toProperties() {
    Properties all = new Properties();
    all.put("process.roles", "broker,controller");
    all.put("node.id", Integer.toString(NODE));
    all.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    all.put("controller.listener.names", "CONTROLLER");
    all.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    all.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    all.put("log.dirs", data.toAbsolutePath().toString());
    all.put("auto.create.topics.enable", "false");
    all.put("message.max.bytes", Integer.toString(4 << 20));
    all.put("replica.fetch.max.bytes", Integer.toString(4 << 20));
    // A killed broker may come back as soon as its old registration has expired. Shorter than this,
    // and a machine with too much to do takes a live broker for a dead one.
    all.put("broker.session.timeout.ms", "9000");
    all.put("broker.heartbeat.interval.ms", "1000");
    all.put("group.initial.rebalance.delay.ms", "0");
    // A stack that rested for weeks still knows what it has read.
    all.put("offsets.retention.minutes", Integer.toString(365 * 24 * 60));
    all.put("offsets.topic.replication.factor", "1");
    all.put("offsets.topic.num.partitions", "8");
    all.put("transaction.state.log.replication.factor", "1");
    all.put("transaction.state.log.min.isr", "1");
    all.put("transaction.state.log.num.partitions", "4");
    all.put("share.coordinator.state.topic.replication.factor", "1");
    all.put("share.coordinator.state.topic.min.isr", "1");
    // Acknowledged records survive a killed process in the page cache; a lost machine costs a
    // second.
    all.put("log.flush.interval.ms", "1000");
    all.put("log.flush.scheduler.interval.ms", "1000");
    all.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
    all.put("log.cleaner.threads", "1");
    all.put("num.network.threads", "2");
    all.put("num.io.threads", "4");
    all.put("num.recovery.threads.per.data.dir", "2");
    all.put("background.threads", "2");
    return all;
  }
}

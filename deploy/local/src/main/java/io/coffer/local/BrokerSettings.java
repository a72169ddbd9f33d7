package io.coffer.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * One Kafka node that is broker and controller at once.
 *
 * @param data the directory of its logs, formatted at first start
 * @param port for clients, on 127.0.0.1
 * @param controllerPort for the quorum of one, on 127.0.0.1
 * @param logins whom it lets in, each by a secret; nobody here: everybody, for tests
 */
public record BrokerSettings(
    Path data, int port, int controllerPort, Map<String, KafkaLogin> logins) {

  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";
  private static final String CLIENTS = "CLIENTS";

  /** A broker that lets everybody in. */
  public BrokerSettings(Path data, int port, int controllerPort) {
    this(data, port, controllerPort, Map.of());
  }

  /** The settings of a client that may do everything. */
  Map<String, Object> clientSettings() {
    Map<String, Object> client = new HashMap<>(Map.of("bootstrap.servers", bootstrapServers()));
    if (isGuarded()) {
      client.putAll(logins.get(TopicAccess.BROKER).settings());
    }
    return client;
  }

  boolean isGuarded() {
    return !logins.isEmpty();
  }

  /** The address clients start from. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  Properties toProperties() {
    Properties all = sameEverywhere();
    all.put("node.id", Integer.toString(NODE));
    all.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    all.put("controller.listener.names", CONTROLLER);
    all.put(
        "listeners",
        CLIENTS + "://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
    all.put("advertised.listeners", CLIENTS + "://127.0.0.1:" + port);
    all.put("inter.broker.listener.name", CLIENTS);
    String protocol = isGuarded() ? "SASL_PLAINTEXT" : "PLAINTEXT";
    all.put(
        "listener.security.protocol.map",
        CLIENTS + ":" + protocol + "," + CONTROLLER + ":" + protocol);
    all.put("log.dirs", data.toAbsolutePath().toString());
    if (isGuarded()) {
      guard(all);
    }
    return all;
  }

  private static Properties sameEverywhere() {
    Properties all = new Properties();
    try (InputStream file = BrokerSettings.class.getResourceAsStream("broker.properties")) {
      all.load(file);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Everybody shows a secret: clients one of the known, at the controller only the broker its own.
   */
  private void guard(Properties all) {
    KafkaLogin broker = logins.get(TopicAccess.BROKER);
    all.put("sasl.enabled.mechanisms", "PLAIN");
    all.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    all.put("sasl.mechanism.controller.protocol", "PLAIN");
    all.put(jaasOf(CLIENTS), broker.accepting(logins.values()));
    all.put(jaasOf(CONTROLLER), broker.accepting(List.of(broker)));
    all.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    all.put("super.users", "User:" + TopicAccess.BROKER + ";User:" + TopicAccess.OPERATOR);
  }

  private static String jaasOf(String listener) {
    return "listener.name." + listener.toLowerCase(Locale.ROOT) + ".plain.sasl.jaas.config";
  }
}

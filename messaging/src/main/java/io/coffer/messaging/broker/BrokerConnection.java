package io.coffer.messaging.broker;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * The way to the broker for clients that are no channel: its address, and what this service shows
 * to it, as all settings under {@code kafka.} say.
 */
@ApplicationScoped
public class BrokerConnection {

  private final Map<String, Object> settings;

  public BrokerConnection(@Identifier("default-kafka-broker") Map<String, Object> settings) {
    this.settings = new HashMap<>(settings);
    this.settings.remove("group.id"); // the channels'
  }

  /** The settings of a client that has others of its own. */
  public Map<String, Object> with(Map<String, Object> own) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putAll(own);
    return all;
  }
}

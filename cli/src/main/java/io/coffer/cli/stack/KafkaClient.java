package io.coffer.cli.stack;

import java.util.HashMap;
import java.util.Map;

/**
 * How a client reaches a broker.
 *
 * @param settings its address, and what is shown to it
 */
public record KafkaClient(Map<String, Object> settings) {

  /** The settings of a client that has others of its own. */
  public Map<String, Object> with(Map<String, Object> own) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putAll(own);
    return all;
  }
}

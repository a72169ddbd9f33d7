package io.coffer.messaging.round;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How something is set that a process does in rounds. */
public interface RoundSettings {

  /** Whether this process does it. */
  @WithDefault("true")
  boolean enabled();

  /** How long it rests after each round. */
  @WithDefault("5s")
  Duration every();
}

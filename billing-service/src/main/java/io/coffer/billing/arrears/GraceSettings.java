package io.coffer.billing.arrears;

import io.coffer.messaging.round.RoundSettings;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is not paid for goes on and is kept, and how one looks for its time. */
public interface GraceSettings extends RoundSettings {

  /** How long it goes on before it is closed. */
  @WithDefault("15d")
  Duration grace();

  /** How long what is closed is kept before it is deleted. */
  @WithDefault("15d")
  Duration retention();

  /** How long after one try to have it paid, or deleted, the next one comes. */
  @WithDefault("1d")
  Duration retry();
}

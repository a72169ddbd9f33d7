package io.coffer.billing.lifetime;

import io.coffer.messaging.round.RoundSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is not paid for goes on and is kept. */
@ConfigMapping(prefix = "coffer.subscriptions")
public interface LifetimeSettings extends RoundSettings {

  /** How long what is over goes on before it is closed. */
  @WithDefault("15d")
  Duration grace();

  /** How long what is closed is kept before it is deleted. */
  @WithDefault("15d")
  Duration retention();

  /** How long after one try to renew something, or to delete it, the next one comes. */
  @WithDefault("1d")
  Duration retry();
}

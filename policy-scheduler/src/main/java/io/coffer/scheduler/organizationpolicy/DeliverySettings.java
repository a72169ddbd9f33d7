package io.coffer.scheduler.organizationpolicy;

import io.coffer.messaging.round.RoundSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How one looks for what projects refused, or did not answer. */
@ConfigMapping(prefix = "coffer.deliveries")
interface DeliverySettings extends RoundSettings {

  @Override
  @WithDefault("15s")
  Duration every();
}

package io.coffer.billing.dbom;

import io.coffer.messaging.round.RoundSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How instances are looked after. */
@ConfigMapping(prefix = "coffer.dbom.loop")
interface LoopSettings extends RoundSettings {

  @Override
  @WithDefault("1s")
  Duration every();
}

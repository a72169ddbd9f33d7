package io.coffer.billing.dbom;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How instances are looked after. */
@ConfigMapping(prefix = "coffer.dbom.loop")
interface LoopSettings {

  /** Whether this process looks after instances. */
  @WithDefault("true")
  boolean enabled();

  /** How often it looks. */
  @WithDefault("1s")
  Duration every();
}

package io.coffer.billing.dbom.machine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long instances take. */
@ConfigMapping(prefix = "coffer.dbom.machine")
interface MachineSettings {

  /** To be made. */
  @WithDefault("3s")
  Duration creating();

  /** To be started, stopped, rebooted or deleted. */
  @WithDefault("2s")
  Duration others();
}

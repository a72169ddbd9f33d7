package io.coffer.scheduler.retention;

import io.coffer.messaging.round.RoundSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How backups are looked through for those that policies let go. */
@ConfigMapping(prefix = "coffer.retention")
interface RetentionSettings extends RoundSettings {

  @Override
  @WithDefault("1m")
  Duration every();
}

package io.coffer.scheduler.fire;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/** Settings of fires as they are where nobody says anything, but for the spread. */
final class SampleSettings {

  private SampleSettings() {}

  static FireSettings spread(Duration spread) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(FireSettings.class)
        .withDefaultValue("coffer.fires.spread", spread.toString())
        .build()
        .getConfigMapping(FireSettings.class);
  }
}

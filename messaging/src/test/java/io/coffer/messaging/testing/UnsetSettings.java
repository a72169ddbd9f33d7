package io.coffer.messaging.testing;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/** Settings for tests of decisions: as they are where nobody sets any. */
public final class UnsetSettings {

  private UnsetSettings() {}

  public static <S> S of(Class<S> settings) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(settings)
        .build()
        .getConfigMapping(settings);
  }
}

package io.coffer.messaging.testing;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings for tests of decisions: as they are where nobody sets any. */
public final class UnsetSettings {

  private UnsetSettings() {}

  public static <S> S of(Class<S> settings) {
    return of(settings, Map.of());
  }

  /** As they are where somebody sets these, by their whole names, and no others. */
  public static <S> S of(Class<S> settings, Map<String, String> set) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(settings)
        .withDefaultValues(set)
        .build()
        .getConfigMapping(settings);
  }
}

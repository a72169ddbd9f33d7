package io.coffer.billing.lifetime;

import java.time.Duration;

/** Settings for tests of decisions: as they are where nobody sets any. */
final class Lifetimes {

  static final LifetimeSettings SETTINGS =
      new LifetimeSettings() {
        @Override
        public boolean enabled() {
          return false;
        }

        @Override
        public Duration every() {
          return Duration.ofSeconds(5);
        }

        @Override
        public Duration grace() {
          return Duration.ofDays(15);
        }

        @Override
        public Duration retention() {
          return Duration.ofDays(15);
        }

        @Override
        public Duration retry() {
          return Duration.ofDays(1);
        }
      };

  private Lifetimes() {}
}

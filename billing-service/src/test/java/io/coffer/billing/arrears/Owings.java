package io.coffer.billing.arrears;

import java.time.Duration;

/** Settings for tests of decisions: as they are where nobody sets any. */
public final class Owings {

  public static final ArrearsSettings SETTINGS =
      new ArrearsSettings() {
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

  private Owings() {}
}

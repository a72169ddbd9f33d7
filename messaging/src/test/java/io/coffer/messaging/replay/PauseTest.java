package io.coffer.messaging.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PauseTest {

  private static final String TIMEOUT =
      "quarkus.datasource.reactive.additional-properties.idle_in_transaction_session_timeout";

  /** As the launcher starts a rebuild. */
  @Test
  void endsTheTransactionOfAServiceThatSleepsButNotThatOfARebuild() throws IOException {
    assertThat(timeout("prod")).isEqualTo("10s");
    assertThat(timeout("prod,replay")).isEqualTo("0");
  }

  private static String timeout(String profiles) throws IOException {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withProfile(profiles)
        .withSources(
            new PropertiesConfigSource(
                PauseTest.class.getResource("/META-INF/microprofile-config.properties")))
        .build()
        .getRawValue(TIMEOUT);
  }
}

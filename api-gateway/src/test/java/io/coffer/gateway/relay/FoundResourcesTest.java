package io.coffer.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.gateway.error.ApiException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundResourcesTest {

  private static final List<ResourceFacts> DB =
      List.of(new ResourceFacts("db", "OS::Nova::Server", "db", 1, List.of()));

  @Test
  void areEnoughIfAllThatIsAskedForIsThereWhateverElseCannotBeRead() {
    assertThat(new FoundResources(DB, false).of(List.of("db"))).containsOnlyKeys("db");
  }

  @Test
  void leaveOutWhatDoesNotExist() {
    assertThat(new FoundResources(DB, true).of(List.of("db", "gone"))).containsOnlyKeys("db");
  }

  @Test
  void haveTheCallerAskAgainAboutWhatMayBeThere() {
    assertThatThrownBy(() -> new FoundResources(DB, false).of(List.of("db", "torn")))
        .hasMessageContaining("torn")
        .isInstanceOfSatisfying(
            ApiException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(503);
              assertThat(refused.retryAfterSeconds()).isPositive();
            });
  }
}

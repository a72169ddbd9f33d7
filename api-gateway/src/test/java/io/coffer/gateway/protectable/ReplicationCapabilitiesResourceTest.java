package io.coffer.gateway.protectable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicationCapabilitiesResourceTest {

  @Test
  void areTheOtherRegionsThatAreConfigured() {
    assertThat(ReplicationCapabilitiesResource.from("b", List.of("a", "b", "c", "a")))
        .containsExactly(Map.of("name", "b", "replication_destinations", List.of("a", "c")));
  }

  @Test
  void areNoneWhereNothingIsConfiguredForTheRegion() {
    assertThat(ReplicationCapabilitiesResource.from("a", List.of())).isEmpty();
    assertThat(ReplicationCapabilitiesResource.from("a", List.of("a"))).isEmpty();
    assertThat(ReplicationCapabilitiesResource.from("a", List.of("b", "c"))).isEmpty();
  }
}

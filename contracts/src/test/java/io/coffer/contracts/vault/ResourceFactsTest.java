package io.coffer.contracts.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceFactsTest {

  private static final String OLD =
      """
      {"excludeVolumes":["b"],"id":"s","name":"web","sizeGb":1,"type":"OS::Nova::Server","volumes":[]}""";
  private static final String NEW =
      """
      {"excludeVolumes":["b"],"id":"s","includeVolumes":[{"id":"a","osVersion":"CentOS 7.6"},{"id":"c"}],\
      "name":"web","sizeGb":1,"type":"OS::Nova::Server","volumes":[]}""";

  @Test
  void readsOldFactsAsOnesThatIncludeNothing() throws IOException {
    assertThat(Json.MAPPER.readValue(OLD, ResourceFacts.class)).isEqualTo(including());
  }

  @Test
  void writesWhatItAlwaysWroteWhenNothingIsIncluded() throws IOException {
    assertThat(Json.MAPPER.writeValueAsString(including())).isEqualTo(OLD);
  }

  @Test
  void carriesTheVolumesToInclude() throws IOException {
    ResourceFacts facts =
        including(new IncludedVolume("a", "CentOS 7.6"), new IncludedVolume("c", null));
    assertThat(Json.MAPPER.writeValueAsString(facts)).isEqualTo(NEW);
    assertThat(Json.MAPPER.readValue(NEW, ResourceFacts.class)).isEqualTo(facts);
  }

  private static ResourceFacts including(IncludedVolume... volumes) {
    return new ResourceFacts(
        "s", "OS::Nova::Server", "web", 1, List.of("b"), List.of(volumes), List.of());
  }
}

package io.coffer.contracts.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownResourceTest {

  private static final String OLD =
      """
      {"excludeVolumes":["b"],"id":"s","name":"web","sizeGb":1,"type":"OS::Nova::Server","volumes":[]}""";
  private static final String NEW =
      """
      {"excludeVolumes":["b"],"includeVolumes":[{"id":"a","osVersion":"CentOS 7.6"},{"id":"c"}],\
      "id":"s","name":"web","sizeGb":1,"type":"OS::Nova::Server","volumes":[]}""";

  @Test
  void readsOldFactsAsOnesThatIncludeNothing() throws IOException {
    assertThat(Json.MAPPER.readValue(OLD, KnownResource.class)).isEqualTo(including());
  }

  @Test
  void writesWhatItAlwaysWroteWhenNothingIsIncluded() throws IOException {
    assertThat(Json.MAPPER.writeValueAsString(including())).isEqualTo(OLD);
  }

  @Test
  void carriesTheVolumesToInclude() throws IOException {
    KnownResource facts =
        including(new IncludedVolume("a", "CentOS 7.6"), new IncludedVolume("c", null));
    assertThat(Json.MAPPER.writeValueAsString(facts)).isEqualTo(NEW);
    assertThat(Json.MAPPER.readValue(NEW, KnownResource.class)).isEqualTo(facts);
  }

  private static KnownResource including(IncludedVolume... volumes) {
    return new KnownResource(
        new ResourceFacts("s", "OS::Nova::Server", "web", 1, List.of()),
        new ResourceChoices(List.of("b"), List.of(volumes)));
  }
}

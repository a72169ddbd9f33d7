package io.coffer.vault.protectable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtectablesTest {

  @Test
  void areTheInstancesOfAListOrTheOneThatIsShown() throws IOException {
    assertThat(in("{\"instances\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"count\":2}").ids())
        .containsExactly("a", "b");
    assertThat(in("{\"instance\":{\"id\":\"a\",\"children\":[{\"id\":\"x\"}]}}").ids())
        .containsExactly("a");
    assertThat(in("{\"instances\":[],\"count\":0}").ids()).isEmpty();
  }

  @Test
  void saysNothingOfWhatIsInNoVault() throws IOException {
    JsonNode answer = Json.MAPPER.readTree("{\"instances\":[{\"id\":\"a\",\"protectable\":{}}]}");
    Protectables.in(answer).put(Map.of(), List.of());
    assertThat(answer.toString()).isEqualTo("{\"instances\":[{\"id\":\"a\",\"protectable\":{}}]}");
  }

  private static Protectables in(String json) throws IOException {
    return Protectables.in(Json.MAPPER.readTree(json));
  }
}

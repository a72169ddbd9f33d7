package io.coffer.messaging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Json;
import io.coffer.contracts.Message;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

  @Test
  void listsEveryMessageOnce() {
    List<String> messages =
        ImportedClasses.of(List.of("io.coffer.contracts")).stream()
            .filter(type -> type.isAssignableTo(Message.class) && !type.isInterface())
            .map(JavaClass::getName)
            .toList();
    assertThat(Catalogue.entries())
        .extracting(entry -> entry.message().getName())
        .containsExactlyInAnyOrderElementsOf(messages);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void readsWhatItWrote(Catalogue.Entry entry) throws IOException {
    Message sample = Samples.of(entry.message());
    String written = Json.MAPPER.writeValueAsString(sample);
    assertThat(Json.MAPPER.readValue(written, entry.message())).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void losesNothingOfWhatWasEverWritten(Catalogue.Entry entry) throws IOException {
    for (JsonNode golden : GoldenMessages.of(entry.type())) {
      Message read = Json.MAPPER.treeToValue(golden, entry.message());
      JsonNode again = Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(read));
      assertThat(GoldenMessages.includes(again, golden)).as("%s within %s", golden, again).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void hasAGoldenOfItsShape(Catalogue.Entry entry) throws IOException {
    JsonNode sample =
        Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(Samples.of(entry.message())));
    if (Boolean.getBoolean("coffer.golden.write")) {
      GoldenMessages.add(entry.type(), sample);
    }
    assertThat(GoldenMessages.of(entry.type()))
        .as("%s has a new shape; -Dcoffer.golden.write=true keeps it", entry.type())
        .contains(sample);
  }

  static Stream<Catalogue.Entry> entries() {
    return Catalogue.entries().stream();
  }
}

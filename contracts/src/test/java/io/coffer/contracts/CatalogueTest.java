package io.coffer.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is on the wire stays on the wire. A golden file is written once, when a message is new: a
 * missing one is made by this test, which fails all the same so that somebody looks at it. After
 * that it is changed only together with the version in its name. A field that came later is no part
 * of it, and is absent on the wire when it is empty.
 */
class CatalogueTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static Collection<Catalogue.Entry> entries() {
    return Catalogue.entries();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void writesTheGoldenJson(Catalogue.Entry entry) throws IOException {
    String written =
        Json.MAPPER
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(SampleMessages.of(entry.message()))
            + "\n";
    Path file = GOLDEN.resolve(entry.type() + ".json");
    if (Files.notExists(file)) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, written);
      throw new AssertionError(file + " was missing and has been written; look at it");
    }
    assertThat(written).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void readsBackWhatItWrote(Catalogue.Entry entry) throws IOException {
    Message message = SampleMessages.of(entry.message());
    byte[] bytes = Json.MAPPER.writeValueAsBytes(message);
    assertThat(Json.MAPPER.readValue(bytes, entry.message())).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void readsWhatANewerWriterAdds(Catalogue.Entry entry) throws IOException {
    assertThat(Json.MAPPER.readValue("{\"addedLater\":[1]}", entry.message())).isNotNull();
  }

  @Test
  void stillReadsEveryGoldenFile() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      for (Path file : files.toList()) {
        String type = file.getFileName().toString().replace(".json", "");
        Catalogue.Entry entry = Catalogue.find(type).orElseThrow(() -> new AssertionError(type));
        assertThat(Json.MAPPER.readValue(file.toFile(), entry.message())).isNotNull();
      }
    }
  }

  @Test
  void findsAnEntryByItsNameAndByItsMessage() {
    for (Catalogue.Entry entry : Catalogue.entries()) {
      assertThat(Catalogue.find(entry.type())).contains(entry);
      assertThat(Catalogue.of(SampleMessages.of(entry.message()))).isEqualTo(entry);
      assertThat(entry.type()).matches("coffer\\.[a-z-]+\\.[a-z-]+\\.v[0-9]+");
      boolean ordered = entry.topic().topicName().endsWith("-commands");
      assertThat(Command.class.isAssignableFrom(entry.message())).isEqualTo(ordered);
    }
    assertThat(Catalogue.find("coffer.vault.created.v0")).isEmpty();
  }
}

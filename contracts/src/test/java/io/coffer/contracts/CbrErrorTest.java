package io.coffer.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CbrErrorTest {

  @Test
  void hasEveryDocumentedCodeOnceWithItsStatus() throws IOException {
    List<String> known =
        Arrays.stream(CbrError.values())
            .filter(error -> error.code().startsWith("BackupService."))
            .map(error -> error.status() + "\t" + error.code())
            .toList();
    assertThat(known).containsExactlyInAnyOrderElementsOf(documented());
  }

  @ParameterizedTest
  @EnumSource
  void saysSomethingThatIsASentence(CbrError error) {
    assertThat(error.phrase()).isNotBlank().doesNotContain("_").doesNotEndWith(".");
    assertThat(Character.isUpperCase(error.phrase().charAt(0))).isTrue();
  }

  @Test
  void isFoundByItsCode() {
    assertThat(CbrError.find("BackupService.6105")).contains(CbrError.VAULT_NOT_FOUND);
    assertThat(CbrError.find("BackupService.0000")).isEmpty();
  }

  private static List<String> documented() throws IOException {
    try (InputStream file = CbrErrorTest.class.getResourceAsStream("/error-codes.tsv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}

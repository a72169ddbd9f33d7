package io.coffer.messaging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.CbrError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {

  @Test
  void everyDocumentedCodeExistsOnceWithItsStatus() throws IOException {
    assertThat(documented()).hasSizeGreaterThan(150);
    assertThat(known("BackupService.")).containsExactlyInAnyOrderElementsOf(documented());
  }

  @Test
  void theGatewaysCodesDoNotRepeatAStatusOfTheSameCode() {
    assertThat(known("APIGW.")).doesNotHaveDuplicates();
  }

  private static List<String> known(String prefix) {
    return Arrays.stream(CbrError.values())
        .filter(error -> error.code().startsWith(prefix))
        .map(error -> error.status() + "\t" + error.code())
        .toList();
  }

  private static List<String> documented() throws IOException {
    try (InputStream file = ErrorCodesTest.class.getResourceAsStream("error-codes.tsv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}

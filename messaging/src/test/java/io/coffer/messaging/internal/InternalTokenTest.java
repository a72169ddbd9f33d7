package io.coffer.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InternalTokenTest {

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("internal.token");
  }

  @Test
  void readsTheSecretWithoutTheEndOfItsLine() throws IOException {
    Files.writeString(file, "a-secret\n");
    assertThat(new InternalToken(file).authorization()).isEqualTo("Bearer a-secret");
    assertThat(new InternalToken(file).isShownBy("Bearer a-secret")).isTrue();
    assertThat(new InternalToken(file).isShownBy("Bearer ")).isFalse();
  }

  @Test
  void refusesAFileThatHoldsNone() throws IOException {
    for (String damage : new String[] {"", "\n", "  \t", "\0\0\0\0", "half\u00ff", "two words"}) {
      Files.writeString(file, damage, StandardCharsets.ISO_8859_1);
      assertThatThrownBy(() -> new InternalToken(file))
          .as(damage)
          .hasMessageContaining(file.toString());
    }
    Files.delete(file);
    assertThatThrownBy(() -> new InternalToken(file)).hasMessageContaining(file.toString());
  }
}

package io.coffer.worker.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingKeyFileTest {

  @TempDir Path folder;

  @Test
  void readsBase64AndRawBytes() throws Exception {
    byte[] key = new byte[32];
    key[5] = 9;
    Path text =
        Files.writeString(folder.resolve("text"), Base64.getEncoder().encodeToString(key) + "\n");
    Path raw = Files.write(folder.resolve("raw"), key);
    assertThat(SealingKeyFile.read(text)).isEqualTo(key);
    assertThat(SealingKeyFile.read(raw)).isEqualTo(key);
  }

  @Test
  void namesAFileThatHoldsNoKey() throws Exception {
    Path file = Files.writeString(folder.resolve("poem"), "not a key");
    assertThatThrownBy(() -> SealingKeyFile.read(file)).hasMessageContaining(file.toString());
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> SealingKeyFile.read(missing)).hasMessageContaining(missing.toString());
  }
}

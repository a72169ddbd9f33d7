package io.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file with holes takes no more room than it did. */
class HolesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "3000000, -1, 20000",
    "3000000, 0, 40000",
    "3000000, 1000000, 60000",
    "8000000, 7999999, 20000",
    "1048576, 524288, 40000",
    "16384, -1, 16384",
    "16385, 0, 16385",
    "1, -1, 1"
  })
  void zerosOfAFileStayHoles(int size, int data, int mostWritten) throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Path file = source.resolve("sparse");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(size);
      if (data >= 0) {
        sparse.seek(data);
        sparse.write(7);
      }
    }
    TreeVault vault = new TreeVault(folder.resolve("repo"));
    Path target = folder.resolve("target");
    TreeRestore.Outcome outcome = vault.restore(vault.backup(source), target);
    assertThat(outcome.result().writtenBytes()).isLessThanOrEqualTo(mostWritten);
    assertThat(Files.mismatch(target.resolve("." + file), file)).isEqualTo(-1);
  }
}

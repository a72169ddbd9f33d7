package io.coffer.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseCopyTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_048_576, 3_000_001})
  void copiesEveryLength(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    assertSameAfterCopy(content);
  }

  @Test
  void copiesZerosBetweenBytes() throws IOException {
    byte[] content = new byte[2_000_003];
    content[0] = 1;
    content[content.length - 1] = 2;
    content[1_000_000] = 3;
    assertSameAfterCopy(content);
  }

  @Test
  void zerosTakeNoRoom() throws Exception {
    Path source = directory.resolve("zeros");
    try (RandomAccessFile file = new RandomAccessFile(source.toFile(), "rw")) {
      file.setLength(50_000_001);
    }
    Path target = directory.resolve("copy");
    assertThat(SparseCopy.copy(source, target)).isEqualTo(50_000_001);
    assertThat(target).hasSize(50_000_001);
    assertThat(blocks(target)).isLessThan(100);
  }

  private void assertSameAfterCopy(byte[] content) throws IOException {
    Path source = Files.write(directory.resolve("source"), content);
    Path target = directory.resolve("target");
    assertThat(SparseCopy.copy(source, target)).isEqualTo(content.length);
    assertThat(target).hasBinaryContent(content);
  }

  private static long blocks(Path file) throws Exception {
    Process stat = new ProcessBuilder("stat", "-c", "%b", file.toString()).start();
    return Long.parseLong(new String(stat.getInputStream().readAllBytes()).strip());
  }
}

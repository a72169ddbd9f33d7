package io.coffer.worker.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsharedFileTest {
  @TempDir Path folder;

  @Test
  void aVolumeThatHasAnotherNameIsSeparatedFromIt() throws IOException {
    for (int size : List.of(0, 1, 1 << 20, 3_500_000)) {
      byte[] bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      Path volume = Files.write(folder.resolve("v" + size), bytes);
      Path other = Files.createLink(folder.resolve("other" + size), volume);
      UnsharedFile.separate(volume);
      assertThat(Files.isSameFile(volume, other)).isFalse();
      assertThat(volume).hasBinaryContent(bytes);
      assertThat(other).hasBinaryContent(bytes);
      assertThat(folder.resolve("v" + size + ".own")).doesNotExist();
    }
  }

  @Test
  void itsHolesStayHoles() throws IOException {
    Path volume = folder.resolve("sparse");
    try (RandomAccessFile file = new RandomAccessFile(volume.toFile(), "rw")) {
      file.setLength(64 << 20);
      file.seek(30 << 20);
      file.write(7);
    }
    Path other = Files.createLink(folder.resolve("other"), volume);
    UnsharedFile.separate(volume);
    assertThat(Files.mismatch(volume, other)).isEqualTo(-1);
    assertThat(blocks(volume)).isLessThan(16 << 10);
  }

  @Test
  void onlyAFileWithAnotherNameIsSharedAndALinkToItStays() throws IOException {
    Path volume = Files.writeString(folder.resolve("v"), "x");
    Path link = Files.createSymbolicLink(folder.resolve("link"), volume);
    assertThat(UnsharedFile.isShared(link)).isFalse();
    assertThat(UnsharedFile.isShared(folder)).isFalse();
    assertThat(UnsharedFile.isShared(folder.resolve("nothing"))).isFalse();
    Path other = Files.createLink(folder.resolve("other"), volume);
    assertThat(UnsharedFile.isShared(link)).isTrue();
    UnsharedFile.separate(link);
    assertThat(link).isSymbolicLink();
    assertThat(Files.isSameFile(volume, other)).isFalse();
  }

  private static long blocks(Path file) throws IOException {
    Process process =
        new ProcessBuilder("du", "-k", file.toString()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    return Long.parseLong(output.split("\\s")[0]);
  }
}

package io.coffer.worker.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TornFilesTest {

  @TempDir private Path folder;

  @Test
  void tellsOfAFileOnceUntilItIsAnother() throws IOException {
    TornFiles torn = new TornFiles();
    Path file = Files.writeString(folder.resolve("server.json"), "{");
    assertThat(torn.isNews(file, "torn")).isTrue();
    assertThat(torn.isNews(file, "torn")).isFalse();
    assertThat(torn.isNews(file, "not yours to read")).isTrue();
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    assertThat(torn.isNews(file, "not yours to read")).isTrue();
    torn.mended(file);
    assertThat(torn.isNews(file, "not yours to read")).isTrue();
  }
}

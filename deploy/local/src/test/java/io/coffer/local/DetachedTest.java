package io.coffer.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedTest {

  @TempDir private Path directory;

  @Test
  void isFoundByItsCommandLineAsSoonAsItIsStarted() {
    for (int i = 0; i < 20; i++) {
      LocalProcess started =
          Detached.start(List.of("sleep", "30"), Map.of(), directory.resolve("log"));
      try {
        assertThat(started.commandLine()).startsWith("sleep 30");
      } finally {
        started.end("KILL", Duration.ZERO);
      }
    }
  }
}

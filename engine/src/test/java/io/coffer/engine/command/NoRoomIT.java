package io.coffer.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.EngineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has a full disk needs what makes room all the more. */
class NoRoomIT {
  @TempDir Path folder;
  private EngineRun engine;

  @BeforeEach
  void init() throws IOException {
    engine = new EngineRun(folder);
    engine.init();
  }

  @Test
  void noCommandNeedsTheFolderForTemporaryFiles() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "content");
    for (String[] words :
        new String[][] {
          {"backup", file.toString()},
          {"restore", "latest", "--target", folder.resolve("target").toString()},
          {"forget", "latest"},
          {"prune", "--grace", "0s"},
          {"check", "--read-data"}
        }) {
      assertRuns("/proc/self/fdinfo", words);
    }
    assertThat(folder.resolve("target/." + file)).hasContent("content");
    assertRuns(folder + "/nowhere", "backup", file.toString());
    assertRuns(file.toString(), "backup", "--force", file.toString());
  }

  private void assertRuns(String unusable, String... words) throws Exception {
    Process process = engine.start(List.of("-Djava.io.tmpdir=" + unusable), words);
    assertThat(process.waitFor()).as("%s: %s", words[0], engine.told()).isZero();
  }
}

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
    for (String unusable : List.of("/proc/self/fdinfo", folder + "/nowhere", file.toString())) {
      for (String[] words :
          new String[][] {
            {"backup", "--force", file.toString()},
            {"snapshots"},
            {"restore", "latest", "--target", folder.resolve("target").toString()},
            {"forget", "latest"},
            {"prune", "--grace", "0s"},
            {"check", "--read-data"}
          }) {
        Process process = engine.start(List.of("-Djava.io.tmpdir=" + unusable), words);
        assertThat(process.waitFor()).as("%s: %s", words[0], engine.told()).isZero();
      }
      assertThat(folder.resolve("target/." + file)).hasContent("content");
      Files.delete(folder.resolve("target/." + file));
    }
  }
}

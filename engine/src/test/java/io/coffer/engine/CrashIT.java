package io.coffer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the engine at random instants: what it leaves is valid, and the next run goes on. */
class CrashIT {
  private static final int KILLS = Integer.getInteger("coffer.crash.kills", 20);

  @TempDir Path folder;

  @Test
  void killedAnywhereLeavesAValidRepository() throws IOException, InterruptedException {
    EngineRun engine = new EngineRun(folder);
    engine.init();
    Path volume = SeededVolume.write(folder.resolve("vol"), 40_000_000, 1);
    assertThat(engine.run("backup", volume.toString()).code()).isZero();
    Path first = Files.copy(volume, folder.resolve("first"));
    String firstId = latest(engine);
    long whole = duration(engine, "check");
    Random random = new Random(9);
    Path target = folder.resolve("target");
    for (int kill = 0; kill < KILLS; kill++) {
      SeededVolume.damage(volume, 150, kill);
      String[][] commands = {
        {"backup", "--force", volume.toString()},
        {"prune", "--grace", "0s", "--max-unused", "0"},
        {"restore", firstId, "--target", target.toString()}
      };
      Process process = engine.start(commands[kill % 3]);
      process.waitFor(whole / 3 + random.nextLong(2 * whole), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      engine.restic().run("unlock");
      engine.restic().run("check");
      assertThat(engine.run("backup", volume.toString()).error()).isEmpty();
      if (kill % 3 == 0 && kill > 0) {
        assertThat(engine.run("forget", latest(engine)).code()).isZero();
      }
    }
    engine.restic().check();
    assertThat(engine.run("restore", firstId, "--target", target.toString()).code()).isZero();
    Path restored = target.resolve(Path.of("/").relativize(volume));
    assertThat(Files.mismatch(restored, first)).isEqualTo(-1);
    SoakReport.note(
        "killed anywhere",
        "%d kills of backup, prune and restore in turn, seed 9; each left a repository that the"
            + " stock tool finds clean",
        KILLS);
  }

  /** How long a process takes that does little, in milliseconds: the scale of the instants. */
  private static long duration(EngineRun engine, String command)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    engine.start(command).waitFor();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }

  private static String latest(EngineRun engine) {
    String[] lines = engine.run("snapshots").output().strip().split("\n");
    return lines[lines.length - 1].split(" ")[0];
  }
}

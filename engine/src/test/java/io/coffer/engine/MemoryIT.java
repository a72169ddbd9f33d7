package io.coffer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Very large things fit in little memory; in the long run only. */
class MemoryIT {
  private static final int FILES = Integer.getInteger("coffer.soak.files", 0);
  private static final int FILES_PER_FOLDER = 1000;
  private static final long GIB = 1L << 30;
  private static final long ALLOWED_MEGABYTES = 300;

  @TempDir Path folder;
  private EngineRun engine;

  @BeforeEach
  void init() throws IOException {
    Assumptions.assumeTrue(FILES > 0, "only in the long run");
    engine = new EngineRun(folder);
    assertThat(engine.run("init").code()).isZero();
  }

  @Test
  void ofASparseVolume() throws IOException, InterruptedException {
    Path volume = folder.resolve("volume");
    try (RandomAccessFile file = new RandomAccessFile(volume.toFile(), "rw")) {
      file.setLength(64 * GIB);
      file.seek(40 * GIB + 5);
      file.write(1);
    }
    long peak = peakMegabytes("backup", volume.toString());
    peak = Math.max(peak, peakMegabytes("backup", "--force", volume.toString()));
    assertThat(peak).isLessThanOrEqualTo(ALLOWED_MEGABYTES);
    SoakReport.note("64 GiB sparse volume", "at most %d MB of memory", peak);
  }

  @Test
  void ofManySmallFiles() throws IOException, InterruptedException {
    Path tree = Files.createDirectory(folder.resolve("tree"));
    for (int i = 0; i < FILES; i++) {
      Path parent = tree.resolve("d" + i / FILES_PER_FOLDER);
      if (i % FILES_PER_FOLDER == 0) {
        Files.createDirectory(parent);
      }
      Files.writeString(parent.resolve("f" + i), "file " + i);
    }
    long peak = peakMegabytes("backup", tree.toString());
    peak = Math.max(peak, peakMegabytes("backup", tree.toString()));
    assertThat(peak).isLessThanOrEqualTo(ALLOWED_MEGABYTES);
    SoakReport.note("small files", "%d of them, at most %d MB of memory", FILES, peak);
  }

  /** The most memory that a command's process ever had. */
  private long peakMegabytes(String... words) throws IOException, InterruptedException {
    Process process = engine.start(words);
    Path status = Path.of("/proc/" + process.pid() + "/status");
    long peak = 0;
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      try {
        peak =
            Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(peak);
      } catch (IOException e) {
        assertThat(process.isAlive()).isFalse(); // it ended meanwhile
      }
    }
    assertThat(process.exitValue()).isZero();
    return peak;
  }
}

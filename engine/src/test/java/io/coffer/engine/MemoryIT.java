package io.coffer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Large things fit in little memory, whatever the number of processors. */
class MemoryIT {
  private static final String LONG = "only in the long run";
  private static final int FILES = Integer.getInteger("coffer.soak.files", 0);
  private static final int BLOBS = Integer.getInteger("coffer.soak.blobs", 0);
  private static final int FILES_PER_FOLDER = 1000;
  private static final int MIB = 1 << 20;
  private static final long GIB = 1L << 30;
  private static final long ALLOWED_MEGABYTES = 300;

  @TempDir Path folder;
  private EngineRun engine;

  @BeforeEach
  void init() throws IOException {
    engine = new EngineRun(folder);
    engine.init();
  }

  @Test
  void ofATreeOfLargeFilesOnEightProcessors() throws IOException, InterruptedException {
    Path tree = Files.createDirectory(folder.resolve("tree"));
    Random random = new Random(8);
    byte[] bytes = new byte[12 * MIB];
    for (int i = 0; i < 32; i++) {
      if (i % 2 == 0) {
        random.nextBytes(bytes); // many short chunks, which do not shrink
      } else {
        Arrays.fill(bytes, (byte) i); // a few of the longest
      }
      Files.write(tree.resolve("f" + i), bytes);
    }
    Path target = folder.resolve("target");
    for (String[] words :
        new String[][] {
          {"backup", tree.toString()},
          {"check", "--read-data"},
          {"restore", "latest", "--target", target.toString()}
        }) {
      Process process = engine.start(List.of("-XX:ActiveProcessorCount=8"), words);
      assertThat(process.waitFor()).as(words[0]).isZero();
    }
    assertThat(target.resolve("." + tree).resolve("f31")).hasBinaryContent(bytes);
  }

  @Test
  void ofLargePacksOfTheStockTool() throws IOException, InterruptedException {
    Path file = folder.resolve("file");
    Random random = new Random(9);
    byte[] bytes = new byte[30 * MIB];
    for (int i = 0; i < 10; i++) {
      random.nextBytes(bytes);
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    engine.restic().run("backup", "--pack-size", "128", file.toString());
    try (Stream<Path> packs = Files.walk(engine.repository().resolve("data"))) {
      assertThat(packs).anyMatch(pack -> pack.toFile().length() > 128 * MIB);
    }
    assertThat(engine.start("check", "--read-data").waitFor()).isZero();
  }

  @Test
  @EnabledIfSystemProperty(named = "coffer.soak.files", matches = ".+", disabledReason = LONG)
  void ofASparseVolume() throws IOException, InterruptedException {
    Path volume = folder.resolve("volume");
    try (RandomAccessFile file = new RandomAccessFile(volume.toFile(), "rw")) {
      file.setLength(64 * GIB);
      file.seek(40 * GIB + 5);
      file.write(1);
    }
    PeakMemory peak = new PeakMemory(engine);
    peak.run("backup", volume.toString());
    peak.run("backup", "--force", volume.toString());
    assertThat(peak.megabytes()).isLessThanOrEqualTo(ALLOWED_MEGABYTES);
    SoakReport.note("64 GiB sparse volume", "at most %d MB of memory", peak.megabytes());
  }

  @Test
  @EnabledIfSystemProperty(named = "coffer.soak.files", matches = ".+", disabledReason = LONG)
  void ofManySmallFiles() throws IOException, InterruptedException {
    Path tree = Files.createDirectory(folder.resolve("tree"));
    for (int i = 0; i < FILES; i++) {
      Path parent = tree.resolve("d" + i / FILES_PER_FOLDER);
      if (i % FILES_PER_FOLDER == 0) {
        Files.createDirectory(parent);
      }
      Files.writeString(parent.resolve("f" + i), "file " + i);
    }
    PeakMemory peak = new PeakMemory(engine);
    peak.run("backup", tree.toString());
    peak.run("backup", tree.toString());
    peak.run("check", "--read-data");
    peak.run("prune", "--grace", "0s");
    assertThat(peak.megabytes()).isLessThanOrEqualTo(ALLOWED_MEGABYTES);
    SoakReport.note(
        "small files",
        "%d of them backed up twice, checked and pruned, at most %d MB of memory",
        FILES,
        peak.megabytes());
  }

  @Test
  void ofAFolderOfManyEntries() throws IOException, InterruptedException {
    int entries = FILES > 0 ? FILES : 60_000;
    String padding = FILES > 0 ? "" : "-".repeat(200);
    String heap = FILES > 0 ? "-Xmx168m" : "-Xmx112m";
    Path tree = Files.createDirectory(folder.resolve("tree"));
    for (int i = 0; i < entries; i++) {
      Files.writeString(tree.resolve("f" + i + padding), "file " + i);
    }
    PeakMemory peak = new PeakMemory(engine, heap);
    for (int run = 0; run < 2; run++) {
      peak.run("backup", tree.toString());
    }
    Files.writeString(tree.resolve("m"), "one more");
    for (String[] words :
        new String[][] {
          {"backup", tree.toString()},
          {"check", "--read-data"},
          {"prune", "--grace", "0s"},
          {"restore", "latest", "--target", folder.resolve("target").toString()}
        }) {
      peak.run(words);
    }
    assertThat(peak.megabytes()).isLessThanOrEqualTo(ALLOWED_MEGABYTES);
    if (FILES > 0) {
      SoakReport.note(
          "entries of one folder",
          "%d of them backed up first, unchanged and with one more, checked, pruned and restored,"
              + " at most %d MB of memory",
          entries,
          peak.megabytes());
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "coffer.soak.blobs", matches = ".+", disabledReason = LONG)
  void ofARepositoryOfMillionsOfBlobs() throws IOException, InterruptedException {
    LargeRepository large =
        new LargeRepository(engine, Integer.getInteger("coffer.soak.pack", 200));
    large.addUsed(BLOBS);
    large.addUnused(20_000);
    Path small = Files.createDirectory(folder.resolve("small"));
    Files.writeString(small.resolve("file"), "content");
    PeakMemory peak = new PeakMemory(engine);
    StringBuilder told = new StringBuilder();
    for (String[] words :
        new String[][] {
          {"backup", small.toString()},
          {"backup", "--force", small.toString()},
          {"snapshots"},
          {"restore", "latest", "--target", folder.resolve("target").toString()},
          {"prune", "--grace", "0s"},
          {"check"}
        }) {
      told.append(String.format(Locale.ROOT, ", %s %.1f s", words[0], peak.run(words)));
    }
    assertThat(peak.megabytes()).isLessThanOrEqualTo(ALLOWED_MEGABYTES);
    SoakReport.note(
        "blobs of one repository",
        "%d of them in at most %d MB of memory%s",
        BLOBS,
        peak.megabytes(),
        told);
  }
}

package io.coffer.engine.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.EngineRun;
import io.coffer.engine.SeededVolume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever became of the indexes, the packs say what there is. */
class IndexRepairTest {
  /** What became of the index files. */
  enum Fate {
    ONE_EMPTY(files -> write(files.get(0), new byte[0])),
    ALL_GARBAGE(files -> files.forEach(file -> write(file, new byte[] {1, 2, 3}))),
    ONE_LOST(files -> files.get(1).toFile().delete()),
    ALL_LOST(files -> files.forEach(file -> file.toFile().delete())),
    CUT(files -> write(files.get(1), Arrays.copyOf(read(files.get(1)), 50))),
    SOUND(files -> {});

    private final Consumer<List<Path>> does;

    Fate(Consumer<List<Path>> does) {
      this.does = does;
    }
  }

  @TempDir Path folder;
  private EngineRun engine;
  private Path first;
  private Path second;

  @BeforeEach
  void backUpTwice() throws IOException {
    engine = new EngineRun(folder);
    engine.init();
    first = SeededVolume.write(folder.resolve("first"), 900_000, 1);
    second = SeededVolume.write(folder.resolve("second"), 900_000, 2);
    assertThat(engine.run("backup", first.toString()).code()).isZero();
    assertThat(engine.run("backup", second.toString()).code()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void indexesAreAsGoodAsBefore(Fate fate) throws IOException {
    fate.does.accept(files("index"));
    EngineRun.Result repaired = engine.run("repair", "index");
    assertThat(repaired.error()).isEmpty();
    assertThat(repaired.code()).isZero();
    assertSound();
    Path target = folder.resolve("target");
    for (Path volume : List.of(first, second)) {
      engine.run("restore", "latest", "--path", volume.toString(), "--target", target.toString());
      assertThat(Files.mismatch(target.resolve("." + volume), volume)).isEqualTo(-1);
    }
  }

  @Test
  void soundIndexesStayUnlessAllPacksShallBeRead() throws IOException {
    List<Path> before = files("index");
    assertThat(engine.run("repair", "index").output())
        .isEqualTo("read 0 packs, replaced 0 index files\n");
    assertThat(files("index")).isEqualTo(before);
    assertThat(engine.run("repair", "index", "--read-all-packs").output())
        .isEqualTo("read 4 packs, replaced 2 index files\n");
    assertThat(files("index")).doesNotContainAnyElementsOf(before);
    assertSound();
  }

  @Test
  void packsThatAreLostOrTornAreNamedAndListedNoMore() throws IOException {
    List<Path> packs = files("data");
    Path torn = packs.get(0);
    byte[] bytes = read(torn);
    torn.toFile().delete();
    write(torn, Arrays.copyOf(bytes, bytes.length - 1));
    Files.delete(packs.get(1));
    Path empty =
        packs.get(0).resolveSibling(torn.getFileName().toString().substring(0, 2) + "0".repeat(62));
    Files.createFile(empty);
    EngineRun.Result repaired = engine.run("repair", "index");
    assertThat(repaired.code()).isEqualTo(3);
    assertThat(repaired.output()).contains(name(packs.get(1)) + " is lost");
    assertThat(repaired.error()).contains(name(torn)).contains(name(empty) + " is damaged");
    assertThat(engine.run("backup", "--force", first.toString(), second.toString()).code())
        .isZero();
    Path target = folder.resolve("target");
    assertThat(engine.run("restore", "latest", "--target", target.toString()).code()).isZero();
    assertThat(Files.mismatch(target.resolve("." + second), second)).isEqualTo(-1);
  }

  @Test
  void packsOfTheStockToolAreReadToo() throws IOException {
    engine.restic().run("backup", first.toString());
    files("index").forEach(file -> file.toFile().delete());
    assertThat(engine.run("repair", "index").code()).isZero();
    assertSound();
  }

  @Test
  void onlyTheIndexIsRepaired() {
    assertThat(engine.run("repair").code()).isEqualTo(2);
    assertThat(engine.run("repair", "snapshots").code()).isEqualTo(2);
    assertThat(engine.run("repair", "index", "more").code()).isEqualTo(2);
  }

  private void assertSound() {
    EngineRun.Result check = engine.run("check", "--read-data");
    assertThat(check.output()).contains("no errors were found").doesNotContain("hint");
    engine.restic().check();
  }

  private List<Path> files(String type) throws IOException {
    try (Stream<Path> files = Files.walk(engine.repository().resolve(type))) {
      return files.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.deleteIfExists(file);
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

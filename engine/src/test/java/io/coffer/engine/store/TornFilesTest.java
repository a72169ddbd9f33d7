package io.coffer.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.EngineRun;
import io.coffer.engine.SeededVolume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One file of the repository that is torn stops nothing but what must know all of them. */
class TornFilesTest {
  private static final String TORN_NAME = "0".repeat(63) + "1";

  /** What may be left of a file of that length. */
  enum Tear {
    EMPTY,
    ONE_BYTE,
    GARBAGE,
    ZEROS;

    byte[] bytes(int length) {
      byte[] bytes = new byte[this == EMPTY ? 0 : this == ONE_BYTE ? 1 : length];
      if (this == GARBAGE) {
        new Random(length).nextBytes(bytes);
      }
      return bytes;
    }
  }

  @TempDir Path folder;
  private EngineRun engine;
  private Path volume;

  @BeforeEach
  void backUp() throws IOException {
    engine = new EngineRun(folder);
    engine.init();
    volume = SeededVolume.write(folder.resolve("vol"), 1_000_000, 1);
    assertThat(engine.run("backup", volume.toString()).code()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aTornSnapshotStopsOnlyPruneAndIsForgottenById(Tear tear) throws IOException {
    put("snapshots", tear);
    EngineRun.Result listed = engine.run("snapshots");
    assertThat(listed.output().lines()).hasSize(1);
    assertThat(listed.error()).startsWith("warning: snapshots/" + TORN_NAME).contains("forget");
    assertThat(listed.code()).isEqualTo(3);
    assertThat(engine.run("backup", volume.toString()).code()).isZero();
    assertThat(restore("latest").code()).isZero();
    assertRefusedNaming("prune", "--grace", "0s");
    assertRefusedNaming("check");
    assertThat(engine.run("forget", "latest").code()).isZero();
    assertThat(engine.run("forget", TORN_NAME).code()).isZero();
    assertSound();
  }

  @ParameterizedTest
  @EnumSource
  void aTornLockStopsOnlyPruneAndIsTakenAwayByUnlock(Tear tear) throws IOException {
    put("locks", tear);
    EngineRun.Result saved = engine.run("backup", volume.toString());
    assertThat(saved.code()).isZero();
    assertThat(saved.error()).startsWith("warning: locks/" + TORN_NAME).contains("unlock");
    assertThat(restore("latest").code()).isZero();
    assertRefusedNaming("prune", "--grace", "0s", "--retry-lock", "0s");
    assertRefusedNaming("check");
    assertThat(engine.run("unlock")).isEqualTo(new EngineRun.Result(0, "removed 1 locks\n", ""));
    assertSound();
  }

  @Test
  void aTornLockOfLongAgoIsNobodys() throws IOException {
    Path lock = put("locks", Tear.EMPTY);
    Instant longAgo = Instant.now().minus(Duration.ofMinutes(31));
    Files.setLastModifiedTime(lock, FileTime.from(longAgo));
    assertThat(engine.run("prune", "--grace", "0s", "--retry-lock", "0s").code()).isZero();
  }

  @Test
  void aLockOfAnotherHostIsWaitedForAndItsHolderNamedAtOnce() {
    Repository repository = engine.open();
    LockRequest elsewhere = LockRequest.exclusive("elsewhere", Duration.ZERO);
    RepositoryLock dead = RepositoryLock.acquire(repository, elsewhere);
    try (dead) {
      EngineRun.Result saved = engine.run("backup", volume.toString(), "--retry-lock", "1s");
      assertThat(saved.code()).isEqualTo(1);
      assertThat(saved.error().lines()).hasSize(2).allMatch(line -> line.contains("@elsewhere"));
      assertThat(saved.error()).startsWith("warning: waiting for an exclusive lock of");
    }
  }

  @Test
  void halfWrittenFilesOfTheDeadGoThoughNoPackIsDeleted() throws IOException {
    Path data = Files.createDirectories(engine.repository().resolve("data/ab"));
    Path dead = Files.createFile(data.resolve("ab".repeat(32) + "-tmp-7"));
    Path alive = Files.createFile(data.resolve("ab".repeat(32) + "-tmp-8"));
    Files.setLastModifiedTime(dead, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    assertThat(engine.run("prune").output()).contains(" 0 packs deleted");
    assertThat(dead).doesNotExist();
    assertThat(alive).exists();
  }

  @ParameterizedTest
  @EnumSource
  void aTornKeyStopsNothingWhereAnotherOpens(Tear tear) throws IOException {
    put("keys", tear);
    assertThat(engine.run("backup", volume.toString()).code()).isZero();
    assertThat(engine.run("prune", "--grace", "0s").code()).isZero();
    assertRefusedNaming("check");
  }

  @ParameterizedTest
  @EnumSource
  void aTornIndexStopsOnlyPruneAndIsMadeUpForByABackup(Tear tear) throws IOException {
    Path index = only("index");
    Files.delete(index);
    Files.write(index, tear.bytes(300));
    assertThat(engine.run("backup", "--force", volume.toString()).code()).isZero();
    assertThat(restore("latest").code()).isZero();
    assertThat(Files.mismatch(folder.resolve("target/." + volume), volume)).isEqualTo(-1);
    assertThat(engine.run("prune", "--grace", "0s"))
        .matches(run -> run.code() == 1)
        .matches(run -> run.error().contains(index.getFileName().toString()))
        .matches(run -> run.error().contains("repair index"));
    assertThat(engine.run("check").code()).isEqualTo(1);
    assertThat(engine.run("repair", "index").code()).isZero();
    assertSound();
  }

  @Test
  void straysStopNothing() throws IOException {
    Path repository = engine.repository();
    for (String type : List.of("snapshots", "locks", "keys", "index", "data", "data/00")) {
      Path into = Files.createDirectories(repository.resolve(type));
      Files.writeString(into.resolve(".DS_Store"), "x");
      Files.writeString(into.resolve("README"), "x");
      Files.writeString(into.resolve("A".repeat(64)), "x");
      Files.writeString(into.resolve("z".repeat(64)), "x");
      Files.createDirectory(into.resolve("f".repeat(64)));
      Files.createSymbolicLink(into.resolve("e".repeat(64)), Path.of("nowhere"));
    }
    assertThat(engine.run("snapshots").output().lines()).hasSize(1);
    assertThat(engine.run("backup", volume.toString()).error()).isEmpty();
    assertThat(restore("latest").error()).isEmpty();
    assertThat(engine.run("prune", "--grace", "0s").error()).isEmpty();
    assertSound();
  }

  @Test
  void anEmptyConfigIsToldByName() throws IOException {
    Path config = engine.repository().resolve("config");
    Files.delete(config);
    Files.createFile(config);
    EngineRun.Result result = engine.run("snapshots");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.error()).contains("config").contains("damaged");
  }

  private Path put(String type, Tear tear) throws IOException {
    Path into = Files.createDirectories(engine.repository().resolve(type));
    return Files.write(into.resolve(TORN_NAME), tear.bytes(300));
  }

  private Path only(String type) throws IOException {
    try (Stream<Path> files = Files.list(engine.repository().resolve(type))) {
      return files.findAny().orElseThrow();
    }
  }

  private EngineRun.Result restore(String id) {
    return engine.run("restore", id, "--target", folder.resolve("target").toString());
  }

  private void assertRefusedNaming(String... words) {
    EngineRun.Result result = engine.run(words);
    assertThat(result.code()).as(Arrays.toString(words)).isEqualTo(1);
    assertThat(result.output() + result.error()).contains(TORN_NAME);
  }

  private void assertSound() {
    EngineRun.Result result = engine.run("check", "--read-data");
    assertThat(result.output()).contains("no errors were found");
    assertThat(result.code()).isZero();
  }
}

package io.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.SeededVolume;
import io.coffer.engine.snapshot.Snapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore writes only through inodes that are its own. */
class OwnInodesTest {
  private static final int LARGE = 9_000_000;

  @TempDir Path folder;
  private TreeVault vault;
  private Path source;
  private Path one;
  private Path two;
  private Path restoredOne;
  private Path restoredTwo;
  private Path target;

  @BeforeEach
  void create() throws IOException {
    vault = new TreeVault(folder.resolve("repo"));
    source = Files.createDirectory(folder.resolve("source"));
    target = folder.resolve("target");
    one = SeededVolume.write(source.resolve("one"), LARGE, 1);
    two = SeededVolume.write(source.resolve("two"), LARGE, 2);
    restoredOne = below(one);
    restoredTwo = below(two);
  }

  @Test
  void filesThatWereLinkedToEachOtherBecomeTwo() throws IOException {
    Files.createDirectories(restoredOne.getParent());
    Files.copy(two, restoredOne);
    Files.createLink(restoredTwo, restoredOne);
    restoreAll();
  }

  @Test
  void aFileThatIsLinkedFromOutsideStaysAsItIsThere() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), "x".repeat(LARGE));
    Files.createDirectories(restoredOne.getParent());
    Files.createLink(restoredOne, outside);
    restoreAll();
    assertThat(outside).hasContent("x".repeat(LARGE));
    assertThat(Files.getAttribute(outside, "unix:nlink")).isEqualTo(1);
  }

  @Test
  void aSmallFileThatIsLinkedFromOutsideStaysAsItIsThere() throws IOException {
    Files.writeString(one, "new");
    Path outside = Files.writeString(folder.resolve("outside"), "old");
    Files.createDirectories(restoredOne.getParent());
    Files.createLink(restoredOne, outside);
    restoreAll();
    assertThat(outside).hasContent("old");
  }

  @Test
  void aLinkInPlaceOfAFileIsReplacedAndNotFollowed() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), "x".repeat(LARGE));
    Files.createDirectories(restoredOne.getParent());
    Files.createSymbolicLink(restoredOne, outside);
    Files.createSymbolicLink(restoredTwo, folder.resolve("nowhere"));
    restoreAll();
    assertThat(outside).hasContent("x".repeat(LARGE));
    assertThat(folder.resolve("nowhere")).doesNotExist();
    assertThat(restoredOne).isRegularFile();
  }

  @Test
  void linksOfTheSnapshotAreMadeAnewOverThoseOfBefore() throws IOException {
    Files.delete(two);
    Files.createLink(two, one);
    Snapshot snapshot = vault.backup(source);
    Path outside = Files.writeString(folder.resolve("outside"), "x".repeat(LARGE));
    Files.createDirectories(restoredOne.getParent());
    Files.createLink(restoredOne, outside);
    Files.createLink(restoredTwo, outside);
    for (int time = 0; time < 2; time++) {
      assertThat(vault.restore(snapshot, target).warnings()).isEmpty();
      assertThat(outside).hasContent("x".repeat(LARGE));
      assertThat(Files.isSameFile(restoredOne, restoredTwo)).isTrue();
      assertThat(Files.mismatch(restoredOne, one)).isEqualTo(-1);
    }
  }

  @Test
  void aFileOfItsOwnIsWrittenInPlaceAndOnlyWhereItDiffers() throws IOException {
    restoreAll();
    Object inode = Files.getAttribute(restoredOne, "unix:ino");
    try (FileChannel channel = FileChannel.open(restoredOne, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 5_000_000);
    }
    TreeRestore.Outcome outcome = restoreAll();
    assertThat(outcome.result().writtenBytes()).isBetween(1L, LARGE / 2L);
    assertThat(Files.getAttribute(restoredOne, "unix:ino")).isEqualTo(inode);
  }

  @Test
  void aProgramThatRunsIsReplacedAndRunsOn() throws Exception {
    Files.createDirectories(restoredOne.getParent());
    Files.copy(Path.of("/bin/sleep"), restoredOne);
    try (FileChannel channel = FileChannel.open(restoredOne, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), LARGE - 1);
    }
    Files.setAttribute(restoredOne, "unix:mode", 0755);
    Process running = new ProcessBuilder(restoredOne.toString(), "600").start();
    try {
      restoreAll();
      assertThat(running.isAlive()).isTrue();
    } finally {
      running.destroy();
    }
  }

  private TreeRestore.Outcome restoreAll() throws IOException {
    TreeRestore.Outcome outcome = vault.restore(vault.backup(source), target);
    assertThat(outcome.warnings()).isEmpty();
    assertThat(Files.mismatch(restoredOne, one)).isEqualTo(-1);
    assertThat(Files.mismatch(restoredTwo, two)).isEqualTo(-1);
    return outcome;
  }

  private Path below(Path path) {
    return target.resolve(Path.of("/").relativize(path));
  }
}

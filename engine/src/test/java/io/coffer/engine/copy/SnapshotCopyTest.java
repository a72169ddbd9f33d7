package io.coffer.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.CancelledException;
import io.coffer.engine.DamagedException;
import io.coffer.engine.EngineRun;
import io.coffer.engine.SeededVolume;
import io.coffer.engine.check.Check;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Harm;
import io.coffer.engine.store.LargestPack;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Snapshots.Details;
import io.coffer.engine.store.Store;
import io.coffer.engine.store.StoredTwice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotCopyTest {
  private static final int BYTES = 8_000_000;

  @TempDir Path folder;
  private EngineRun from;
  private EngineRun to;
  private Path volume;
  private final List<Path> states = new ArrayList<>();

  @BeforeEach
  void backUpThreeStatesOfAVolumeBesideAnotherOne() throws IOException {
    from = new EngineRun(Files.createDirectory(folder.resolve("from")));
    to = new EngineRun(Files.createDirectory(folder.resolve("to")));
    from.init();
    to.init();
    volume = SeededVolume.write(folder.resolve("vol"), BYTES, 1);
    Path other = SeededVolume.write(folder.resolve("other"), BYTES / 2, 2);
    backUp(from, other, "other");
    for (int i = 0; i < 3; i++) {
      SeededVolume.damage(volume, 20, 10 + i);
      states.add(Files.copy(volume, folder.resolve("state" + i)));
      backUp(from, volume, "moved");
    }
  }

  @Test
  void bothToolsFindTheCopiesSoundAndRestoreThemEqual() throws IOException {
    CopyResult result = copy(from.open(), to.open(), CopyListener.NONE);
    assertThat(result.snapshots()).hasSize(3);
    assertThat(new Check(to.open()).run(true).errors()).isEmpty();
    assertThat(new Check(from.open()).run(true).errors()).isEmpty();
    List<String> copies = List.copyOf(result.snapshots().values());
    for (int i = 0; i < 3; i++) {
      Path target = folder.resolve("restored" + i);
      to.run("restore", copies.get(i), "--target", target.toString());
      assertThat(Files.mismatch(target.resolve(place()), states.get(i))).isEqualTo(-1);
    }
    to.restic().check();
    from.restic().check();
    for (int i = 0; i < 3; i++) {
      Path target = folder.resolve("stock" + i);
      to.restic().run("restore", copies.get(i), "--target", target.toString());
      assertThat(Files.mismatch(target.resolve(place()), states.get(i))).isEqualTo(-1);
    }
  }

  @Test
  void copiesSayWhatTheirOriginalsSayAndWhatTheyAreCopiesOf() {
    List<Details> originals = moved(from.open());
    CopyResult result = copy(from.open(), to.open(), CopyListener.NONE);
    List<Details> copies = moved(to.open());
    for (int i = 0; i < 3; i++) {
      Snapshot original = originals.get(i).snapshot();
      Snapshot copy = copies.get(i).snapshot();
      assertThat(copy.id()).isEqualTo(result.snapshots().get(original.id()));
      assertThat(copy.time()).isEqualTo(original.time());
      assertThat(copy.hostname()).isEqualTo(original.hostname());
      assertThat(copy.paths()).isEqualTo(original.paths());
      assertThat(copy.tree()).isEqualTo(original.tree());
      assertThat(copy.tags()).containsExactly("moved", "here");
      assertThat(copy.parent()).isEqualTo(original.parent().map(result.snapshots()::get));
      assertThat(copies.get(i).fields().path("original").asText()).isEqualTo(original.id());
    }
    assertThat(copies.get(2).snapshot().parent()).isPresent();
  }

  @Test
  void leavesBehindWhatOtherSnapshotsNeed() {
    CopyResult result = copy(from.open(), to.open(), CopyListener.NONE);
    assertThat(result.storedBytes()).isEqualTo(to.open().storedBytes());
    assertThat(to.open().storedBytes()).isLessThan(from.open().storedBytes() * 4 / 5);
  }

  @Test
  void theNextBackupStoresOnlyWhatChangedSince() throws IOException {
    copy(from.open(), to.open(), CopyListener.NONE);
    long before = to.open().storedBytes();
    SeededVolume.damage(volume, 3, 99);
    backUp(to, volume, "moved");
    assertThat(to.open().storedBytes() - before).isLessThan(BYTES / 8);
    assertThat(moved(to.open()).get(3).snapshot().parent()).isPresent();
  }

  @Test
  void aSecondCopyStoresNothingButSnapshots() {
    copy(from.open(), to.open(), CopyListener.NONE);
    CopyResult again = copy(from.open(), to.open(), CopyListener.NONE);
    assertThat(again.storedBytes()).isLessThan(4096);
  }

  @Test
  void oneThatIsCancelledLeavesNoSnapshotAndTheNextGoesOnWhereItStopped() {
    AtomicLong done = new AtomicLong();
    CopyListener impatient =
        new CopyListener() {
          @Override
          public void progressed(long totalBytes, long processedBytes, long storedBytes) {
            done.set(totalBytes == 0 ? 0 : 100 * processedBytes / totalBytes);
          }

          @Override
          public boolean isCancelled() {
            return done.get() >= 60; // all is copied, not all is verified
          }
        };
    Repository target = to.open();
    assertThatThrownBy(() -> copy(from.open(), target, impatient))
        .isInstanceOf(CancelledException.class);
    assertThat(new Snapshots(to.open()).list()).isEmpty();
    CopyResult next = copy(from.open(), target, CopyListener.NONE);
    assertThat(next.storedBytes()).isLessThan(4096);
    assertThat(new Check(to.open()).run(true).errors()).isEmpty();
  }

  @Test
  void whatIsDamagedInTheSourceIsNotCopied() throws IOException {
    damageLargestPack(from);
    assertThatThrownBy(() -> copy(from.open(), to.open(), CopyListener.NONE))
        .isInstanceOf(DamagedException.class);
    assertThat(new Snapshots(to.open()).list()).isEmpty();
  }

  /** It was there before, from somebody who shares blobs with what is copied. */
  @Test
  void whatIsDamagedInTheTargetIsNotCountedOn() throws IOException {
    backUp(to, volume, "shared");
    damageLargestPack(to);
    assertThatThrownBy(() -> copy(from.open(), to.open(), CopyListener.NONE))
        .isInstanceOf(DamagedException.class);
    assertThat(moved(to.open())).isEmpty();
  }

  /** Two that save the same at once leave it twice. */
  @ParameterizedTest
  @CsvSource({"LOSS, 0", "LOSS, 1", "FLIP, 0", "FLIP, 1", "TRUNCATION, 0", "TRUNCATION, 1"})
  void whatLiesInAnotherPackTooIsCopiedFromThere(Harm harm, int which) throws IOException {
    Path wide = Files.createDirectory(folder.resolve("wide"));
    for (int i = 0; i < 1_500; i++) { // its tree is read in pieces
      Files.createSymbolicLink(wide.resolve("link " + i), Path.of("/target/".repeat(400) + i));
    }
    String[] words = {"backup", volume.toString(), wide.toString(), "--tag", "twice", "--force"};
    assertThat(from.run(words).code()).isZero();
    Store store = from.open().store();
    List<Set<String>> packs =
        StoredTwice.by(store, () -> assertThat(from.run(words).code()).isZero());
    packs.get(which).forEach(pack -> harm.to(store, pack));
    List<Details> all = tagged(from.open(), "twice");
    Details sound = all.get(all.size() - 1 - which);
    CopyResult result =
        new SnapshotCopy(from.open(), to.open())
            .run(List.of(sound), tags -> tags, CopyListener.NONE);
    assertThat(result.snapshots()).hasSize(1);
    assertThat(new Check(to.open()).run(true).errors()).isEmpty();
  }

  private static CopyResult copy(Repository from, Repository to, CopyListener listener) {
    UnaryOperator<List<String>> tags = before -> List.of(before.get(0), "here");
    return new SnapshotCopy(from, to).run(moved(from), tags, listener);
  }

  private static List<Details> moved(Repository repository) {
    return tagged(repository, "moved");
  }

  private static List<Details> tagged(Repository repository, String tag) {
    return new Snapshots(repository)
        .details().stream().filter(one -> one.snapshot().hasTag(tag)).toList();
  }

  private static void backUp(EngineRun run, Path file, String tag) {
    assertThat(run.run("backup", "--volume", file.toString(), "--tag", tag).code()).isZero();
  }

  private Path place() {
    return Path.of("/").relativize(volume);
  }

  private static void damageLargestPack(EngineRun run) {
    LargestPack.damage(run.open().store());
  }
}
